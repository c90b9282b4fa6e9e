// Matrices from files: in a reader child, or in this process for the tests.
#ifndef READ_MATRIX_H
#define READ_MATRIX_H

#include "case/matrix.h"

enum matrix_format { MATRIX_CSV, MATRIX_XLSX, MATRIX_ACHZ, MATRIX_ARGDOWN, MATRIX_FORMATS };

// The format by the end of a name (.csv, .tsv, .xlsx, .achz, .argdown); false where it is none of them.
bool matrix_format_of(const char *path, enum matrix_format *format);

// Reads a matrix in a reader child. Errors begin with the path.
MUST_USE enum status read_matrix(struct arena *a, const char *path, struct matrix *m, struct err *e);

// The same of bytes at hand, in this process.
MUST_USE enum status matrix_parse(struct arena *a, enum matrix_format format, struct slice bytes, struct matrix *m,
				  struct err *e);

#endif
