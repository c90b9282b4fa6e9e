#include "casefile.h"

#include "exchange.h"
#include "keep/keep.h"

enum status casefile_read(struct arena *a, const char *path, struct the_case *c, struct err *e)
{
	struct keep *k = NULL;
	struct exchange_told told;
	if (exchange_is_file(path)) {
		*c = (struct the_case){ .imprecision = -1 };
		return exchange_read(a, path, NULL, c, &told, e);
	}
	enum status s = keep_open(path, &k, e);
	s = s ? s : keep_load(a, k, c, e);
	keep_close(k);
	return s;
}
