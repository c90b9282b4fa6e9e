// Which variables stand in a table together: the graph that is triangulated. Vertices are variables, neighbours are
// kept in rising order; a vertex that has been taken out may linger among the neighbours of others.
#ifndef WEIGH_GRAPH_H
#define WEIGH_GRAPH_H

#include "base/list.h"

#include <stdbool.h>
#include <stdint.h>

struct vertex {
	LIST(uint32_t) near; // rising
	int64_t weight;      // log2 of its states, in 1/1024
	bool in;             // false: not, or no longer, part of the graph
};

struct graph {
	size_t n;
	struct vertex *at; // [n]
};

void graph_make(struct arena *a, struct graph *g, size_t n);
void graph_copy(struct arena *a, const struct graph *from, struct graph *to);
bool graph_tied(const struct graph *g, uint32_t u, uint32_t v);
bool graph_tie(struct arena *a, struct graph *g, uint32_t u, uint32_t v); // false where they were tied before
void graph_tie_all(struct arena *a, struct graph *g, const uint32_t *vars, size_t n); // each to each
void graph_tidy(struct graph *g, uint32_t v);                                         // its neighbours that are in

#endif
