// Where a value would have to lie for the leader to change.
#ifndef WEIGH_THRESHOLD_H
#define WEIGH_THRESHOLD_H

#include "case/assessment.h"
#include "weigh/facet.h"

// Fills `thresholds` of every question: every entered value, in file order. The whole's facets and the leads must be
// known. As work to be done beside other work, and what came of it.
struct threshold_job {
	const struct whole *w;
	struct assessment *out;
	LIST(size_t) entered; // values that somebody entered
	size_t questions, pieces;
	enum status *status; // [piece]
	struct err *errs;
};
struct par_work threshold_work(struct arena *a, const struct whole *w, struct assessment *out, struct threshold_job *j);
MUST_USE enum status threshold_status(const struct threshold_job *j, struct err *e);

#endif
