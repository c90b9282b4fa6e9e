// Where a value would have to lie for the leader to change.
#ifndef WEIGH_THRESHOLD_H
#define WEIGH_THRESHOLD_H

#include "case/assessment.h"
#include "weigh/facet.h"

// Fills `thresholds` of the facet's question: every entered value, in file order. The lead must be known.
MUST_USE enum status threshold_all(struct arena *a, const struct facet *f, struct question_result *out, struct err *e);

#endif
