// Slow on purpose, and nothing of it is shared with what it checks. A product of many numbers is kept as a fraction and
// an exponent of two, so that it underflows only where the answer would.
#include "weigh/verify.h"

#include <math.h>

enum { MOST_STATES = 4096, FAR = 900 }; // far: exponents below the largest at which a product is nothing beside it
static const double near_enough = 1e-9;

struct walk {
	const struct query *q;
	bool *fixed;     // [variable]
	uint32_t *state; // [variable]
	int64_t largest; // exponent of a product
};

// False where there are too many states. `freed`: a finding's variable, or none.
static bool walk_make(struct arena *a, const struct query *q, size_t freed, struct walk *w)
{
	const struct net *n = &q->network->net;
	double states = 1;
	*w = (struct walk){ .q = q,
			    .fixed = arena_array(a, bool, n->states.n + 1),
			    .state = arena_array(a, uint32_t, n->states.n + 1),
			    .largest = INT64_MIN };
	for (size_t v = 0; v < n->states.n; v++) {
		w->fixed[v] = q->observed[v] && v != freed;
		w->state[v] = w->fixed[v] ? q->state[v] : 0;
		states *= w->fixed[v] ? 1 : (double)n->states.at[v];
	}
	return states <= MOST_STATES;
}

// On to the next states; false, and at the first ones again, after the last.
static bool walk_on(struct walk *w)
{
	const struct net *n = &w->q->network->net;
	for (size_t v = 0; v < n->states.n; v++) {
		if (w->fixed[v])
			continue;
		if (++w->state[v] < n->states.at[v])
			return true;
		w->state[v] = 0;
	}
	return false;
}

// The product of all tables' numbers here is the result * 2^exponent.
static double product(const struct walk *w, int64_t *exponent)
{
	const struct network *n = w->q->network;
	double p = 1;
	*exponent = 0;
	for (each (t, &n->net.tables)) {
		size_t at = 0;
		int e;
		for (size_t i = 0; i < t->n; i++)
			at = at * n->net.states.at[t->vars[i]] + w->state[t->vars[i]];
		p = frexp(p * n->values[t->at + at], &e);
		*exponent += e;
	}
	return p;
}

static void find_largest(struct walk *w)
{
	do {
		int64_t e;
		if (product(w, &e) > 0 && e > w->largest)
			w->largest = e;
	} while (walk_on(w));
}

// In proportion to the product here.
static double share(const struct walk *w)
{
	int64_t e;
	double p = product(w, &e);
	return p > 0 && w->largest - e < FAR ? ldexp(p, (int)(e - w->largest)) : 0;
}

static bool near(double got, double want)
{
	return isnan(want) ? isnan(got) : fabs(got - want) <= near_enough;
}

static bool near_shares(const double *got, const double *want, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += want[i];
	for (size_t i = 0; i < n; i++)
		if (!near(got[i], want[i] / sum))
			return false;
	return true;
}

const char *verify_posteriors(const struct query *q, bool possible)
{
	const struct net *n = &q->network->net;
	struct arena a = { 0 };
	struct walk w;
	const char *wrong = NULL;
	double all = 0, **sums = arena_array(&a, double *, n->states.n + 1);
	if (walk_make(&a, q, PLAN_NONE, &w)) {
		for (size_t v = 0; v < n->states.n; v++)
			sums[v] = arena_array(&a, double, n->states.at[v]);
		find_largest(&w);
		do {
			double p = share(&w);
			all += p;
			for (size_t v = 0; v < n->states.n; v++)
				sums[v][w.state[v]] += p;
		} while (walk_on(&w));
		double log_p = log(all) + (double)w.largest * M_LN2;
		if (possible != (all > 0))
			wrong = "whether the findings are possible";
		else if (possible && !(fabs(q->log_p - log_p) <= near_enough * fmax(1, fabs(log_p))))
			wrong = "the probability of the findings";
		for (size_t v = 0; possible && v < n->states.n && !wrong; v++)
			if (!q->observed[v] && !near_shares(q->posterior[v], sums[v], n->states.at[v]))
				wrong = "a posterior";
	}
	arena_free(&a);
	return wrong;
}

static const char *verify_leaf(const struct query *q, size_t variable, const struct query_item *x)
{
	struct arena a = { 0 };
	struct walk w;
	const char *wrong = NULL;
	if (walk_make(&a, q, variable, &w)) {
		double *joint = arena_array(&a, double, x->states * q->k), *all = arena_array(&a, double, q->k);
		find_largest(&w);
		do {
			double p = share(&w);
			joint[w.state[variable] * q->k + w.state[q->target]] += p;
			all[w.state[q->target]] += p;
		} while (walk_on(&w));
		if (!near_shares(x->without, all, q->k))
			wrong = "a finding taken back";
		for (size_t s = 0; s < x->states && !wrong; s++)
			if (!near_shares(x->flip + s * q->k, joint + s * q->k, q->k))
				wrong = "a finding changed";
	}
	arena_free(&a);
	return wrong;
}

const char *verify_leaves(const struct query *q)
{
	const char *wrong = NULL;
	for (size_t i = 0; i < q->network->findings.n && !wrong; i++)
		if (q->items[i].leaf)
			wrong = verify_leaf(q, q->network->findings.at[i].variable, &q->items[i]);
	return wrong;
}
