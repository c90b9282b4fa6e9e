// How numbers, dates and values are printed in a report. A number never contradicts the word beside it.
#ifndef WRITE_NUMBER_H
#define WRITE_NUMBER_H

#include "case/assessment.h"

// "45", "45.5", "4.9": percent without its sign; whole, but one decimal within half a point of a band's edge, never
// rounded over it; "less than 1", "more than 99" outside the scale.
const char *number_percent(struct arena *a, double p);

// "58.1", "4.9", "99.1": one decimal, never rounded over an edge.
const char *number_tenths(struct arena *a, double p);

// "31-57", "45-45.5", "45.5" where both ends print the same, "less than 1", "less than 1 to 4".
const char *number_interval(struct arena *a, double lo, double hi);

// The band of the word for p: "55-80", "less than 1", "more than 99"; and the word alone.
const char *number_band(struct arena *a, double p);
const char *number_word(double p);

// Whether p stands within half a point of an edge between two words, and which edge.
bool number_on_edge(double p, double *edge);

// "1.5", "12", "1.02": how many times the odds, for decibans of either sign. At least two figures.
const char *number_times(struct arena *a, double decibans);
const char *number_decibans(struct arena *a, double decibans); // "+1.7", "-0.3", "0.0"
const char *number_whole(struct arena *a, size_t n);           // "10,000"

const char *number_date(struct arena *a, struct date d); // "24 May 2023", "May 2023", "2023", "an unknown date"
const char *number_value(struct arena *a, const struct value *v); // as entered: "0.3", "likely", "0.2 to 0.4"

// "1 report", "2 reports"; irregular plurals are the caller's.
const char *number_of(struct arena *a, size_t n, const char *noun);

#endif
