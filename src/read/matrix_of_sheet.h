// A sheet of evidence against hypotheses -> a matrix, whatever its language and order.
#ifndef READ_MATRIX_OF_SHEET_H
#define READ_MATRIX_OF_SHEET_H

#include "case/matrix.h"
#include "read/sheet.h"

// *found: false where the sheet has no matrix in it. What was understood, assumed and left out is added to the remarks.
MUST_USE enum status matrix_of_sheet(struct arena *a, const struct sheet *s, struct matrix *m, bool *found,
				     struct err *e);

#endif
