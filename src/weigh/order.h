// The order in which variables are summed out of a network.
#ifndef WEIGH_ORDER_H
#define WEIGH_ORDER_H

#include "weigh/graph.h"

struct order {
	size_t n;
	uint32_t *vars; // [n] the first is summed out first
	double cells;   // of all tables that this needs, at most
};

// Orders the vertices that are in. `states` of each. Where `last` is one of them it comes last, at little cost: the
// same ties. Deterministic. The graph is left as it is. Where every order that is tried needs more cells than any limit
// allows, there is none, and `cells` is at least so many.
void order_find(struct arena *a, const struct graph *g, const uint32_t *states, uint32_t last, struct order *out);

enum { ORDER_NONE = UINT32_MAX };

#endif
