// The answer with one thing taken away, and the answer as of each day.
#ifndef WEIGH_WITHOUT_H
#define WEIGH_WITHOUT_H

#include "case/assessment.h"
#include "weigh/lane.h"

// Adds the lanes from which without_tell fills `without` of every question (every live report, fact with one, source
// and origin of one) and `timeline` (the publication dates of live reports, as precisely as they were entered), once
// they have run. The leads must be known.
struct without {
	size_t from, end[REMOVAL_KINDS], days; // lanes: of each kind of items, then of days
};
struct without without_want(struct arena *a, const struct whole *w, struct lane_list *lanes);
void without_tell(struct arena *a, const struct whole *w, const struct without *x, const struct lane_list *lanes,
		  struct assessment *out);

// What changes where a lane is taken for the answer.
struct removal without_change(const struct question_result *r, const double *posterior, double *p);

#endif
