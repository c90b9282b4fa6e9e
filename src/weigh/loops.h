// How two tables are multiplied and summed: out[kept] = sum over the rest of a[..] * b[..], as offsets.
#ifndef WEIGH_LOOPS_H
#define WEIGH_LOOPS_H

#include "weigh/scope.h"

// The innermost loop is a run of contiguous cells; where it lies decides which kernel does the work.
enum loops_kind {
	LOOPS_RUN_AB, // out, a and b run along
	LOOPS_RUN_A,  // out and a run along, b stands
	LOOPS_DOT_AB, // a and b run along and are summed
	LOOPS_DOT_A,  // a runs along and is summed, b stands
};

// For i in high, for j in low: out goes on by one run (or one cell), which sums over `summed` places. pairs[at ..):
// offsets in a and b of the high, the low and the summed.
struct loops {
	uint32_t high, low, summed, run, at;
	enum loops_kind kind;
	uint32_t code; // LOOPS_CODES * kind, and the run where it has code of its own
};

enum { LOOPS_CODES = 16 };

// How many cells of `out` they fill.
static inline uint32_t loops_cells(const struct loops *l)
{
	return l->high * l->low * (l->kind >= LOOPS_DOT_AB ? 1 : l->run);
}

struct loops_pool {
	struct arena *arena; // of what only making needs
	LIST_OWN(struct loops) loops;
	LIST_OWN(uint32_t) pairs; // two each
	LIST_OWN(struct loops_key) keys;
	uint32_t *slots; // of a hash table: loops and one; 0 free
	size_t room;
};

// The index of the loops for tables of these scopes; equal ones are kept once. *swap: a and b must change places.
uint32_t loops_find(struct loops_pool *p, const uint32_t *states, struct scope out, struct scope a, struct scope b,
		    bool *swap);

#endif
