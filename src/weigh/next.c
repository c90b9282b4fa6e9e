// The expected fall in entropy of a question when a fact is learned is their mutual information: the mean over the
// fact's states of the divergence of the answer then from the answer now (Lindley, "On a measure of the information
// provided by an experiment", 1956). As a divergence it is never negative, and small values keep their digits.
#include "weigh/next.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static double divergence(const double *then, const double *now, size_t n)
{
	double sum = 0, all = 0;
	for (size_t h = 0; h < n; h++)
		all += then[h];
	for (size_t h = 0; h < n; h++)
		if (then[h] > 0)
			sum += then[h] * log2(then[h] / all / now[h]);
	return sum > 0 ? sum : 0;
}

static int most_first(const void *a, const void *b)
{
	const struct next_fact *x = a, *y = b;
	if (x->bits != y->bits)
		return x->bits > y->bits ? -1 : 1;
	return (x->fact > y->fact) - (x->fact < y->fact);
}

void next_facts(struct arena *a, const struct facet *f, const bool *reported, struct question_result *out)
{
	const struct the_case *c = f->w->m->c;
	const double *now = f->w->posterior[f->question];
	double *joint = arena_array(a, double, 2 * f->n);
	for (size_t i = 0; i < c->facts.n; i++) {
		if (reported[i])
			continue;
		double bits = 0;
		if (facet_joint(f, i, joint))
			bits = divergence(joint, now, f->n) + divergence(joint + f->n, now, f->n);
		list_push(a, &out->next, ((struct next_fact){ i, bits }));
	}
	if (out->next.n)
		qsort(out->next.at, out->next.n, sizeof *out->next.at, most_first);
}
