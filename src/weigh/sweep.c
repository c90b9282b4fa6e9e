// Results are scaled by powers of two, which loses nothing: their exponents are added up for P(e). A slope is known up
// to such a factor, which every use of it divides out. A result that is zero everywhere keeps its scale.
#include "weigh/sweep.h"

#include "base/limits.h"

#include <math.h>
#include <string.h>

// At the beginning of a line of the cache, with room to spare behind it.
static double *room(struct arena *a, size_t n)
{
	enum { LINE = KERNEL_LANES * sizeof(double) };
	char *at = arena_take(a, (n + KERNEL_SPARE) * sizeof(double) + LINE);
	return (double *)(void *)(at + (LINE - (uintptr_t)at % LINE) % LINE);
}

struct sweep *sweep_new(struct arena *a, const struct plan *p)
{
	struct sweep *s = arena_new(a, struct sweep);
	*s = (struct sweep){ .plan = p, .kernel = kernel_best() };
	s->tables = room(a, p->table_cells);
	s->numbers = room(a, p->numbers);
	s->slopes = room(a, p->slopes);
	s->place = arena_array(a, double *, plan_places(p));
	s->leaf_exponent = arena_array(a, int64_t, p->leaves.n + 1);
	s->place[0] = room(a, 1);
	s->place[0][0] = 1;
	for (size_t i = 0; i < p->tensors.n; i++) {
		const struct plan_tensor *t = &p->tensors.at[i];
		s->place[plan_place((uint32_t)i)] = t->ones ? s->place[0] : s->numbers + t->at;
		s->place[plan_slope_place(p, (uint32_t)i)] = s->slopes + t->slope;
		for (uint32_t c = 0; t->unit && c < t->cells; c++)
			s->numbers[t->at + c] = 1;
	}
	for (each (l, &p->leaves))
		s->place[plan_place(l->tensor)] = s->tables + l->at;
	return s;
}

void sweep_load(struct sweep *s, uint32_t table, const double *values)
{
	const struct plan *p = s->plan;
	const struct net_table *t = &p->net->tables.at[table];
	if (p->leaf_of[table] == PLAN_NONE)
		return;
	const struct plan_leaf *leaf = &p->leaves.at[p->leaf_of[table]];
	uint32_t digit[LIMIT_SCOPE] = { 0 };
	size_t width = leaf->cells / t->cells, at = 0;
	double *out = s->tables + leaf->at;
	for (size_t c = 0; c < t->cells; c++) {
		for (size_t w = 0; w < width; w++)
			out[at + w] = values[c * width + w];
		at = plan_next_place(p->net, t, leaf, digit, at);
	}
	s->leaf_exponent[leaf - p->leaves.at] = width == 1 ? s->kernel->scale(out, t->cells) : 0;
}

void sweep_load_all(struct sweep *s, const double *values)
{
	const struct plan *p = s->plan;
	for (each (l, &p->leaves))
		sweep_load(s, l->table, values + p->net->tables.at[l->table].at);
}

void sweep_observe(struct sweep *s, const uint32_t *state)
{
	for (each (l, &s->plan->leaves)) {
		size_t at = l->at;
		for (uint32_t i = 0; i < l->n_observed; i++)
			at += (size_t)plan_leaf_step(l)[i] * state[l->observed[i]];
		s->place[plan_place(l->tensor)] = s->tables + at;
	}
}

void sweep_up(struct sweep *s)
{
	const struct plan *p = s->plan;
	for (uint32_t l = 0; l < p->lanes; l++)
		s->exponents[l] = 0;
	s->kernel->run(p, p->up.at, p->up.n, s->place, s->exponents);
}

void sweep_down(struct sweep *s)
{
	int64_t ignored[KERNEL_LANES] = { 0 };
	s->kernel->run(s->plan, s->plan->down.at, s->plan->down.n, s->place, ignored);
}

// The sum of a root's numbers in a lane.
static double sum_of_root(const struct sweep *s, uint32_t root, unsigned lane)
{
	const struct plan *p = s->plan;
	const struct plan_tensor *t = &p->tensors.at[root];
	const double *x = s->place[plan_place(root)];
	size_t width = t->varies ? p->lanes : 1;
	double all = 0;
	if (t->ones)
		return 1;
	for (size_t c = 0; c < t->cells; c += width)
		all += x[c + (width > 1 ? lane : 0)];
	return all;
}

double sweep_log_p(const struct sweep *s, unsigned lane)
{
	const struct plan *p = s->plan;
	int64_t exponents = s->exponents[lane];
	double sum = 0;
	for (each (l, &p->leaves))
		exponents += s->leaf_exponent[l - p->leaves.at];
	for (each (r, &p->roots))
		sum += log(sum_of_root(s, *r, lane));
	return sum + (double)exponents * M_LN2;
}

bool sweep_possible(const struct sweep *s, unsigned lane)
{
	for (each (r, &s->plan->roots))
		if (!(sum_of_root(s, *r, lane) > 0))
			return false;
	return true;
}

