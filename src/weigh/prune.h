// What of a network bears on what is asked.
#ifndef WEIGH_PRUNE_H
#define WEIGH_PRUNE_H

#include "weigh/plan.h"

struct pruned {
	bool *variables, *tables;   // [variable] [table] that stay
	uint32_t *barren, n_barren; // variables that nothing observed hangs on, children before their parents
};

// A variable of which nothing is asked or known, and none of whose descendants is, sums to one and goes with its table.
// Of those that stay, `barren` are unobserved ones whose own table alone still holds them once the barren ones before
// are gone, so that summing them out ties nothing.
void prune(struct arena *a, const struct net *n, const struct plan_ask *ask, struct pruned *out);

#endif
