// The expected fall in entropy of a question when a fact is learned is their mutual information: the mean over the
// fact's states of the divergence of the answer then from the answer now (Lindley, "On a measure of the information
// provided by an experiment", 1956). As a divergence it is never negative, and small values keep their digits.
#include "weigh/next.h"

#include "base/par.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct job {
	const struct whole *w;
	size_t *facts;
	double *bits; // [fact asked for][question]
	enum status *status;
	struct err *errs;
};

static double divergence(const double *then, const double *now, size_t n)
{
	double sum = 0;
	for (size_t h = 0; h < n; h++)
		if (then[h] > 0)
			sum += then[h] * log2(then[h] / now[h]);
	return sum > 0 ? sum : 0;
}

static void learn(void *context, size_t i, size_t thread)
{
	struct job *j = context;
	const struct whole *w = j->w;
	const struct the_case *c = w->m->c;
	struct arena a = { 0 };
	struct product x;
	(void)thread;
	j->status[i] = product_make(&a, w->m, &w->count, j->facts[i], &x, &j->errs[i]);
	if (!j->status[i]) {
		double *values = arena_array(&a, double, x.net.cells);
		struct infer_work *work = infer_work(&a, x.engine);
		memcpy(values, w->values, x.common * sizeof *values);
		product_fill_reports(&x, w->p, values);
		for (int yes = 0; yes < 2; yes++) {
			values[x.learned] = yes;
			values[x.learned + 1] = !yes;
			if (!infer_run(x.engine, values, work))
				continue;
			double chance = exp(work->log_p - w->log_p);
			for (size_t q = 0; q < c->questions.n; q++)
				j->bits[i * c->questions.n + q] +=
				    chance * divergence(work->belief[q], w->posterior[q], c->questions.at[q].hyps.n);
		}
	}
	arena_free(&a);
}

static int most_first(const void *a, const void *b)
{
	const struct next_fact *x = a, *y = b;
	if (x->bits != y->bits)
		return x->bits > y->bits ? -1 : 1;
	return (x->fact > y->fact) - (x->fact < y->fact);
}

enum status next_facts(struct arena *a, const struct whole *w, struct assessment *out, struct err *e)
{
	const struct the_case *c = w->m->c;
	bool *reported = arena_array(a, bool, c->facts.n + 1);
	LIST(size_t) facts = { 0 };
	for (size_t r = 0; r < c->reports.n; r++)
		reported[c->reports.at[r].fact.at] |= w->live[r];
	for (size_t f = 0; f < c->facts.n; f++)
		if (!reported[f])
			list_push(a, &facts, f);
	struct job j = { .w = w,
			 .facts = facts.at,
			 .bits = arena_array(a, double, facts.n * c->questions.n + 1),
			 .status = arena_array(a, enum status, facts.n + 1),
			 .errs = arena_array(a, struct err, facts.n + 1) };
	par_for(facts.n, learn, &j);
	for (size_t i = 0; i < facts.n; i++) {
		if (j.status[i]) {
			*e = j.errs[i];
			return err_within(e, "learning %s", c->facts.at[facts.at[i]].id);
		}
		for (size_t q = 0; q < c->questions.n; q++)
			list_push(a, &out->questions[q].next,
				  ((struct next_fact){ facts.at[i], j.bits[i * c->questions.n + q] }));
	}
	for (size_t q = 0; q < c->questions.n; q++)
		if (facts.n)
			qsort(out->questions[q].next.at, facts.n, sizeof *out->questions[q].next.at, most_first);
	return STATUS_OK;
}
