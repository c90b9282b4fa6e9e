// The engine for one set of questions: marginals of chosen variables and the probability of the evidence, for any
// numbers.
#ifndef TEST_INFER_H
#define TEST_INFER_H

#include "weigh/plan.h"
#include "weigh/sweep.h"

#include <math.h>

struct infer_work {
	double **belief; // [target][state] sums to 1
	double log_p;    // natural logarithm of the probability of the evidence
	struct sweep *sweep;
};

struct infer {
	struct plan *plan;
	const size_t *targets;
	size_t n;
};

static enum status infer_compile(struct arena *a, const struct net *n, const size_t *targets, size_t n_targets,
				 struct infer **out, struct err *e)
{
	bool *marginals = arena_array(a, bool, n->states.n + 1);
	struct plan_ask ask = { .marginals = marginals, .target = PLAN_NONE };
	*out = arena_new(a, struct infer);
	**out = (struct infer){ .targets = targets, .n = n_targets };
	for (size_t t = 0; t < n_targets; t++)
		marginals[targets[t]] = true;
	return plan_make(a, n, &ask, &(*out)->plan, e);
}

static struct infer_work *infer_work(struct arena *a, const struct infer *f)
{
	struct infer_work *w = arena_new(a, struct infer_work);
	w->sweep = sweep_new(a, f->plan);
	w->belief = arena_array(a, double *, f->n + 1);
	for (size_t t = 0; t < f->n; t++)
		w->belief[t] = arena_array(a, double, f->plan->net->states.at[f->targets[t]]);
	return w;
}

static void read_belief(const struct infer *f, const struct sweep *s, size_t target, double *belief)
{
	bool apart;
	const double *x = sweep_marginal(s, (uint32_t)target, &apart);
	size_t n = f->plan->net->states.at[target];
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += belief[i] = x ? x[i] : 1;
	for (size_t i = 0; i < n; i++)
		belief[i] /= sum;
}

static bool infer_run(const struct infer *f, const double *values, struct infer_work *w)
{
	sweep_load_all(w->sweep, values);
	sweep_up(w->sweep);
	w->log_p = sweep_log_p(w->sweep, 0);
	if (!isfinite(w->log_p))
		return false;
	sweep_down(w->sweep);
	for (size_t t = 0; t < f->n; t++)
		read_belief(f, w->sweep, f->targets[t], w->belief[t]);
	return true;
}

#endif
