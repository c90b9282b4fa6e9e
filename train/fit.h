// A logistic regression for the confidence, and the bound on it that gives the best F1.
#ifndef TRAIN_FIT_H
#define TRAIN_FIT_H

#include "tag/tag.h"

struct fit_case {
	float signs[TAG_SIGNS], sure;
	bool right;
};

// Fills weight[TAG_SIGNS] by Newton's method on the likelihood with a ridge of 1.
void fit_weights(const struct fit_case *x, size_t n, float weight[TAG_SIGNS]);

// The bound on `sure` at which 2 right / (kept + gold) is greatest. Sorts the cases.
float fit_bound(struct fit_case *x, size_t n, size_t gold, double *f1);

// The mean distance between confidence and share of right ones in ten equal steps of the confidence, weighted by their
// numbers (Naeini, Cooper, Hauskrecht 2015). Fills count, sure and right of the steps where they are given.
struct fit_step {
	size_t n;
	double sure, right; // sums
};
double fit_error(const struct fit_case *x, size_t n, struct fit_step step[10]);

#endif
