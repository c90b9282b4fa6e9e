#include "casefile.h"

#include "keep/keep.h"
#include "read/case.h"

enum status casefile_read(struct arena *a, const char *path, struct the_case *c, struct err *e)
{
	struct keep *k = NULL;
	if (read_case_is_text(path))
		return read_case(a, path, NULL, c, e);
	enum status s = keep_open(path, &k, e);
	s = s ? s : keep_load(a, k, c, e);
	keep_close(k);
	return s;
}
