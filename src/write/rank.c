// Which facts, origins and reports matter most to an answer: what it loses when they are taken away, never what they
// added when they came in, since that depends on the order.
#include "write/sections.h"

#include "base/stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int heavier(const void *x, const void *y)
{
	const struct weighed_fact *a = x, *b = y;
	double d = fabs(b->decibans) - fabs(a->decibans);
	if (fabs(d) > 1e-9)
		return d > 0 ? 1 : -1;
	return a->fact < b->fact ? -1 : a->fact > b->fact;
}

struct weighed_fact *rank_facts(struct writing *g, size_t q, size_t *n)
{
	const struct question_result *r = &g->w->questions[q];
	LIST(struct weighed_fact) out = { 0 };
	for (each (gone, &r->without[REMOVAL_FACT])) {
		int fact = case_find_fact(g->c, gone->id);
		if (fact >= 0)
			list_push(g->t->arena, &out, ((struct weighed_fact){ (size_t)fact, -gone->decibans }));
	}
	if (out.n)
		qsort(out.at, out.n, sizeof *out.at, heavier);
	*n = out.n;
	return out.at;
}

size_t rank_best_for(struct writing *g, size_t q, size_t h)
{
	const struct question_result *r = &g->w->questions[q];
	double best = 0.05, with = stats_decibans(r->hyps[h].p);
	size_t fact = SIZE_MAX;
	for (each (gone, &r->without[REMOVAL_FACT])) {
		double lost = with - stats_decibans(gone->p[h]);
		int at = case_find_fact(g->c, gone->id);
		if (at >= 0 && lost > best) {
			best = lost;
			fact = (size_t)at;
		}
	}
	return fact;
}

const struct removal *rank_removal(const struct question_result *r, enum removal_kind kind, const char *id)
{
	for (each (gone, &r->without[kind]))
		if (!strcmp(gone->id, id))
			return gone;
	return NULL;
}

const char *rank_origin_name(struct writing *g, const char *origin)
{
	static const char mark[] = "untraceable:";
	if (!strncmp(origin, mark, sizeof mark - 1))
		return arena_printf(g->t->arena, "the untraceable origin of report %s", origin + sizeof mark - 1);
	int at = case_find_source(g->c, origin);
	return at < 0 ? origin : note_source(&g->c->sources.at[at]);
}

void rank_refer(struct writing *g, size_t q, size_t most)
{
	size_t n;
	struct weighed_fact *facts = rank_facts(g, q, &n);
	for (size_t i = 0; i < n && i < most; i++)
		note_refer_fact(g, facts[i].fact);
}
