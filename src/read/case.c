#include "read/case.h"

#include "base/file.h"
#include "base/limits.h"
#include "case/format.h"
#include "read/child.h"

enum status read_case(struct arena *a, const char *path, const struct the_case *known, struct the_case *c,
		      struct err *e)
{
	struct slice bytes;
	struct node *n;
	bool json = slice_ends(slice_of(path), ".json");
	enum status s = file_read(a, path, LIMIT_CASE_TEXT, "CASE_TEXT", &bytes, e);
	if (s != STATUS_OK)
		return s;
	s = (json ? child_read_json : child_read_yaml)(a, bytes, &n, e);
	if (s == STATUS_OK)
		s = format_read_case(a, n, known, c, e);
	return s == STATUS_OK ? s : err_within(e, "%s", path);
}
