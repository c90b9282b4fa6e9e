// Weights of evidence: log-odds in decibans, what each origin adds, and whether the evidence quarrels with itself.
#ifndef WEIGH_WEIGHT_H
#define WEIGH_WEIGHT_H

#include "case/assessment.h"
#include "weigh/lane.h"

double weight_decibans(const double *p, size_t n, size_t h); // 10 log10 of h against all others
// By how many decibans p has more than `before`: 0 where both are certain, for nothing adds to a certainty.
double weight_change(const double *p, const double *before, size_t n, size_t h);

// The weight of evidence as entropy: 1 minus that of p over the most it could be; 0 where all are equal, 1 where one is
// certain. How concentrated an answer is: neither its probability nor the confidence in it.
double weight_entropy(const double *p, size_t n);

// Adds the lanes from which weight_tell fills the contributions of every question, once they have run. The leads must
// be known.
struct weights {
	size_t from, n, *first; // lanes; of an origin the report by which it first speaks
};
struct weights weight_want(struct arena *a, const struct whole *w, struct lane_list *lanes);
void weight_tell(struct arena *a, const struct whole *w, const struct weights *x, const struct lane_list *lanes,
		 struct assessment *out);

MUST_USE enum status weight_conflict(const struct whole *w, double *bits, struct err *e);

#endif
