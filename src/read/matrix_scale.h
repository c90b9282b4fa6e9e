// What stands in the cells of a matrix: letters, signs, words, numbers, in whatever scale the sheet has.
#ifndef READ_MATRIX_SCALE_H
#define READ_MATRIX_SCALE_H

#include "case/matrix.h"
#include "read/matrix_words.h"

enum matrix_numbers {
	MATRIX_NUMBERS_NONE,
	MATRIX_NUMBERS_SIGNED, // -2 to 2
	MATRIX_NUMBERS_FIVE,   // 1 to 5, 0 not applicable
	MATRIX_NUMBERS_CHANCE, // 0 to 1, or per cent
	MATRIX_NUMBERS_UNCLEAR,
};

// What was seen of all cells of a matrix: what one number means hangs on the others.
struct matrix_scale {
	size_t ratings, signs; // cells with letters or words; with a plus, or two minus signs
	size_t numbers, fractions, percents, negatives, odd; // odd: not one of -2 to 2
	double least, most;
};

void matrix_scale_see(struct matrix_scale *s, const struct matrix_words *w, const char *folded);
enum matrix_numbers matrix_scale_numbers(const struct matrix_scale *s);

// Whether a folded text could be a rating in some scale.
bool matrix_scale_like(const struct matrix_words *w, const char *folded);

// The rating; false where it is none in this scale.
bool matrix_scale_read(struct arena *a, const struct matrix_scale *s, const struct matrix_words *w, const char *folded,
		       struct matrix_cell *cell);

// "0.7", "0,7", "70 %", "-2", with any minus sign; *percent: it has the sign. False where it is no number.
bool matrix_scale_number(const char *folded, double *x, bool *percent);

#endif
