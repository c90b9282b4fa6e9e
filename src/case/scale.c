#include "case/scale.h"

#include <math.h>
#include <stddef.h>

const struct band scale_bands[] = {
	{ "almost no chance", 0.01, 0.05 },
	{ "very unlikely", 0.05, 0.20 },
	{ "unlikely", 0.20, 0.45 },
	{ "roughly even chance", 0.45, 0.55 },
	{ "likely", 0.55, 0.80 },
	{ "very likely", 0.80, 0.95 },
	{ "almost certain", 0.95, 0.99 },
	{ NULL, 0, 0 },
};

enum { BANDS = 7 };

static const double rounding = 1e-12;

// The second row of ICD 203, band by band.
static const char *const second_row[BANDS] = {
	"remote", "highly improbable", "improbable", "roughly even odds",
	"probable", "highly probable", "nearly certain",
};

const struct band scale_grades[] = {
	{ "A", 0.90, 0.99 }, { "B", 0.75, 0.95 }, { "C", 0.55, 0.80 }, { "D", 0.35, 0.60 },
	{ "E", 0.10, 0.45 }, { "F", 0.15, 0.80 }, { NULL, 0, 0 },
};

const struct band *scale_find(struct slice word)
{
	for (int i = 0; i < BANDS; i++)
		if (slice_is_nocase(word, scale_bands[i].word) || slice_is_nocase(word, second_row[i]))
			return &scale_bands[i];
	return NULL;
}

double scale_snap(double p)
{
	for (const struct band *b = scale_bands; b->word; b++) {
		if (fabs(p - b->lo) <= rounding)
			return b->lo;
		if (fabs(p - b->hi) <= rounding)
			return b->hi;
	}
	return p;
}

const struct band *scale_of(double p)
{
	int i = BANDS - 1;
	p = scale_snap(p);
	while (i > 0 && p < scale_bands[i].lo)
		i--;
	return &scale_bands[i];
}

const char *scale_say(double p)
{
	if (scale_snap(p) < 0.01)
		return "almost no chance, less than 1 %";
	if (scale_snap(p) > 0.99)
		return "almost certain, more than 99 %";
	return scale_of(p)->word;
}

const struct band *scale_grade(struct slice grade)
{
	for (const struct band *g = scale_grades; g->word; g++)
		if (slice_is(grade, g->word))
			return g;
	return NULL;
}
