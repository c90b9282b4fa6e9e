// A matrix of evidence against hypotheses as a part of a case.
#ifndef DRAFT_MATRIX_CASE_H
#define DRAFT_MATRIX_CASE_H

#include "case/case.h"
#include "case/matrix.h"

// Adds a question with the hypotheses of equal priors, a fact for each item, the sources, and a report for each item
// that says it is so; ids that the case has already get a number. `ask` is the question in words, NULL: the matrix'
// own. What had to be assumed or left out is added to `told`. The case must be settled afterwards.
void matrix_case_add(struct arena *a, const struct matrix *m, const char *ask, struct the_case *c,
		     struct remarks *told);

#endif
