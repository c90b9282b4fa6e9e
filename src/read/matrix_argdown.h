// An argument map in Argdown as a matrix: what others support or attack, and what does so.
#ifndef READ_MATRIX_ARGDOWN_H
#define READ_MATRIX_ARGDOWN_H

#include "case/matrix.h"

MUST_USE enum status matrix_argdown(struct arena *a, struct slice bytes, struct matrix *m, struct err *e);

#endif
