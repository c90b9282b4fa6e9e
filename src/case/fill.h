// The numbers that nobody entered, from those that somebody did (doc/method.md, "The network").
#ifndef CASE_FILL_H
#define CASE_FILL_H

#include <stddef.h>
#include <stdint.h>

#define FILL_NOBODY SIZE_MAX

// Priors of one row, of which that at `rest` is what the others leave and that at `added` is none-of-these, which
// nobody entered: FILL_NOBODY where there is none. The others are scaled to one, or to what none-of-these leaves.
void fill_priors(double *p, size_t n, size_t rest, size_t added);

// Log-odds, of a probability that is kept off 0 and 1.
double fill_logit(double p);

// What an unrated cell of a fact takes: the middle of the rated ones, p[at[0..n)], in log-odds.
double fill_middle(const double *p, const uint32_t *at, size_t n);

#endif
