// The variables of a table as a rising list of ranks: where each stands in the order of elimination. The first to be
// summed out is the slowest of a table, the last the fastest.
#ifndef WEIGH_SCOPE_H
#define WEIGH_SCOPE_H

#include "base/list.h"

#include <stdbool.h>
#include <stdint.h>

struct scope {
	const uint32_t *at; // rising
	uint32_t n;
};

struct scope scope_union(struct arena *a, struct scope x, struct scope y);
struct scope scope_without(struct arena *a, struct scope x, uint32_t rank);
struct scope scope_with(struct arena *a, struct scope x, uint32_t rank);
bool scope_has(struct scope x, uint32_t rank);
bool scope_within(struct scope part, struct scope whole);
double scope_cells(struct scope x, const uint32_t *states); // states[rank]
double scope_cells_of_union(struct scope x, struct scope y, const uint32_t *states);

#endif
