// First reports are let go one by one for as long as the rest stays impossible: what is left is a set from which none
// can be spared. A smaller set elsewhere is then looked for among all sets of one, two, ... reports, within a bounded
// number of answers; past the bound the first set stands.
#include "weigh/impossible.h"

#include <string.h>

enum { MOST_ANSWERS = 20000 };

struct search {
	const struct whole *w;
	struct infer_work *work;
	double *values;
	bool *in; // [counted report]
	size_t answers;
};

static bool possible(struct search *s)
{
	memcpy(s->values, s->w->values, s->w->product.net.cells * sizeof *s->values);
	for (size_t i = 0; i < s->w->count.n; i++)
		if (!s->in[i])
			product_mute(&s->w->product, i, s->values);
	s->answers++;
	return infer_run(s->w->product.engine, s->values, s->work);
}

static size_t spare(struct search *s)
{
	size_t n = s->w->count.n;
	for (size_t i = 0; i < s->w->count.n; i++)
		s->in[i] = true;
	for (size_t i = s->w->count.n; i-- > 0;) {
		s->in[i] = false;
		if (possible(s))
			s->in[i] = true;
		else
			n--;
	}
	return n;
}

// Whether some set of `more` reports from `from` on, with those already in, is impossible; it is left in.
static bool look(struct search *s, size_t from, size_t more)
{
	if (!more)
		return !possible(s);
	for (size_t i = from; i + more <= s->w->count.n && s->answers < MOST_ANSWERS; i++) {
		s->in[i] = true;
		if (look(s, i + 1, more - 1))
			return true;
		s->in[i] = false;
	}
	return false;
}

enum status impossible_explain(const struct whole *w, struct err *e)
{
	struct arena a = { 0 };
	struct search s = { .w = w,
			    .work = infer_work(&a, w->product.engine),
			    .values = arena_array(&a, double, w->product.net.cells + 1),
			    .in = arena_array(&a, bool, w->count.n + 1) };
	size_t n = spare(&s);
	bool *spared = arena_array(&a, bool, w->count.n + 1), found = false;
	memcpy(spared, s.in, w->count.n);
	memset(s.in, 0, w->count.n);
	for (size_t k = 1; k < n && !found; k++)
		found = look(&s, 0, k);
	if (!found)
		memcpy(s.in, spared, w->count.n);
	struct buf names = buf_in(&a);
	size_t named = 0;
	for (size_t i = 0; i < w->count.n; i++)
		if (s.in[i])
			buf_printf(&names, "%s%s", named++ ? ", " : "",
				   w->m->c->reports.at[w->count.kept[i].report].id);
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
