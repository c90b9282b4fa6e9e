#include "base/stats.h"

#include <math.h>
#include <stdlib.h>

double stats_logit(double p)
{
	return log(p / (1 - p));
}

double stats_logistic(double x)
{
	return 1 / (1 + exp(-x));
}

double stats_decibans(double p)
{
	return 10 * log10(p / (1 - p));
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

void stats_sort(double *x, size_t n)
{
	qsort(x, n, sizeof *x, by_size);
}

double stats_quantile(const double *sorted, size_t n, double q)
{
	double at = q * (double)(n - 1);
	size_t below = (size_t)at;
	if (below + 1 >= n)
		return sorted[n - 1];
	return sorted[below] + (at - (double)below) * (sorted[below + 1] - sorted[below]);
}
