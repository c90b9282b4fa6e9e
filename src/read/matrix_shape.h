// Where in a sheet the matrix stands: its head row, what each column is, where it ends, and whether hypotheses stand by
// row.
#ifndef READ_MATRIX_SHAPE_H
#define READ_MATRIX_SHAPE_H

#include "read/matrix_words.h"
#include "read/sheet.h"

enum { MATRIX_SHAPE_NONE = -1, MATRIX_SHAPE_RATED = -2 }; // of a column, beside enum matrix_word

struct matrix_shape {
	struct sheet sheet; // with the evidence by row
	bool turned;        // it was by column
	size_t head, end;   // rows; the items are between them
	int *roles;         // [column]
	size_t rated;       // columns of hypotheses
	size_t evidence;    // the column of what an item says; sheet.columns: there is none
	bool named;         // its heading says that it is
};

// False where there is no matrix.
bool matrix_shape_find(struct arena *a, const struct matrix_words *w, const struct sheet *s, struct matrix_shape *out);

// The first column of a role, or sheet.columns.
size_t matrix_shape_column(const struct matrix_shape *s, int role);

// "H1", "H 2: it was staged", "E3": the bytes of letter and number, and what follows; 0 where it does not begin so.
size_t matrix_shape_numbered(const char *folded, char letter);

#endif
