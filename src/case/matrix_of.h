// A question of a case as a matrix.
#ifndef CASE_MATRIX_OF_H
#define CASE_MATRIX_OF_H

#include "case/case.h"
#include "case/matrix.h"

// The hypotheses that are in the case, and an item for every fact that is about the question and is reported.
void matrix_of_case(struct arena *a, const struct the_case *c, size_t question, struct matrix *out);

#endif
