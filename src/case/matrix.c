// The letters of a matrix and the likelihoods that they stand for: a table, the terms of the house scale cut where the
// classic programs have five steps.
#include "case/matrix.h"

#include "case/scale.h"

#include <stddef.h>

static const struct {
	const char *name, *word;
	double least; // likelihood
} ratings[] = {
	[MATRIX_BLANK] = { "", NULL, 2 },
	[MATRIX_NA] = { "NA", NULL, 2 },
	[MATRIX_II] = { "II", "very unlikely", 0 },
	[MATRIX_I] = { "I", "unlikely", 0.20 },
	[MATRIX_N] = { "N", "roughly even chance", 0.45 },
	[MATRIX_C] = { "C", "likely", 0.55 },
	[MATRIX_CC] = { "CC", "very likely", 0.80 },
};

enum matrix_rating matrix_rating_of(double p)
{
	enum matrix_rating r = MATRIX_CC;
	p = scale_snap(p);
	while (r > MATRIX_II && p < ratings[r].least)
		r--;
	return r;
}

const char *matrix_rating_name(enum matrix_rating r)
{
	return ratings[r].name;
}

const char *matrix_rating_word(enum matrix_rating r)
{
	return ratings[r].word;
}
