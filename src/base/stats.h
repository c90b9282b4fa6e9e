// Log-odds and quantiles.
#ifndef BASE_STATS_H
#define BASE_STATS_H

#include <stddef.h>

double stats_logit(double p);    // natural log-odds; infinite at 0 and 1
double stats_logistic(double x); // its inverse
double stats_decibans(double p); // 10 log10 (p / (1 - p))

// Quantile q of n values, linear between order statistics (type 7 of Hyndman and Fan 1996). Sorts the values.
void stats_sort(double *x, size_t n);
double stats_quantile(const double *sorted, size_t n, double q);

#endif
