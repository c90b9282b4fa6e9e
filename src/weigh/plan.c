// Prune, order, then a bucket for each variable in turn (Dechter, "Bucket elimination", 1999). The variables of every
// table lie by rank, so what is summed out is the slowest and what is left lies side by side.
#include "weigh/plan.h"

#include "base/limits.h"
#include "weigh/bucket.h"
#include "weigh/order.h"
#include "weigh/prune.h"
#include "weigh/slope.h"

#include <math.h>
#include <string.h>

struct making {
	struct arena *arena, scratch;
	struct plan *p;
	const struct net *net;
	const struct plan_ask *ask;
	struct pruned pruned;
	struct bucket *buckets; // [rank]
	struct tensors tensors;
};

static bool is_observed(const struct plan_ask *ask, size_t v)
{
	return ask->observed && ask->observed[v];
}

static void draw_graph(struct arena *a, struct making *m, struct graph *g)
{
	const struct net *n = m->net;
	uint32_t *vars = arena_array(a, uint32_t, n->states.n + 1);
	graph_make(a, g, n->states.n);
	for (size_t v = 0; v < n->states.n; v++) {
		g->at[v].in = m->pruned.variables[v] && !is_observed(m->ask, v);
		g->at[v].weight = llround(log2((double)n->states.at[v]) * 1024);
	}
	for (size_t t = 0; t < n->tables.n; t++) {
		const struct net_table *table = &n->tables.at[t];
		size_t k = 0;
		for (size_t i = 0; m->pruned.tables[t] && i < table->n; i++)
			if (g->at[table->vars[i]].in)
				vars[k++] = (uint32_t)table->vars[i];
		graph_tie_all(a, g, vars, k);
	}
}

static bool is_clique(const struct graph *g, uint32_t v)
{
	const struct vertex *x = &g->at[v];
	for (size_t i = 0; i < x->near.n; i++)
		for (size_t k = i + 1; k < x->near.n; k++)
			if (!graph_tied(g, x->near.at[i], x->near.at[k]))
				return false;
	return true;
}

// Barren variables whose neighbours are tied already go first: that is never worse, and what they leave is one.
static uint32_t take_barren(struct making *m, struct graph *g, uint32_t *order)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < m->pruned.n_barren; i++) {
		uint32_t v = m->pruned.barren[i];
		graph_tidy(g, v);
		if (!is_clique(g, v))
			continue;
		double cells = (double)m->net->states.at[v];
		for (each (u, &g->at[v].near))
			cells *= (double)m->net->states.at[*u];
		m->p->cells += cells;
		g->at[v].in = false;
		order[n++] = v;
	}
	return n;
}

_Static_assert((uint32_t)PLAN_NONE == (uint32_t)ORDER_NONE, "told as one");
static void find_order(struct making *m)
{
	struct arena a = { 0 };
	struct plan *p = m->p;
	const struct net *n = m->net;
	struct graph g;
	struct order rest;
	uint32_t *states = arena_array(&a, uint32_t, n->states.n + 1);
	draw_graph(&a, m, &g);
	uint32_t first = take_barren(m, &g, p->variable);
	for (size_t v = 0; v < n->states.n; v++) {
		states[v] = (uint32_t)n->states.at[v];
		p->rank[v] = PLAN_NONE;
	}
	order_find(&a, &g, states, (uint32_t)m->ask->target, &rest);
	p->n_ranks = first + (uint32_t)rest.n;
	if (rest.n)
		memcpy(p->variable + first, rest.vars, rest.n * sizeof *rest.vars);
	p->cells += rest.cells;
	arena_free(&a);
}

static enum status rank_variables(struct making *m, struct err *e)
{
	struct plan *p = m->p;
	const struct net *n = m->net;
	p->rank = arena_array(m->arena, uint32_t, n->states.n + 1);
	p->variable = arena_array(m->arena, uint32_t, n->states.n + 1);
	p->states = arena_array(m->arena, uint32_t, n->states.n + 2);
	find_order(m);
	for (uint32_t r = 0; r < p->n_ranks; r++) {
		p->rank[p->variable[r]] = r;
		p->states[r] = (uint32_t)n->states.at[p->variable[r]];
	}
	p->states[p->n_ranks] = p->lanes;
	if (p->cells * p->lanes > LIMIT_TABLE)
		return err_set(
		    e, STATUS_LIMIT,
		    "the network ties too much together: the tables of an answer would have at least %.3g cells, more "
		    "than the limit TABLE of %lld; let variables depend on fewer others",
		    p->cells, (long long)LIMIT_TABLE);
	p->target_rank = p->target == PLAN_NONE ? PLAN_NONE : p->rank[p->target];
	return STATUS_OK;
}

