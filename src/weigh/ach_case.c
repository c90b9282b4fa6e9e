// The matrix of the case, in the eyes of each analyst where several rated it, and what stands beside its scores.
#include "weigh/ach_case.h"

#include "weigh/ach.h"
#include "weigh/ach_differ.h"
#include "weigh/weight.h"

#include <string.h>

static void add_name(struct arena *a, struct ranking *s, size_t room, const char *id)
{
	if (!s->analysts)
		s->analysts = arena_array(a, const char *, room);
	for (size_t i = 0; i < s->n_analysts; i++)
		if (!strcmp(s->analysts[i], id))
			return;
	s->analysts[s->n_analysts++] = id;
}

// Who gave values of their own in the items' facts.
static void find_analysts(struct arena *a, const struct the_case *c, const struct matrix_of_fact *from,
			  struct ranking *s)
{
	size_t room = 1;
	for (size_t i = 0; i < s->m.items.n; i++)
		for (each (row, &c->facts.at[from[i].fact].cells.rows))
			room += row->is.by.n;
	for (size_t i = 0; i < s->m.items.n; i++)
		for (each (row, &c->facts.at[from[i].fact].cells.rows))
			for (each (o, &row->is.by))
				add_name(a, s, room, o->analyst);
}

static void rank_by_posterior(struct arena *a, struct ranking *s)
{
	size_t n = s->m.hypotheses.n;
	s->ranks = arena_array(a, size_t, n + 1);
	for (size_t h = 0; h < n; h++) {
		s->ranks[h] = 1;
		for (size_t k = 0; k < n; k++)
			s->ranks[h] += s->p[k] > s->p[h] + 1e-12;
	}
}

void ach_case(struct arena *a, const struct the_case *c, const struct assessment *w, struct ranking *s)
{
	const struct question_result *r = &w->questions[s->question];
	struct matrix_of_fact *from = matrix_of_analyst(a, c, s->question, NULL, &s->m);
	double *p = arena_array(a, double, r->n), *prior = arena_array(a, double, r->n);
	for (size_t h = 0; h < r->n; h++) {
		p[h] = r->hyps[h].p;
		prior[h] = r->hyps[h].prior;
	}
	s->p = p;
	s->prior = prior;
	s->weight = weight_entropy(p, r->n);
	rank_by_posterior(a, s);
	find_analysts(a, c, from, s);
	struct matrix *voters = arena_array(a, struct matrix, s->n_analysts + 1);
	for (size_t v = 0; v < s->n_analysts; v++)
		matrix_of_analyst(a, c, s->question, s->analysts[v], &voters[v]);
	if (!s->n_analysts)
		voters[0] = s->m;
	ach_score(a, s, voters, s->n_analysts ? s->n_analysts : 1);
	ach_differ(a, c, w, from, s);
}
