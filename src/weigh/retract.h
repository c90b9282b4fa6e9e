// Findings taken back.
#ifndef WEIGH_RETRACT_H
#define WEIGH_RETRACT_H

#include "weigh/query.h"

void retract_prepare(struct query *q); // makes the items

// After the sweeps: the findings that stand in one table or none.
void retract_leaves(struct query *q, bool possible);

// The findings that stand in several: each by an answer of its own, in parallel.
MUST_USE enum status retract_interior(struct query *q, struct err *e);

#endif
