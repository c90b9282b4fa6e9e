// The confidence rubric: what is known of the basis of a judgement -> points, caps, level (doc/method.md,
// "Confidence").
#ifndef WEIGH_CONFIDENCE_H
#define WEIGH_CONFIDENCE_H

#include "case/assessment.h"

// A pure function of the inputs, but for where its lists live.
struct confidence confidence_of(struct arena *a, const struct basis_inputs *in);

int confidence_grade(const char *letter); // A 5, B 4, C 3, D 2, E 1; F, NULL and any other 2

#endif
