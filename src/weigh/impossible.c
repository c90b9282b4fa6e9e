// Reports that cannot all be true, by letting the others say nothing.
#include "weigh/impossible.h"

#include <math.h>
#include <string.h>

#include "weigh/conflict.h"

enum { MOST_ANSWERS = 20000 };

static bool possible(void *context, const bool *in)
{
	const struct whole *w = context;
	struct panel *p = lane_panel(w, 0);
	struct arena a = { 0 };
	double *values = arena_array(&a, double, w->product.net.cells + 1);
	unsigned char *fate = arena_array(&a, unsigned char, w->m->c->reports.n + 1);
	for (size_t i = 0; i < w->count.n; i++)
		if (in[i])
			fate[w->count.kept[i]] = w->count.fate[w->count.kept[i]];
	product_fill(&w->product, w->p, fate, values);
	panel_put(p, 0, values);
	panel_run(p);
	arena_free(&a);
	return panel_possible(p, 0);
}

enum status impossible_explain(struct whole *w, struct err *e)
{
	struct arena a = { 0 };
	struct conflict c = { w->count.n, possible, w, MOST_ANSWERS, 0 };
	bool *in = arena_array(&a, bool, w->count.n + 1);
	memset(in, true, w->count.n);
	conflict_find(&c, in);
	struct buf names = buf_in(&a);
	size_t named = 0;
	for (size_t i = 0; i < w->count.n; i++)
		if (in[i])
			buf_printf(&names, "%s%s", named++ ? ", " : "",
				   w->m->c->reports.at[w->count.kept[i]].id);
	if (!named)
		err_set(e, STATUS_IMPOSSIBLE,
			"the values leave nothing possible even before any report; look for exact 0 and 1");
	else if (named == 1)
		err_set(e, STATUS_IMPOSSIBLE,
			"report %s cannot be true: the values of the case give it probability zero; "
			"look for exact 0 and 1 among them, and for a grade of exactly 1",
			buf_str(&names));
	else
		err_set(e, STATUS_IMPOSSIBLE,
			"reports %s cannot all be true: together they have probability zero; "
			"look for exact 0 and 1 among their values, and for a grade of exactly 1",
			buf_str(&names));
	arena_free(&a);
	return STATUS_IMPOSSIBLE;
}
