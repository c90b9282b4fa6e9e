// A question of a case as a matrix.
#ifndef CASE_MATRIX_OF_H
#define CASE_MATRIX_OF_H

#include "case/case.h"
#include "case/matrix.h"

// The hypotheses that are in the case, and an item for every fact that bears on the question and is reported: with the
// letters of how likely it is under each, or of how likely it is not so, where the reports say that. Where they
// contradict each other there are two items, which are flagged and say so.
void matrix_of_case(struct arena *a, const struct the_case *c, size_t question, struct matrix *out);

// Where an item comes from, and the numbers under its letters.
struct matrix_of_fact {
	size_t fact;
	bool denied;          // the item is that it is not so
	double *p;            // [hypothesis] where its cell has a letter
	LIST(size_t) reports; // those that say so, and that their origin did not take back
};

// The same in the eyes of an analyst (NULL: pooled), with where each item comes from, [item].
struct matrix_of_fact *matrix_of_analyst(struct arena *a, const struct the_case *c, size_t question,
					 const char *analyst, struct matrix *out);

#endif