static void put(struct making *m, uint32_t tensor)
{
	struct plan *p = m->p;
	const struct tensor *t = &m->tensors.list.at[tensor];
	if (!t->whole.n || t->whole.at[0] >= p->n_ranks)
		list_push(m->arena, &p->roots, tensor);
	else if (t->ones)
		list_push(&m->scratch, &m->buckets[t->whole.at[0]].ones, tensor);
	else
		list_push(&m->scratch, &m->buckets[t->whole.at[0]].real, tensor);
}

// The unobserved variables of a table, by rank, the observed ones in front of them.
static void sort_leaf(struct making *m, const struct net_table *t, uint32_t *by_rank, uint32_t *n,
		      struct plan_leaf *leaf)
{
	struct plan *p = m->p;
	for (size_t i = 0; i < t->n; i++)
		leaf->n_observed += p->rank[t->vars[i]] == PLAN_NONE;
	uint32_t *observed = arena_array(m->arena, uint32_t, 2 * (size_t)leaf->n_observed + t->n),
		 *step = observed + leaf->n_observed, *stride = step + leaf->n_observed, found = 0;
	for (size_t i = 0; i < t->n; i++) {
		uint32_t r = p->rank[t->vars[i]], k = *n;
		if (r == PLAN_NONE) {
			observed[found++] = (uint32_t)t->vars[i];
			continue;
		}
		for (; k && by_rank[k - 1] > r; k--)
			by_rank[k] = by_rank[k - 1];
		by_rank[k] = r;
		++*n;
	}
	uint32_t cells = leaf->cells ? (uint32_t)p->lanes : 1; // cells: here only whether it varies
	for (uint32_t k = *n; k-- > 0; cells *= p->states[by_rank[k]])
		for (size_t i = 0; i < t->n; i++)
			if (p->rank[t->vars[i]] == by_rank[k])
				stride[i] = cells;
	for (uint32_t k = leaf->n_observed; k-- > 0; cells *= (uint32_t)m->net->states.at[observed[k]]) {
		step[k] = cells;
		for (size_t i = 0; i < t->n; i++)
			if (t->vars[i] == observed[k])
				stride[i] = cells;
	}
	leaf->observed = observed;
	leaf->cells = cells;
}

static void add_leaf(struct making *m, uint32_t table)
{
	struct plan *p = m->p;
	const struct net_table *t = &m->net->tables.at[table];
	uint32_t *by_rank = arena_array(&m->scratch, uint32_t, t->n + 1), n = 0;
	bool varies = m->ask->varies && m->ask->varies[table];
	struct plan_leaf leaf = { .table = table, .cells = varies };
	sort_leaf(m, t, by_rank, &n, &leaf);
	struct tensor x = {
		.stored = { by_rank, n }, .whole = { by_rank, n }, .table = table, .marginal = PLAN_NONE, .factors = 1
	};
	if (varies)
		x.stored = scope_with(&m->scratch, x.stored, p->n_ranks);
	leaf.tensor = tensor_add(&m->tensors, x);
	p->table_cells = plan_aligned(p->table_cells, leaf.cells);
	leaf.at = (uint32_t)p->table_cells;
	p->table_cells += leaf.cells;
	p->leaf_of[table] = (uint32_t)p->leaves.n;
	p->leaves.at[p->leaves.n++] = leaf;
	put(m, leaf.tensor);
}

static void add_marginal(struct making *m, uint32_t variable)
{
	struct plan *p = m->p;
	struct tensor x = { .whole = scope_with(&m->scratch, (struct scope){ 0 }, p->rank[variable]),
			    .table = PLAN_NONE,
			    .marginal = variable,
			    .ones = true };
	p->marginal_of[variable] = tensor_add(&m->tensors, x);
	put(m, p->marginal_of[variable]);
}

