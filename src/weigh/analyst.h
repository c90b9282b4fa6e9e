// Where several analysts entered values: the answer as each of them alone would have it.
#ifndef WEIGH_ANALYST_H
#define WEIGH_ANALYST_H

#include "case/assessment.h"
#include "weigh/model.h"

// Fills `analysts` of every question, if opinions of at least two stand in the case.
MUST_USE enum status analyst_views(struct arena *a, const struct model *m, struct assessment *out, struct err *e);

#endif
