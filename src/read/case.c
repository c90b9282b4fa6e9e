#include "read/case.h"

#include "base/file.h"
#include "base/limits.h"
#include "case/format.h"
#include "read/child.h"
#include "read/misp.h"
#include "read/stix.h"

// What JSON holds says whose it is: a bundle of STIX, an event of MISP, or a case.
static enum status of_json(struct arena *a, const struct node *n, const struct the_case *known, struct the_case *c,
			   struct remarks *told, struct err *e)
{
	struct adopt x = { .a = a, .told = told, .parse = child_read_json };
	if (stix_is(n))
		return stix_read(&x, n, known, c, e);
	if (misp_is(n))
		return misp_read(&x, n, known, c, e);
	return format_read_case(a, n, known, c, e);
}

enum status read_case(struct arena *a, const char *path, const struct the_case *known, struct the_case *c,
		      struct remarks *told, struct err *e)
{
	struct slice bytes;
	struct node *n;
	bool json = slice_ends(slice_of(path), ".json");
	enum status s = file_read(a, path, LIMIT_CASE_TEXT, "CASE_TEXT", &bytes, e);
	if (s != STATUS_OK)
		return s;
	s = (json ? child_read_json : child_read_yaml)(a, bytes, &n, e);
	if (s == STATUS_OK)
		s = json ? of_json(a, n, known, c, told, e) : format_read_case(a, n, known, c, e);
	return s == STATUS_OK ? s : err_within(e, "%s", path);
}
