// Where several analysts entered values: the answer as each of them alone would have it.
#ifndef WEIGH_ANALYST_H
#define WEIGH_ANALYST_H

#include "case/assessment.h"
#include "weigh/lane.h"

// Fills `analysts` and `agree` of every question, if opinions of at least two stand in the case. `pooled`: the whole,
// with all opinions pooled. The leads must be known. The cache may be NULL.
MUST_USE enum status analyst_views(struct arena *a, const struct whole *pooled, struct product_cache *cache,
				   struct assessment *out, struct err *e);

#endif
