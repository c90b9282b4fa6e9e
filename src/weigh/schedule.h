// The order in which operations run.
#ifndef WEIGH_SCHEDULE_H
#define WEIGH_SCHEDULE_H

#include "weigh/plan.h"

// Sorts operations so that each comes after what it needs and equal loops follow one another: a processor that has
// just done the same loops foresees every branch of them. level[place], zeroed: how many operations at least come
// before what lies there is known, itself counted.
void schedule(struct plan_op *ops, size_t n, const struct loops *loops, uint32_t *level);

#endif
