// Weights of evidence: log-odds in decibans, what each origin adds, and whether the evidence quarrels with itself.
#ifndef WEIGH_WEIGHT_H
#define WEIGH_WEIGHT_H

#include "case/assessment.h"
#include "weigh/lane.h"

size_t weight_lead(const double *p, size_t n);               // the most probable, the first of equals (within 1e-12)
double weight_decibans(const double *p, size_t n, size_t h); // 10 log10 of h against all others

// Fills contributions of every question, and conflict. The leads must be known.
MUST_USE enum status weight_origins(struct arena *a, const struct whole *w, struct assessment *out, struct err *e);
MUST_USE enum status weight_conflict(const struct whole *w, double *bits, struct err *e);

#endif
