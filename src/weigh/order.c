// Greedy elimination: take the variable that is cheapest by some rule, tie its neighbours to one another, go on. Three
// rules, for none of them is always best: the fewest ties that have to be added (min-fill), the least weight of them,
// the smallest table (min-weight). See Kjaerulff, "Triangulation of graphs" (1990). Where the best of them is still
// dear, a few more attempts break ties at random.
//
// A vertex is scored anew when it loses a neighbour; a new tie is one tie less to add for all who know both ends. Costs
// lie in a heap in which outdated ones may linger.
#include "weigh/order.h"

#include "base/rng.h"
#include "weigh/reroot.h"

#include <math.h>
#include <string.h>

enum rule { RULE_WEIGHTED_FILL, RULE_WEIGHT, RULE_FILL, RULES };
enum {
	CROWD = 64,   // neighbours from which on nobody counts what is missing between them: all of it, it is held
	ATTEMPTS = 6, // of each rule
	DEAR = 256,   // cells a variable from which on there is more than one attempt of each rule
};

static const double very_dear = 3e9;                  // cells at which an attempt gives up: no table may be that large
static const int64_t most_missing = (int64_t)1 << 42; // so that a cost is a number

struct entry {
	int64_t cost;
	uint64_t tie;
	uint32_t var;
};

struct attempt {
	struct arena *arena;
	struct graph graph;
	enum rule rule;
	uint64_t seed;
	int64_t *cost; // [vertex]
	LIST(struct entry) heap;
	uint32_t *mark, stamp; // [vertex]
	uint32_t *lost;        // [vertex] neighbours that are out and linger
};

static bool before(const struct entry *x, const struct entry *y)
{
	if (x->cost != y->cost)
		return x->cost < y->cost;
	return x->tie != y->tie ? x->tie < y->tie : x->var < y->var;
}

static void heap_push(struct attempt *t, struct entry x)
{
	list_push(t->arena, &t->heap, x);
	struct entry *at = t->heap.at;
	size_t i = t->heap.n - 1;
	for (; i && before(&x, &at[(i - 1) / 2]); i = (i - 1) / 2)
		at[i] = at[(i - 1) / 2];
	at[i] = x;
}

static struct entry heap_pop(struct attempt *t)
{
	struct entry *at = t->heap.at, top = at[0], last = at[--t->heap.n];
	size_t i = 0, n = t->heap.n;
	for (size_t child; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n && before(&at[child + 1], &at[child]))
			child++;
		if (!before(&at[child], &last))
			break;
		at[i] = at[child];
	}
	at[i] = last;
	return top;
}

static int64_t tie_weight(const struct attempt *t, uint32_t u, uint32_t v)
{
	return t->rule == RULE_FILL ? 1 : t->graph.at[u].weight * t->graph.at[v].weight >> 10;
}

// What is not tied among the neighbours of v, weighted as the rule has it.
static int64_t missing(struct attempt *t, uint32_t v)
{
	const struct vertex *x = &t->graph.at[v];
	int64_t sum = 0;
	size_t n = x->near.n;
	if (n > CROWD) {
		for (size_t i = 0; i < n; i++)
			sum += tie_weight(t, x->near.at[i], x->near.at[i]);
		sum = sum * (int64_t)n / 2;
		return sum < most_missing ? sum : most_missing;
	}
	for (size_t i = 0; i < n; i++) {
		uint32_t u = x->near.at[i];
		const struct vertex *y = &t->graph.at[u];
		if (y->near.n > 8 * n) { // few to look for among many
			for (size_t k = i + 1; k < n; k++)
				if (!graph_tied(&t->graph, u, x->near.at[k]))
					sum += tie_weight(t, u, x->near.at[k]);
			continue;
		}
		t->stamp++;
		for (size_t k = 0; k < y->near.n; k++)
			t->mark[y->near.at[k]] = t->stamp;
		for (size_t k = i + 1; k < n; k++)
			if (t->mark[x->near.at[k]] != t->stamp)
				sum += tie_weight(t, u, x->near.at[k]);
	}
	return sum;
}

static int64_t table_weight(const struct graph *g, uint32_t v)
{
	int64_t sum = g->at[v].weight;
	for (each (u, &g->at[v].near))
		sum += g->at[*u].weight;
	return sum;
}

static void push_cost(struct attempt *t, uint32_t v)
{
	heap_push(t, (struct entry){ t->cost[v], t->seed ? rng_bits(t->seed, v, 0) : 0, v });
}

static void score(struct attempt *t, uint32_t v)
{
	int64_t weight = table_weight(&t->graph, v);
	t->cost[v] = t->rule == RULE_WEIGHT ? weight : missing(t, v) * (1 << 20) + weight;
	push_cost(t, v);
}

