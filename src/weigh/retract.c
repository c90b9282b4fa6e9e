// A finding inside the network is part of several tables. All such findings are answered together, by a network that
// keeps them in, if that is not much larger; else each apart, by the network without it, pruned to what bears on the
// target and on the finding's variable, whose joint with the target gives every state of it at once.
#include "weigh/retract.h"

#include <math.h>
#include <string.h>

#include "base/par.h"

static const double most_together = 1 << 23; // cells

// x[k], in place, to sum one; NAN where all is zero.
static void normalise(double *x, size_t k)
{
	double sum = 0;
	for (size_t h = 0; h < k; h++)
		sum += x[h];
	double by = 1 / sum;
	for (size_t h = 0; h < k; h++)
		x[h] = sum > 0 ? x[h] * by : NAN;
}

// From flip[state][target's state] in proportion: what each state would say, and, all of them summed, what none does.
static void fill(const struct query *q, struct query_item *x)
{
	for (size_t h = 0; h < q->k; h++)
		x->without[h] = x->flip[h];
	for (size_t s = 1; s < x->states; s++)
		for (size_t h = 0; h < q->k; h++)
			x->without[h] += x->flip[s * q->k + h];
	normalise(x->without, q->k);
	for (size_t s = 0; s < x->states; s++)
		normalise(x->flip + s * q->k, q->k);
}

static void fill_nan(const struct query *q, struct query_item *x)
{
	for (size_t i = 0; i < (x->states + 1) * q->k; i++)
		x->without[i] = NAN;
}

// From flip[state][0], above zero where that state is possible: the target does not depend on which.
static void fill_idle(const struct query *q, struct query_item *x, const double *answer)
{
	bool any = false;
	for (size_t s = 0; s < x->states; s++) {
		bool live = x->flip[s * q->k] > 0;
		any |= live;
		for (size_t h = 0; h < q->k; h++)
			x->flip[s * q->k + h] = live ? answer[h] : NAN;
	}
	for (size_t h = 0; h < q->k; h++)
		x->without[h] = any ? answer[h] : NAN;
}

// Whether all roots but this one say that something is possible. A slope knows of no other root.
static bool rest_lives(const struct sweep *w, uint32_t but)
{
	const struct plan *p = w->plan;
	for (uint32_t i = 0; i < p->roots.n; i++) {
		const struct plan_tensor *t = &p->tensors.at[p->roots.at[i]];
		const double *x = w->place[plan_place(p->roots.at[i])];
		bool lives = t->ones || i == but;
		for (uint32_t c = 0; c < t->cells && !lives; c++)
			lives = x[c] > 0;
		if (!lives)
			return false;
	}
	return true;
}

// The target's answer, whatever the other roots say.
static double *answer_of(struct arena *a, const struct sweep *w, size_t k)
{
	double *answer = arena_array(a, double, k);
	size_t step;
	memcpy(answer, sweep_target(w, &step), k * sizeof *answer);
	normalise(answer, k);
	return answer;
}

static void find_slope(struct query *q, struct query_item *x, size_t variable, uint32_t table)
{
	const struct plan *p = q->plan;
	const struct plan_leaf *leaf = &p->leaves.at[p->leaf_of[table]];
	const struct plan_tensor *t = &p->tensors.at[leaf->tensor];
	if (!t->slope_cells && p->roots.at[t->root] != leaf->tensor)
		return; // chances that sum to one whatever it is
	x->root = t->root;
	x->along = t->along;
	x->rows = x->root == p->target_root ? t->slope_cells / (uint32_t)q->k : t->cells;
	x->table = &q->sweep->place[plan_place(leaf->tensor)];
	x->slope = t->slope_cells ? q->sweep->slopes + t->slope : q->sweep->place[0]; // a root's is one
	for (uint32_t i = 0; i < leaf->n_observed; i++)
		if (leaf->observed[i] == variable)
			x->step = plan_leaf_step(leaf)[i];
	x->found = &q->state[variable];
}

