// The answer with one thing taken away, and the answer as of each day.
#ifndef WEIGH_WITHOUT_H
#define WEIGH_WITHOUT_H

#include "case/assessment.h"
#include "weigh/lane.h"

// Fills `without` of every question: every live report, fact with one, source and origin of one. The leads must be
// known.
MUST_USE enum status without_each(struct arena *a, const struct whole *w, struct assessment *out, struct err *e);

// Fills `timeline`: the publication dates of live reports, as precisely as they were entered.
MUST_USE enum status without_later(struct arena *a, const struct whole *w, struct assessment *out, struct err *e);

// What changes where a lane is taken for the answer.
struct removal without_change(const struct question_result *r, const double *posterior, double *p);

#endif