const double *sweep_target(const struct sweep *s, size_t *step)
{
	const struct plan *p = s->plan;
	if (p->target_root == PLAN_NONE)
		return NULL;
	uint32_t root = p->roots.at[p->target_root];
	*step = p->tensors.at[root].varies ? p->lanes : 1;
	return s->place[plan_place(root)];
}

const double *sweep_marginal(const struct sweep *s, uint32_t variable, bool *apart)
{
	const struct plan *p = s->plan;
	uint32_t t = p->marginal_of[variable];
	if (t == PLAN_NONE || !p->tensors.at[t].slope_cells)
		return NULL;
	*apart = p->tensors.at[t].slope_cells > p->states[p->rank[variable]] * p->lanes;
	return s->slopes + p->tensors.at[t].slope;
}

static const struct plan_tensor *tensor_of(const struct plan *p, uint32_t table, bool *along)
{
	if (p->leaf_of[table] == PLAN_NONE)
		return NULL;
	const struct plan_tensor *t = &p->tensors.at[p->leaves.at[p->leaf_of[table]].tensor];
	*along = t->along;
	return t->slope_cells == t->cells * (*along ? 1 : p->states[p->target_rank]) ? t : NULL;
}

double sweep_scale(const struct sweep *s, uint32_t table)
{
	const struct plan *p = s->plan;
	bool along;
	const struct plan_tensor *t = tensor_of(p, table, &along);
	if (!t)
		return 0;
	const struct plan_leaf *leaf = &p->leaves.at[p->leaf_of[table]];
	const double *x = s->place[plan_place(leaf->tensor)], *slope = s->slopes + t->slope;
	size_t k = t->slope_cells / t->cells;
	double sum = 0;
	for (size_t i = 0; i < t->cells; i++)
		for (size_t h = 0; h < k; h++)
			sum += x[i] * slope[i * k + h];
	return ldexp(sum, (int)s->leaf_exponent[p->leaf_of[table]]);
}

void sweep_add_slope(const struct sweep *s, uint32_t table, size_t cell, const uint32_t *state, double by, double *out)
{
	const struct plan *p = s->plan;
	const struct net_table *t = &p->net->tables.at[table];
	const struct plan_leaf *leaf = &p->leaves.at[p->leaf_of[table]];
	bool along;
	const struct plan_tensor *x = tensor_of(p, table, &along);
	size_t at = 0, target = 0, k = p->states[p->target_rank];
	for (size_t i = t->n; i-- > 0;) {
		size_t v = t->vars[i], here = cell % p->net->states.at[v];
		cell /= p->net->states.at[v];
		if (p->rank[v] == PLAN_NONE && here != state[v])
			return;
		at += p->rank[v] == PLAN_NONE ? 0 : here * plan_leaf_stride(leaf)[i];
		target = p->rank[v] == p->target_rank ? here : target;
	}
	const double *slope = s->slopes + x->slope;
	for (size_t h = 0; !along && h < k; h++)
		out[h] += by * slope[at * k + h];
	if (along)
		out[target] += by * slope[at];
}

void sweep_add_slopes(const struct sweep *s, uint32_t table, const double *weights, double by, bool apart, double *out)
{
	const struct plan *p = s->plan;
	const struct net_table *t = &p->net->tables.at[table];
	const struct plan_leaf *leaf = &p->leaves.at[p->leaf_of[table]];
	bool along;
	const struct plan_tensor *x = tensor_of(p, table, &along);
	const double *slope = s->slopes + x->slope;
	uint32_t digit[LIMIT_SCOPE] = { 0 };
	size_t at = 0, target = 0, k = p->states[p->target_rank];
	while (along && p->rank[t->vars[target]] != p->target_rank)
		target++;
	for (size_t c = 0; c < t->cells; c++, out += apart ? k : 0) {
		double w = weights ? by * weights[c] : by;
		for (size_t h = 0; !along && h < k; h++)
			out[h] += w * slope[at * k + h];
		if (along)
			out[digit[target]] += w * slope[at];
		at = plan_next_place(p->net, t, leaf, digit, at);
	}
}

double sweep_share(const struct sweep *s, uint32_t table, const double *values)
{
	const struct plan *p = s->plan;
	const struct net_table *t = &p->net->tables.at[table];
	const struct plan_leaf *leaf = &p->leaves.at[p->leaf_of[table]];
	const struct plan_tensor *x = &p->tensors.at[leaf->tensor];
	const double *slope = s->slopes + x->slope;
	uint32_t digit[LIMIT_SCOPE] = { 0 };
	size_t k = x->slope_cells / x->cells, at = 0;
	double with = 0, without = 0;
	for (size_t c = 0; c < t->cells; c++) {
		double sum = 0;
		for (size_t h = 0; h < k; h++)
			sum += slope[at * k + h];
		with += values[c] * sum;
		without += sum;
		at = plan_next_place(p->net, t, leaf, digit, at);
	}
	return with / without;
}