void retract_prepare(struct query *q)
{
	const struct network *n = q->network;
	struct arena a = { 0 };
	uint32_t *uses = arena_array(&a, uint32_t, n->net.states.n + 1);
	uint32_t *table = arena_array(&a, uint32_t, n->net.states.n + 1);
	for (uint32_t t = 0; t < n->net.tables.n; t++)
		for (size_t i = 0; q->plan->leaf_of[t] != PLAN_NONE && i < n->net.tables.at[t].n; i++) {
			uses[n->net.tables.at[t].vars[i]]++;
			table[n->net.tables.at[t].vars[i]] = t;
		}
	q->items = arena_array(q->arena, struct query_item, n->findings.n + 1);
	for (size_t i = 0; i < n->findings.n; i++) {
		size_t v = n->findings.at[i].variable;
		struct query_item *x = &q->items[i];
		*x = (struct query_item){ .leaf = uses[v] <= 1,
					  .states = (uint32_t)n->net.states.at[v],
					  .root = PLAN_NONE };
		x->without = arena_array(q->arena, double, (x->states + 1) * q->k);
		x->flip = x->without + q->k;
		if (uses[v] == 1)
			find_slope(q, x, v, table[v]);
	}
	arena_free(&a);
}

// Of the table of a leaf, what is left with its variable in state 0.
static const double *slice_of_first(const struct query_item *x)
{
	return *x->table - x->step * *x->found;
}

// A leaf that has nothing to do with the target.
static void retract_idle(struct query *q, struct query_item *x, bool rest, const double *answer)
{
	for (size_t s = 0; s < x->states; s++) {
		const double *table = x->table ? slice_of_first(x) + s * x->step : NULL;
		double sum = !x->table;
		for (size_t r = 0; table && r < x->rows; r++)
			sum += table[r] * x->slope[r];
		x->flip[s * q->k] = rest ? sum : 0;
	}
	fill_idle(q, x, answer);
}

void retract_leaves(struct query *q, bool possible)
{
	struct arena a = { 0 };
	const double *answer = possible ? q->posterior[q->target] : answer_of(&a, q->sweep, q->k);
	for (size_t i = 0; i < q->network->findings.n; i++) {
		struct query_item *x = &q->items[i];
		if (!x->leaf)
			continue;
		bool rest = possible || rest_lives(q->sweep, x->root);
		if (x->root != q->plan->target_root)
			retract_idle(q, x, rest, answer);
		else if (rest)
			q->sweep->kernel->retract(x->without, x->flip, x->slope, slice_of_first(x), x->states, x->step,
						  x->rows, q->k, x->along);
		else
			fill_nan(q, x);
	}
	arena_free(&a);
}

// From joint[state][target's state], or [state] where the two have nothing to do with one another, each in proportion:
// the rest of what was found with this finding in that state.
static void read_joint(const struct query *q, struct query_item *x, const struct sweep *w, const double *joint,
		       uint32_t root)
{
	struct arena a = { 0 };
	if (!rest_lives(w, root)) {
		fill_nan(q, x);
	} else if (root == w->plan->target_root) {
		memcpy(x->flip, joint, x->states * q->k * sizeof *joint);
		fill(q, x);
	} else {
		for (size_t s = 0; s < x->states; s++)
			x->flip[s * q->k] = joint[s];
		fill_idle(q, x, answer_of(&a, w, q->k));
	}
	arena_free(&a);
}

// One answer apart.
static enum status apart(const struct query *q, size_t item, struct err *e)
{
	const struct network *n = q->network;
	size_t v = n->findings.at[item].variable;
	struct arena a = { 0 };
	struct plan *p;
	bool *observed = arena_array(&a, bool, n->net.states.n + 1),
	     *marginals = arena_array(&a, bool, n->net.states.n + 1);
	memcpy(observed, q->observed, n->net.states.n * sizeof *observed);
	observed[v] = false;
	marginals[v] = true;
	struct plan_ask ask = { .observed = observed, .marginals = marginals, .target = q->target };
	enum status s = plan_make(&a, &n->net, &ask, &p, e);
	if (!s) {
		struct sweep *w = sweep_new(&a, p);
		sweep_load_all(w, n->values);
		sweep_observe(w, q->state);
		sweep_up(w);
		sweep_down(w);
		bool kept;
		const double *joint = sweep_marginal(w, (uint32_t)v, &kept);
		read_joint(q, &q->items[item], w, joint, p->tensors.at[p->marginal_of[v]].root);
	}
	arena_free(&a);
	return s;
}

