// The operations of a plan, from its events.
#ifndef WEIGH_SLOPE_H
#define WEIGH_SLOPE_H

#include "weigh/plan.h"

// Fills p->up and p->down, and gives every tensor its place. `tables` as in struct plan_ask.
MUST_USE enum status slope_operations(struct plan *p, const bool *tables, struct err *e);

#endif