// u and v are tied from now on: whoever knows both has one tie less to add. Who is scored anyway is marked.
static void spread(struct attempt *t, uint32_t u, uint32_t v, const bool *anyway)
{
	const struct vertex *x = &t->graph.at[u], *y = &t->graph.at[v];
	int64_t less = tie_weight(t, u, v) * (1 << 20);
	if (x->near.n > y->near.n) {
		const struct vertex *z = x;
		x = y;
		y = z;
	}
	for (size_t i = 0, k = 0; i < x->near.n; i++) {
		uint32_t w = x->near.at[i];
		if (y->near.n > 8 * x->near.n) {
			if (!graph_tied(&t->graph, (uint32_t)(y - t->graph.at), w))
				continue;
		} else {
			while (k < y->near.n && y->near.at[k] < w)
				k++;
			if (k == y->near.n)
				break;
			if (y->near.at[k] != w)
				continue;
		}
		if (!t->graph.at[w].in || anyway[w] || t->graph.at[w].near.n > CROWD)
			continue;
		t->cost[w] -= less;
		push_cost(t, w);
	}
}

// The hub of a star, of which one more ray is gone: scored anew only now and then.
static bool can_wait(struct attempt *t, const struct vertex *gone)
{
	if (gone->near.n != 1)
		return false;
	uint32_t hub = gone->near.at[0];
	size_t n = t->graph.at[hub].near.n;
	return n > 2 * CROWD && 2 * (size_t)++t->lost[hub] < n;
}

static void tidy(struct attempt *t, uint32_t v)
{
	graph_tidy(&t->graph, v);
	t->lost[v] = 0;
}

static void eliminate(struct attempt *t, uint32_t v, bool *anyway)
{
	struct graph *g = &t->graph;
	struct vertex *x = &g->at[v];
	x->in = false;
	if (can_wait(t, x))
		return;
	for (each (u, &x->near)) {
		tidy(t, *u);
		anyway[*u] = true;
	}
	for (size_t i = 0; i < x->near.n; i++)
		for (size_t k = i + 1; k < x->near.n; k++)
			if (graph_tie(t->arena, g, x->near.at[i], x->near.at[k]) && t->rule != RULE_WEIGHT)
				spread(t, x->near.at[i], x->near.at[k], anyway);
	for (each (u, &x->near)) {
		anyway[*u] = false;
		score(t, *u);
	}
}

static double cells_of(const struct graph *g, const uint32_t *states, uint32_t v)
{
	double cells = states[v];
	for (each (u, &g->at[v].near))
		cells *= states[*u];
	return cells;
}

// One attempt; its graph is then the triangulated one, each vertex with the neighbours that outlived it. False where it
// costs `most` cells or more: out->cells says what it had come to.
static bool attempt(struct attempt *t, const struct graph *g, const uint32_t *states, double most, struct order *out)
{
	bool *anyway = arena_array(t->arena, bool, g->n + 1);
	graph_copy(t->arena, g, &t->graph);
	t->cost = arena_array(t->arena, int64_t, g->n + 1);
	t->mark = arena_array(t->arena, uint32_t, g->n + 1);
	t->lost = arena_array(t->arena, uint32_t, g->n + 1);
	*out = (struct order){ .vars = arena_array(t->arena, uint32_t, g->n + 1) };
	for (uint32_t v = 0; v < g->n; v++)
		if (g->at[v].in) {
			tidy(t, v);
			score(t, v);
		}
	while (t->heap.n) {
		struct entry x = heap_pop(t);
		if (!t->graph.at[x.var].in || t->cost[x.var] != x.cost)
			continue;
		tidy(t, x.var);
		out->vars[out->n++] = x.var;
		out->cells += cells_of(&t->graph, states, x.var);
		if (out->cells >= most)
			return false;
		eliminate(t, x.var, anyway);
	}
	return true;
}

void order_find(struct arena *a, const struct graph *g, const uint32_t *states, uint32_t last, struct order *out)
{
	struct arena best_memory = { 0 };
	struct attempt best = { 0 };
	struct order found = { .cells = INFINITY };
	for (unsigned i = 0; i < RULES * ATTEMPTS && (i < RULES || found.cells > DEAR * (double)g->n); i++) {
		struct arena memory = { 0 };
		struct attempt t = { .arena = &memory, .rule = i % RULES, .seed = i / RULES };
		struct order o;
		if (attempt(&t, g, states, found.cells < very_dear ? found.cells : very_dear, &o)) {
			arena_free(&best_memory);
			best_memory = memory;
			best = t;
			found = o;
			continue;
		}
		arena_free(&memory);
		if (!found.n && o.cells < found.cells)
			found.cells = o.cells;
	}
	*out = (struct order){ .n = found.n, .vars = arena_array(a, uint32_t, found.n + 1), .cells = found.cells };
	if (found.n)
		memcpy(out->vars, found.vars, found.n * sizeof *found.vars);
	if (found.n && last != ORDER_NONE && last < g->n && g->at[last].in)
		reroot(&best.graph, states, out, last);
	arena_free(&best_memory);
}
