#include "case/fill.h"

#include "base/stats.h"

#include <math.h>

static const double added_prior = 0.05; // of the none-of-these that an open question gets
static const double clip = 0.001;       // no averaged value counts as more certain than this

void fill_priors(double *p, size_t n, size_t rest, size_t added)
{
	double sum = 0, share = added == FILL_NOBODY ? 1 : 1 - added_prior;
	for (size_t i = 0; i < n; i++)
		if (i != rest && i != added)
			sum += p[i];
	if (rest != FILL_NOBODY) {
		p[rest] = sum < 1 ? 1 - sum : 0;
		sum += p[rest];
	}
	for (size_t i = 0; i < n; i++)
		p[i] = i == added ? added_prior : sum > 0 ? p[i] / sum * share : 0;
}

double fill_logit(double p)
{
	return stats_logit(fmin(fmax(p, clip), 1 - clip));
}

double fill_middle(const double *p, const uint32_t *at, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += fill_logit(p[at[i]]);
	return stats_logistic(sum / (double)n);
}
