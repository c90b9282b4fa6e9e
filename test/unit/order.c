// Orders of elimination: every variable once, the cells that are told are the cells that it takes, an order that ends
// in a given variable ties nothing more; and what is large is quick or refused.
#include "weigh/order.h"

#include "base/limits.h"
#include "test/engine.h"
#include "test/tap.h"
#include "weigh/reroot.h"

enum { GRAPHS = 300 };

static struct arena arena;

static void graph_ready(struct graph *g, const uint32_t *states)
{
	for (size_t v = 0; v < g->n; v++) {
		g->at[v].in = true;
		g->at[v].weight = llround(log2(states[v]) * 1024);
	}
}

static struct graph random_graph(struct dice *d, uint32_t *states, size_t most)
{
	struct graph g;
	size_t n = 1 + dice_below(d, most), ties = dice_below(d, 3 * n);
	graph_make(&arena, &g, n);
	for (size_t v = 0; v < n; v++)
		states[v] = (uint32_t)(1 + dice_below(d, 5));
	for (size_t i = 0; i < ties; i++) {
		uint32_t u = (uint32_t)dice_below(d, n), v = (uint32_t)dice_below(d, n);
		if (u != v)
			graph_tie(&arena, &g, u, v);
	}
	graph_ready(&g, states);
	for (size_t v = 0; v < n; v++)
		g.at[v].in = dice_below(d, 10) != 0;
	return g;
}

// Elimination, tie by tie. filled[u * n + v]: tied in the end.
static double eliminate(const struct graph *g, const struct order *o, const uint32_t *states, bool *filled)
{
	bool *gone = arena_array(&arena, bool, g->n);
	double all = 0;
	for (uint32_t u = 0; u < g->n; u++)
		for (uint32_t v = 0; v < g->n; v++)
			filled[u * g->n + v] = u != v && g->at[u].in && g->at[v].in && graph_tied(g, u, v);
	for (size_t i = 0; i < o->n; i++) {
		uint32_t x = o->vars[i];
		double cells = states[x];
		for (uint32_t u = 0; u < g->n; u++)
			if (!gone[u] && filled[x * g->n + u]) {
				cells *= states[u];
				for (uint32_t v = 0; v < g->n; v++)
					if (v != u && !gone[v] && filled[x * g->n + v])
						filled[u * g->n + v] = true;
			}
		gone[x] = true;
		all += cells;
	}
	return all;
}

static bool permutation(const struct graph *g, const struct order *o)
{
	bool *seen = arena_array(&arena, bool, g->n);
	size_t in = 0;
	for (size_t v = 0; v < g->n; v++)
		in += g->at[v].in;
	for (size_t i = 0; i < o->n; i++) {
		if (o->vars[i] >= g->n || seen[o->vars[i]] || !g->at[o->vars[i]].in)
			return false;
		seen[o->vars[i]] = true;
	}
	return o->n == in;
}

static void random_graphs(void)
{
	size_t orders = 0, cells = 0, most = 0, ends = 0, fills = 0, same = 0;
	for (uint64_t seed = 0; seed < GRAPHS; seed++) {
		struct dice d = { .seed = seed };
		uint32_t states[60], last;
		struct graph g = random_graph(&d, states, 60);
		struct order o, p, q;
		bool *filled = arena_array(&arena, bool, g.n *g.n), *other = arena_array(&arena, bool, g.n *g.n);
		order_find(&arena, &g, states, ORDER_NONE, &o);
		order_find(&arena, &g, states, ORDER_NONE, &q);
		same += o.n == q.n && (!o.n || !memcmp(o.vars, q.vars, o.n * sizeof *o.vars));
		orders += permutation(&g, &o);
		cells += eliminate(&g, &o, states, filled) == o.cells;
		last = (uint32_t)dice_below(&d, g.n);
		order_find(&arena, &g, states, last, &p);
		orders += permutation(&g, &p);
		ends += !g.at[last].in || p.vars[p.n - 1] == last;
		most += eliminate(&g, &p, states, other) <= p.cells;
		bool more = false;
		for (size_t i = 0; i < g.n * g.n; i++)
			more |= other[i] && !filled[i];
		fills += !more;
		arena_reset(&arena);
	}
	is_int(same, GRAPHS, "the same order every time");
	is_int(orders, 2 * GRAPHS, "every variable once");
	is_int(cells, GRAPHS, "the cells told are the cells used");
	is_int(most, GRAPHS, "with a last one, they are enough");
	is_int(ends, GRAPHS, "the last is last");
	is_int(fills, GRAPHS, "which ties nothing more");
}

