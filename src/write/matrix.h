// A matrix in the formats of spreadsheets and of PARC's program. Same matrix, same bytes.
#ifndef WRITE_MATRIX_H
#define WRITE_MATRIX_H

#include "base/buf.h"
#include "case/matrix.h"

// UTF-8 with a mark, commas, CRLF, as Excel reads it. A text that a spreadsheet would compute begins with an
// apostrophe.
void matrix_csv_write(struct buf *out, const struct matrix *m);

MUST_USE enum status matrix_xlsx_write(struct buf *out, const struct matrix *m, struct err *e);

// XML in UTF-8, packed by gzip, with the elements that Burton's importer reads.
void matrix_achz_write(struct buf *out, const struct matrix *m);

#endif
