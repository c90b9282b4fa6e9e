// Where a value would have to lie for the leader to change.
#ifndef WEIGH_THRESHOLD_H
#define WEIGH_THRESHOLD_H

#include "case/assessment.h"
#include "weigh/facet.h"

// Fills `thresholds` of every question: every entered value, in file order; facets[question]. The leads must be known.
MUST_USE enum status threshold_all(struct arena *a, const struct facet *facets, struct assessment *out, struct err *e);

#endif