static void star(size_t leaves, uint32_t states, uint32_t last)
{
	struct graph g;
	struct order o;
	uint32_t *each_of = arena_array(&arena, uint32_t, leaves + 1);
	graph_make(&arena, &g, leaves + 1);
	for (size_t v = 0; v <= leaves; v++)
		each_of[v] = states;
	for (uint32_t v = 1; v <= leaves; v++)
		graph_tie(&arena, &g, 0, v);
	graph_ready(&g, each_of);
	order_find(&arena, &g, each_of, last, &o);
	ok(permutation(&g, &o) && o.cells == (double)leaves * states * states + states,
	   "a star of %zu leaves of %u states", leaves, states);
	ok(last == ORDER_NONE || o.vars[leaves] == last, "and its last");
	arena_reset(&arena);
}

static void grid(uint32_t side)
{
	struct graph g;
	struct order o;
	uint32_t *states = arena_array(&arena, uint32_t, side * side);
	graph_make(&arena, &g, (size_t)side * side);
	for (uint32_t i = 0; i < side * side; i++) {
		states[i] = 2;
		if (i % side)
			graph_tie(&arena, &g, i, i - 1);
		if (i >= side)
			graph_tie(&arena, &g, i, i - side);
	}
	graph_ready(&g, states);
	order_find(&arena, &g, states, side, &o);
	ok(permutation(&g, &o) && o.cells < ldexp(side * side, (int)side + 2), "a grid of %u by %u: %.0f cells", side,
	   side, o.cells);
	arena_reset(&arena);
}

static void clique(size_t n, uint32_t last)
{
	struct graph g;
	struct order o;
	uint32_t *states = arena_array(&arena, uint32_t, n), *all = arena_array(&arena, uint32_t, n);
	graph_make(&arena, &g, n);
	for (uint32_t v = 0; v < n; v++) {
		states[v] = 2;
		all[v] = v;
	}
	graph_tie_all(&arena, &g, all, n);
	graph_ready(&g, states);
	order_find(&arena, &g, states, last, &o);
	ok(n < 26 ? permutation(&g, &o) && o.cells == ldexp(1, (int)n + 1) - 2 : o.cells > LIMIT_TABLE,
	   "a clique of %zu%s", n, n < 26 ? "" : " is too large");
	arena_reset(&arena);
}

static void graphs(void)
{
	struct graph g, h;
	struct order o;
	graph_make(&arena, &g, 4);
	graph_ready(&g, (uint32_t[]){ 2, 2, 2, 2 });
	ok(graph_tie(&arena, &g, 2, 0) && !graph_tie(&arena, &g, 0, 2), "a tie is made once");
	graph_tie(&arena, &g, 2, 3);
	graph_tie(&arena, &g, 2, 1);
	ok(graph_tied(&g, 0, 2) && graph_tied(&g, 2, 0) && !graph_tied(&g, 0, 1), "both ends know");
	ok(g.at[2].near.n == 3 && g.at[2].near.at[0] == 0 && g.at[2].near.at[1] == 1 && g.at[2].near.at[2] == 3,
	   "neighbours are in rising order");
	graph_copy(&arena, &g, &h);
	g.at[1].in = false;
	graph_tidy(&g, 2);
	ok(g.at[2].near.n == 2 && g.at[2].near.at[1] == 3 && h.at[2].near.n == 3, "one is taken out; not of the copy");
	graph_make(&arena, &g, 0);
	order_find(&arena, &g, NULL, ORDER_NONE, &o);
	ok(o.n == 0 && o.cells == 0, "nothing has an order");
}

int main(void)
{
	graphs();
	random_graphs();
	star(10000, 2, ORDER_NONE);
	star(10000, 3, 7);
	star(100000, 4, 0);
	star(100000, 4, 99999);
	grid(12);
	clique(1, 0);
	clique(18, 5);
	clique(60, 3);
	clique(1100, 1000);
	arena_free(&arena);
	return done();
}
