// The operations of a plan, from its events.
#ifndef WEIGH_SLOPE_H
#define WEIGH_SLOPE_H

#include "weigh/tensor.h"

// Fills the plan's up and down, and gives every tensor its place. `tables` as in struct plan_ask.
MUST_USE enum status slope_operations(struct tensors *x, const bool *tables, struct err *e);

#endif
