// How the target's answer depends on one number of a table.
#ifndef WEIGH_ONEWAY_H
#define WEIGH_ONEWAY_H

#include "weigh/query.h"

// After query_everything: P(h | e) as a function of the number t of a cell of a table (in the net's order), while the
// others of its row keep their proportions to one another: (a[h] + b[h] t) / the sum of them over h, for all t in
// [0, 1]. In a table that is no table of chances the others stay. False where the answer does not depend on it: then
// a is the answer and b is 0.
bool oneway_function(struct query *q, uint32_t table, size_t cell, double *a, double *b);

#endif
