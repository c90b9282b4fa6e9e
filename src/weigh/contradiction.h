// Findings of a network that cannot all be true.
#ifndef WEIGH_CONTRADICTION_H
#define WEIGH_CONTRADICTION_H

#include "weigh/query.h"

// After a query said that its findings are impossible: STATUS_IMPOSSIBLE, and in the error which of them contradict one
// another, each contradiction that has no finding in common with another, as few as can be told.
enum status contradiction_explain(const struct query *q, struct err *e);

#endif
