// In section 3: how the answers moved as reports came in.
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

void course_figure(struct writing *g, size_t q)
{
	struct arena *a = g->t->arena;
	const struct question *ask = &g->c->questions.at[q];
	const struct question_result *r = &g->w->questions[q];
	LIST(const char *) head = { 0 };
	size_t n = g->w->timeline.n;
	if (n < 2)
		return;
	list_push(a, &head, "With the reports up to");
	for (size_t h = 0; h < r->n; h++)
		list_push(a, &head, arena_printf(a, "#%s, %%", phrase_hypothesis(a, &ask->hyps.at[h])));
	struct figure *f =
	    tree_figure(g->t, FIGURE_time, arena_printf(a, "How it moved in time: %s", phrase_ask(ask)),
			"Each line: an answer, at every day on which reports appeared.", head.at, head.n);
	for (size_t i = 0; i < n; i++) {
		const struct moment *m = &g->w->timeline.at[i];
		list_push(a, &f->days, m->as_of);
		tree_cell(g->t, "%s", number_date(a, m->as_of));
		for (size_t h = 0; h < r->n; h++)
			tree_cell(g->t, "%s", number_percent(a, m->p[q][h]));
	}
	for (size_t h = 0; h < r->n; h++) {
		struct course *c = list_add(a, &f->courses);
		c->label = phrase_upper(a, phrase_hypothesis(a, &ask->hyps.at[h]));
		c->lead = h == r->lead;
		c->prior = r->hyps[h].prior;
		c->p = arena_array(a, double, n);
		for (size_t i = 0; i < n; i++)
			c->p[i] = g->w->timeline.at[i].p[q][h];
	}
}
