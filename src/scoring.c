#include "scoring.h"

#include "casefile.h"
#include "weigh/weigh.h"

#include <string.h>

enum status scoring(struct arena *a, const char *const *paths, size_t n, const struct hearsay_weighing *o,
		    struct scores *out, struct err *e)
{
	*out = (struct scores){ 0 };
	for (size_t i = 0; i < n; i++) {
		struct the_case c = { .imprecision = -1 };
		struct assessment w;
		struct weigh_options options = { .seed = o->seed ? o->seed : 1 };
		const char *slash = strrchr(paths[i], '/');
		enum status s = casefile_read(a, paths[i], &c, e);
		if (s != STATUS_OK)
			return s;
		if (weigh_case(a, &c, &options, &w, e) != STATUS_OK)
			return err_within(e, "%s", paths[i]);
		score_add(a, slash ? slash + 1 : paths[i], &c, &w, out);
	}
	if (!out->answers.n && !out->sources.n)
		return err_set(
		    e, STATUS_NOT_FOUND,
		    "nothing is known of these cases yet: enter the outcome of a question, or the truth of a "
		    "fact");
	return STATUS_OK;
}
