// Ratings are how well an item goes with a hypothesis, likelihoods how much it is to be expected under it. Each rating
// is taken for one word of the scale, and each likelihood for the rating whose word is nearest, so that what goes out
// and comes in again is as it was.
#include "case/matrix.h"

#include "case/scale.h"

#include <stdlib.h>

static const struct {
	const char *name, *likelihood;
} ratings[] = {
	[MATRIX_BLANK] = { "", NULL },
	[MATRIX_NA] = { "NA", NULL },
	[MATRIX_II] = { "II", "very unlikely" },
	[MATRIX_I] = { "I", "unlikely" },
	[MATRIX_N] = { "N", "roughly even chance" },
	[MATRIX_C] = { "C", "likely" },
	[MATRIX_CC] = { "CC", "very likely" },
};

static const struct {
	const char *name, *grade;
} levels[] = {
	[MATRIX_UNSAID] = { "", NULL },
	[MATRIX_LOW] = { "LOW", "E" },
	[MATRIX_MEDIUM] = { "MEDIUM", "C" },
	[MATRIX_HIGH] = { "HIGH", "B" },
};

const char *matrix_rating_name(enum matrix_rating r)
{
	return ratings[r].name;
}

bool matrix_rating_read(struct slice text, enum matrix_rating *r)
{
	for (int i = MATRIX_BLANK; i <= MATRIX_CC; i++)
		if (slice_is(text, ratings[i].name)) {
			*r = (enum matrix_rating)i;
			return true;
		}
	return false;
}

const char *matrix_rating_word(enum matrix_rating r)
{
	return ratings[r].likelihood;
}

enum matrix_rating matrix_rating_of(double p)
{
	p = scale_snap(p);
	if (p >= 0.80)
		return MATRIX_CC;
	if (p >= 0.55)
		return MATRIX_C;
	if (p >= 0.45)
		return MATRIX_N;
	return p >= 0.20 ? MATRIX_I : MATRIX_II;
}

bool matrix_value(struct arena *a, const char *text, struct value *v)
{
	struct err e;
	char *end;
	double p = strtod(text, &end);
	bool number = (*text == '.' || (*text >= '0' && *text <= '9')) && !*end;
	struct node *n = number ? node_number(a, p) : node_text(a, text);
	return value_read(a, n, VALUE_OF_CELL, v, &e) == STATUS_OK;
}

const char *matrix_level_name(enum matrix_level l)
{
	return levels[l].name;
}

bool matrix_level_read(struct slice text, enum matrix_level *l)
{
	for (int i = MATRIX_UNSAID; i <= MATRIX_HIGH; i++)
		if (slice_is(text, levels[i].name)) {
			*l = (enum matrix_level)i;
			return true;
		}
	return false;
}

const char *matrix_grade(enum matrix_level credibility)
{
	return levels[credibility].grade;
}

enum matrix_level matrix_level_of(const char *grade)
{
	struct slice g = slice_of(grade);
	if (slice_is(g, "A") || slice_is(g, "B"))
		return MATRIX_HIGH;
	if (slice_is(g, "C"))
		return MATRIX_MEDIUM;
	return slice_is(g, "D") || slice_is(g, "E") ? MATRIX_LOW : MATRIX_UNSAID;
}
