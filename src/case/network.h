// A network as a file tells it, with its numbers and names; and as bytes, for its way from the reader child, which is
// not trusted. What stands in the bytes is used where it lies: a network of thousands of variables costs the parent
// little more than the bytes.
#ifndef CASE_NETWORK_H
#define CASE_NETWORK_H

#include "base/buf.h"
#include "case/net.h"

// What was observed: of one variable, one state.
struct network_finding {
	size_t variable, state;
};

struct network {
	struct net net; // a chance table a variable, its child last and fastest; of MARKOV the factors, as evidence
	double *values; // [net.cells] finite, >= 0; the rows of a chance table sum to 1
	bool markov;
	bool numbered;        // names and states are numbers: X0, X1, ... and "0", "1", ..., as UAI has them
	const char **names;   // [variable]
	const char ***states; // [variable][state]; where numbered all variables share one array
	LIST(struct network_finding) findings; // a variable at most once
};

// The most that the chances of a row may be away from one, to be what a file with few digits meant: 0.333 three times,
// and what rounding adds.
#define NETWORK_ROW (1e-3 + 1e-9)

// Names variables and states by number.
void network_number(struct arena *a, struct network *n);

// A variable that is its own ancestor by the chance tables, or SIZE_MAX. Each variable is the child of one table.
size_t network_on_cycle(const struct net *n);

// The structure, the names and the findings as bytes, a multiple of eight; the numbers travel beside them, as they are.
void network_pack(struct buf *b, const struct network *n);

// The way back. False where any of it makes no sense. Texts and numbers are used where they lie, and must stay.
bool network_unpack(struct arena *a, struct slice bytes, double *values, size_t n_values, struct network *n);

#endif
