// The tables of a case: the prior of a hypothesis, the `if` of a fact.
#ifndef CASE_CELLS_H
#define CASE_CELLS_H

#include "case/field.h"

// Into a struct cells: one value, or a list of {when, is} rows.
MUST_USE enum status cells_read_prior(const struct where *w, const struct node *n, void *into);

// Into a struct cells: a map {hypothesis: value}, or a list of {when, is} rows.
MUST_USE enum status cells_read(const struct where *w, const struct node *n, void *into);

struct node *cells_write(struct arena *a, const void *from); // NULL where there is no row

#endif
