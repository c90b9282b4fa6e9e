// A matrix as rows of texts: what a sheet of it has in its cells.
#ifndef WRITE_MATRIX_ROWS_H
#define WRITE_MATRIX_ROWS_H

#include "case/matrix.h"

struct matrix_row {
	LIST(const char *) texts;
};

struct matrix_rows {
	LIST(struct matrix_row) rows;
	size_t head;    // the row of the headings
	size_t ratings; // the first column of ratings; they go on to the end
};

// Title, question and classification, where there are any, an empty row, headings, a row an item; columns that no item
// has anything for are left out. A hypothesis is headed "ID: WORDS".
void matrix_rows_of(struct arena *a, const struct matrix *m, struct matrix_rows *out);

// What stands in a cell: the letters of its rating, or its likelihood where the letters do not stand for just that.
const char *matrix_rows_cell(struct arena *a, const struct matrix_cell *cell);

#endif
