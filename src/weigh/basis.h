// What the confidence rubric looks at, read off the case and its results.
#ifndef WEIGH_BASIS_H
#define WEIGH_BASIS_H

#include "case/assessment.h"
#include "weigh/lane.h"

// Fills the confidence of every question: its inputs, the rubric's answer, an analyst's override. Everything else of
// the assessment must be there.
MUST_USE enum status basis_confidence(struct arena *a, const struct whole *w, struct assessment *out, struct err *e);

#endif
