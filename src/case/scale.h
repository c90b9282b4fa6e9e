// The house scale for likelihood (ICD 203) and the bands of the reliability grades.
#ifndef CASE_SCALE_H
#define CASE_SCALE_H

#include "base/span.h"

struct band {
	const char *word; // lower case
	double lo, hi;    // probabilities
};

// The seven bands from low to high, each by its first-row term; ends with a row whose word is NULL.
extern const struct band scale_bands[];

// The band of a term of either row ("likely", "probable"), in any case; NULL where it is none.
const struct band *scale_find(struct slice word);

// p, or the edge of a band that only rounding keeps it from: 1 - 0.8 is 0.2, whatever its last bit says.
double scale_snap(double p);

// The band that p falls into; an edge belongs to the upper band, below 0.01 and above 0.99 to the outer ones.
const struct band *scale_of(double p);

// "likely", "almost no chance, less than 1 %", "almost certain, more than 99 %".
const char *scale_say(double p);

// Default bands of the grades A to F. They are ours: the standards give no numbers.
const struct band *scale_grade(struct slice grade); // NULL where there is no such grade
extern const struct band scale_grades[];            // word is the grade's letter; ends with NULL

#endif
