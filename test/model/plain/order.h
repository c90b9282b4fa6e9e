// The order in which variables are summed out of a network.
#ifndef TEST_MODEL_PLAIN_ORDER_H
#define TEST_MODEL_PLAIN_ORDER_H

#include "case/net.h"

// Fills order[] with the live variables and returns how many there are. Only live tables tie variables together; `late`
// ones come last among equals. Deterministic.
size_t plain_order(struct arena *a, const struct net *n, const bool *live_var, const bool *live_table,
		       const bool *late, size_t *order);

#endif
