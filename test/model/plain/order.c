// Greedy elimination by the least table (min-weight: Kjaerulff, "Triangulation of graphs", 1990): take the variable
// whose table together with its neighbours is smallest, tie its neighbours to one another, go on. Neighbours are kept
// as sorted arrays in which eliminated ones may linger, costs in a heap in which outdated ones may linger: a star of
// thousands of reports around one source then costs no more than its edges.
#include "test/model/plain/order.h"

#include "base/search.h"

#include <math.h>
#include <string.h>

struct node_of {
	LIST(size_t) near; // neighbours, ascending; some may be gone
	int64_t weight;    // log2 of its states, in 1/65536
	int64_t cost;      // its weight and that of its neighbours
	bool gone;
};

struct entry {
	int64_t cost;
	bool late;
	size_t var;
};

struct heap {
	LIST(struct entry) at;
};

static bool before(const struct entry *x, const struct entry *y)
{
	if (x->cost != y->cost)
		return x->cost < y->cost;
	if (x->late != y->late)
		return y->late;
	return x->var < y->var;
}

static void heap_push(struct arena *a, struct heap *h, struct entry x)
{
	list_push(a, &h->at, x);
	struct entry *at = h->at.at;
	size_t i = h->at.n - 1;
	for (; i && before(&x, &at[(i - 1) / 2]); i = (i - 1) / 2)
		at[i] = at[(i - 1) / 2];
	at[i] = x;
}

static struct entry heap_pop(struct heap *h)
{
	struct entry *at = h->at.at, top = at[0], last = at[--h->at.n];
	size_t i = 0, n = h->at.n;
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

static size_t place_of(const struct node_of *n, size_t var)
{
	return search_first(n->near.n, k, n->near.at[k] < var);
}

static void tie(struct arena *a, struct node_of *nodes, size_t from, size_t to)
{
	struct node_of *n = &nodes[from];
	size_t i = place_of(n, to);
	if (i < n->near.n && n->near.at[i] == to)
		return;
	(void)list_add(a, &n->near);
	memmove(&n->near.at[i + 1], &n->near.at[i], (n->near.n - 1 - i) * sizeof n->near.at[0]);
	n->near.at[i] = to;
	n->cost += nodes[to].weight;
}

static void eliminate(struct arena *a, struct node_of *nodes, size_t var, struct heap *heap, const bool *late)
{
	struct node_of *v = &nodes[var];
	size_t n = 0;
	for (size_t i = 0; i < v->near.n; i++)
		if (!nodes[v->near.at[i]].gone)
			v->near.at[n++] = v->near.at[i];
	v->near.n = n;
	v->gone = true;
	for (size_t i = 0; i < n; i++) {
		size_t u = v->near.at[i];
		for (size_t j = 0; j < n; j++)
			if (j != i)
				tie(a, nodes, u, v->near.at[j]);
		nodes[u].cost -= v->weight;
		heap_push(a, heap, (struct entry){ nodes[u].cost, late[u], u });
	}
}

size_t plain_order(struct arena *a, const struct net *n, const bool *live_var, const bool *live_table,
		       const bool *late, size_t *order)
{
	struct node_of *nodes = arena_array(a, struct node_of, n->states.n);
	struct heap heap = { 0 };
	size_t found = 0;
	for (size_t v = 0; v < n->states.n; v++)
		nodes[v].cost = nodes[v].weight = llround(log2((double)n->states.at[v]) * 65536);
	for (size_t t = 0; t < n->tables.n; t++) {
		const struct net_table *table = &n->tables.at[t];
		for (size_t i = 0; live_table[t] && i < table->n; i++)
			for (size_t j = 0; j < table->n; j++)
				if (j != i)
					tie(a, nodes, table->vars[i], table->vars[j]);
	}
	for (size_t v = 0; v < n->states.n; v++)
		if (live_var[v])
			heap_push(a, &heap, (struct entry){ nodes[v].cost, late[v], v });
	while (heap.at.n) {
		struct entry x = heap_pop(&heap);
		if (nodes[x.var].gone || nodes[x.var].cost != x.cost)
			continue;
		order[found++] = x.var;
		eliminate(a, nodes, x.var, &heap, late);
	}
	return found;
}