static enum status clear_all(struct making *m, struct err *e)
{
	struct plan *p = m->p;
	for (uint32_t r = 0; r < p->n_ranks; r++) {
		bool keep = r == p->target_rank;
		uint32_t out = bucket_clear(&m->tensors, &m->buckets[r], r, keep);
		double cells = scope_cells(m->tensors.list.at[out].whole, p->states);
		if (cells > LIMIT_TABLE)
			return err_set(e, STATUS_LIMIT, "a table of the answer exceeds the limit TABLE of %lld cells",
				       (long long)LIMIT_TABLE);
		if (keep) {
			p->target_root = (uint32_t)p->roots.n;
			list_push(m->arena, &p->roots, out);
		} else {
			put(m, out);
		}
	}
	return STATUS_OK;
}

static enum status fill(struct making *m, struct err *e)
{
	struct plan *p = m->p;
	const struct net *n = m->net;
	prune(&m->scratch, n, m->ask, &m->pruned);
	if (rank_variables(m, e))
		return e->status;
	m->buckets = arena_array(&m->scratch, struct bucket, p->n_ranks + 1);
	p->leaf_of = arena_array(m->arena, uint32_t, n->tables.n + 1);
	p->marginal_of = arena_array(m->arena, uint32_t, n->states.n + 1);
	for (uint32_t t = 0; t < n->tables.n; t++)
		p->leaves.room += m->pruned.tables[t];
	p->leaves.at = arena_array(m->arena, struct plan_leaf, p->leaves.room);
	for (uint32_t t = 0; t < n->tables.n; t++) {
		p->leaf_of[t] = PLAN_NONE;
		if (m->pruned.tables[t])
			add_leaf(m, t);
	}
	for (uint32_t v = 0; v < n->states.n; v++) {
		p->marginal_of[v] = PLAN_NONE;
		if (m->ask->marginals && m->ask->marginals[v] && p->rank[v] != PLAN_NONE)
			add_marginal(m, v);
	}
	if (clear_all(m, e))
		return e->status;
	tensor_settle(m->arena, &m->tensors);
	return slope_operations(&m->tensors, m->ask->tables, e);
}

// What the lists of a plan lie in becomes the arena's; what only its making needs goes.
static void take_over(struct arena *a, struct plan *p)
{
	list_done_own(&p->up);
	list_done_own(&p->down);
	list_done_own(&p->pool.loops);
	list_done_own(&p->pool.pairs);
	arena_adopt(a, &p->up.mem);
	arena_adopt(a, &p->down.mem);
	arena_adopt(a, &p->pool.loops.mem);
	arena_adopt(a, &p->pool.pairs.mem);
	arena_free(&p->pool.keys.mem);
	p->pool.arena = NULL;
}

enum status plan_make(struct arena *a, const struct net *n, const struct plan_ask *ask, struct plan **out,
		      struct err *e)
{
	struct making m = { .arena = a, .net = n, .ask = ask, .p = arena_new(a, struct plan) };
	*m.p = (struct plan){ .net = n,
			      .target = ask->together ? PLAN_NONE : ask->target,
			      .lanes = ask->varies ? KERNEL_LANES : 1,
			      .target_root = PLAN_NONE };
	*out = m.p;
	m.p->pool.arena = &m.scratch;
	m.tensors = (struct tensors){ .plan = m.p, .scratch = &m.scratch };
	enum status s = fill(&m, e);
	take_over(a, m.p);
	tensor_forget(&m.tensors);
	arena_free(&m.scratch);
	return s;
}

size_t plan_next_place(const struct net *n, const struct net_table *t, const struct plan_leaf *leaf, uint32_t *digit,
		       size_t at)
{
	const uint32_t *stride = plan_leaf_stride(leaf);
	for (size_t i = t->n; i-- > 0;) {
		at += stride[i];
		if (++digit[i] < n->states.at[t->vars[i]])
			break;
		at -= (size_t)stride[i] * digit[i];
		digit[i] = 0;
	}
	return at;
}

void plan_places_of(const struct plan *p, uint32_t table, uint32_t *at)
{
	const struct net_table *t = &p->net->tables.at[table];
	const struct plan_leaf *leaf = p->leaf_of[table] == PLAN_NONE ? NULL : &p->leaves.at[p->leaf_of[table]];
	uint32_t digit[LIMIT_SCOPE] = { 0 };
	size_t here = 0;
	for (size_t c = 0; c < t->cells; c++) {
		at[c] = leaf ? (uint32_t)(leaf->at + here) : PLAN_NONE;
		here = leaf ? plan_next_place(p->net, t, leaf, digit, here) : 0;
	}
}
