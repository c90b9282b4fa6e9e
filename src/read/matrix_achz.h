// Projects of PARC's program for the analysis of competing hypotheses (.achz).
#ifndef READ_MATRIX_ACHZ_H
#define READ_MATRIX_ACHZ_H

#include "case/matrix.h"

MUST_USE enum status matrix_achz(struct arena *a, struct slice bytes, struct matrix *m, struct err *e);

#endif
