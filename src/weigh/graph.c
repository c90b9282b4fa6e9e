// Neighbours as sorted arrays: a star of thousands of reports around one source costs no more than its edges.
#include "weigh/graph.h"

#include "base/search.h"

#include <string.h>

void graph_make(struct arena *a, struct graph *g, size_t n)
{
	*g = (struct graph){ .n = n, .at = arena_array(a, struct vertex, n + 1) };
}

void graph_copy(struct arena *a, const struct graph *from, struct graph *to)
{
	graph_make(a, to, from->n);
	for (size_t v = 0; v < from->n; v++) {
		struct vertex *x = &to->at[v];
		const struct vertex *y = &from->at[v];
		x->weight = y->weight;
		x->in = y->in;
		if (!y->near.n)
			continue;
		x->near.at = arena_array(a, uint32_t, y->near.n + 4);
		x->near.n = y->near.n;
		x->near.room = y->near.n + 4;
		memcpy(x->near.at, y->near.at, y->near.n * sizeof *y->near.at);
	}
}

static size_t place_of(const struct vertex *v, uint32_t u)
{
	return search_first(v->near.n, k, v->near.at[k] < u);
}

bool graph_tied(const struct graph *g, uint32_t u, uint32_t v)
{
	const struct vertex *x = &g->at[u];
	size_t i = place_of(x, v);
	return i < x->near.n && x->near.at[i] == v;
}

static bool add(struct arena *a, struct vertex *x, uint32_t v)
{
	size_t i = place_of(x, v);
	if (i < x->near.n && x->near.at[i] == v)
		return false;
	(void)list_add(a, &x->near);
	memmove(&x->near.at[i + 1], &x->near.at[i], (x->near.n - 1 - i) * sizeof *x->near.at);
	x->near.at[i] = v;
	return true;
}

bool graph_tie(struct arena *a, struct graph *g, uint32_t u, uint32_t v)
{
	return add(a, &g->at[u], v) && add(a, &g->at[v], u);
}

void graph_tie_all(struct arena *a, struct graph *g, const uint32_t *vars, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			graph_tie(a, g, vars[i], vars[k]);
}

void graph_tidy(struct graph *g, uint32_t v)
{
	struct vertex *x = &g->at[v];
	size_t n = 0;
	for (size_t i = 0; i < x->near.n; i++)
		if (g->at[x->near.at[i]].in)
			x->near.at[n++] = x->near.at[i];
	x->near.n = n;
}