struct job {
	struct query *q;
	size_t *items;
	enum status *status;
	struct err *errs;
};

static void one(void *context, size_t i, size_t thread)
{
	struct job *j = context;
	(void)thread;
	j->status[i] = apart(j->q, j->items[i], &j->errs[i]);
}

static enum status all_apart(struct query *q, size_t *items, size_t n, struct err *e)
{
	struct arena a = { 0 };
	struct job j = { q, items, arena_array(&a, enum status, n + 1), arena_array(&a, struct err, n + 1) };
	enum status s = STATUS_OK;
	par_for(n, one, &j);
	for (size_t i = 0; i < n && !s; i++)
		if ((s = j.status[i])) {
			*e = j.errs[i];
			(void)err_within(e, "without the finding on %s",
					 q->network->names[q->network->findings.at[j.items[i]].variable]);
		}
	arena_free(&a);
	return s;
}

// A network in which these findings are not sliced out but weighed, each by a table of its own, whose slope answers.
// NULL where that is not worth it, against as many answers apart.
static struct plan *plan_together(struct arena *a, const struct query *q, const bool *inside, size_t n, struct net *net)
{
	const struct network *k = q->network;
	struct plan *p;
	struct err e;
	if (query_with_findings(a, k, inside, net, &e))
		return NULL;
	bool *observed = arena_array(a, bool, net->states.n + 1), *tables = arena_array(a, bool, net->tables.n + 1);
	for (size_t i = 0; i < k->findings.n; i++)
		observed[k->findings.at[i].variable] = !inside[i];
	for (size_t t = k->net.tables.n; t < net->tables.n; t++)
		tables[t] = true;
	struct plan_ask ask = { .observed = observed, .tables = tables, .target = q->target };
	if (plan_make(a, net, &ask, &p, &e) || p->cells > (double)n * q->plan->cells || p->cells > most_together)
		return NULL;
	return p;
}

// False where the network would be too large.
static bool all_together(struct query *q, const size_t *items, size_t n)
{
	const struct network *k = q->network;
	struct arena a = { 0 };
	struct net net;
	bool *inside = arena_array(&a, bool, k->findings.n + 1);
	for (size_t i = 0; i < n; i++)
		inside[items[i]] = true;
	struct plan *p = plan_together(&a, q, inside, n, &net);
	if (p) {
		struct sweep *w = sweep_new(&a, p);
		for (uint32_t t = 0; t < k->net.tables.n; t++)
			sweep_load(w, t, k->values + k->net.tables.at[t].at);
		for (size_t i = 0; i < n; i++) {
			double *found = arena_array(&a, double, q->items[items[i]].states);
			found[q->state[k->findings.at[items[i]].variable]] = 1;
			sweep_load(w, (uint32_t)(k->net.tables.n + i), found);
		}
		sweep_observe(w, q->state);
		sweep_up(w);
		sweep_down(w);
		for (size_t i = 0; i < n; i++) {
			uint32_t tensor = p->leaves.at[p->leaf_of[k->net.tables.n + i]].tensor;
			read_joint(q, &q->items[items[i]], w, w->slopes + p->tensors.at[tensor].slope,
				   p->tensors.at[tensor].root);
		}
	}
	arena_free(&a);
	return p != NULL;
}

enum status retract_interior(struct query *q, struct err *e)
{
	struct arena a = { 0 };
	size_t n = 0, *items = arena_array(&a, size_t, q->network->findings.n + 1);
	enum status s = STATUS_OK;
	for (size_t i = 0; i < q->network->findings.n; i++)
		if (!q->items[i].leaf)
			items[n++] = i;
	if (n < 2 || !all_together(q, items, n))
		s = all_apart(q, items, n, e);
	arena_free(&a);
	return s;
}
