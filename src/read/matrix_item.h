// What is known of an item of evidence beside its ratings: where it comes from, when, how good it is.
#ifndef READ_MATRIX_ITEM_H
#define READ_MATRIX_ITEM_H

#include "case/matrix.h"
#include "read/matrix_words.h"

// Puts the text of a cell into the item, by what its column is. `place` is for remarks on what could not be read.
void matrix_item_field(struct arena *a, const struct matrix_words *w, enum matrix_word column, const char *text,
		       const char *place, struct remarks *told, struct matrix_item *i);

// Whether there are not too many hypotheses and cells.
MUST_USE enum status matrix_item_bounds(const struct matrix *m, struct err *e);

#endif
