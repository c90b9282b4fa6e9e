// A discrete network: variables with states, and tables over them. It knows nothing of what they mean, and only its
// structure stands here: the numbers lie in an array beside it, so that one structure serves many sets of numbers.
#ifndef CASE_NET_H
#define CASE_NET_H

#include "base/list.h"

#include <stdbool.h>
#include <stdint.h>

struct net_table {
	bool chance;        // the chances of its last variable given the others; else any evidence, numbers >= 0
	size_t n;           // variables; a variable stands once
	const size_t *vars; // [n] the last runs fastest
	size_t at, cells;   // its numbers are values[at .. at + cells)
};

struct net {
	LIST(size_t) states; // [variable]
	LIST(struct net_table) tables;
	size_t cells; // of all tables: how long `values` is
};

// Adds a variable; returns its index.
size_t net_variable(struct arena *a, struct net *n, size_t states);

// Adds the table of a child given its parents: for every state of the parents, the child's chances, which sum to one.
// Every variable has at most one. The table's index is net->tables.n - 1; STATUS_LIMIT where it would be too large.
MUST_USE enum status net_chance(struct arena *a, struct net *n, size_t child, const size_t *parents, size_t n_parents,
				struct err *e);

// Adds evidence: a likelihood over the states of some variables. Observing a state is the vector of 0 and one 1.
MUST_USE enum status net_evidence(struct arena *a, struct net *n, const size_t *vars, size_t n_vars, struct err *e);

#endif
