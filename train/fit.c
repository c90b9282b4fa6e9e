#include "train/fit.h"

#include "base/stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Solves a x = b in place by Gauss's elimination; a is symmetric and positive.
static void solve(double a[TAG_SIGNS][TAG_SIGNS], double b[TAG_SIGNS])
{
	for (int i = 0; i < TAG_SIGNS; i++)
		for (int k = i + 1; k < TAG_SIGNS; k++) {
			double by = a[k][i] / a[i][i];
			for (int j = i; j < TAG_SIGNS; j++)
				a[k][j] -= by * a[i][j];
			b[k] -= by * b[i];
		}
	for (int i = TAG_SIGNS - 1; i >= 0; i--) {
		for (int j = i + 1; j < TAG_SIGNS; j++)
			b[i] -= a[i][j] * b[j];
		b[i] /= a[i][i];
	}
}

void fit_weights(const struct fit_case *x, size_t n, float weight[TAG_SIGNS])
{
	double w[TAG_SIGNS] = { 0 };
	for (int round = 0; round < 25; round++) {
		double curve[TAG_SIGNS][TAG_SIGNS] = { { 0 } }, slope[TAG_SIGNS];
		for (int i = 0; i < TAG_SIGNS; i++) {
			curve[i][i] = 1;
			slope[i] = -w[i];
		}
		for (size_t c = 0; c < n; c++) {
			double sum = 0;
			for (int i = 0; i < TAG_SIGNS; i++)
				sum += w[i] * (double)x[c].signs[i];
			double p = stats_logistic(sum);
			for (int i = 0; i < TAG_SIGNS; i++) {
				slope[i] += ((double)x[c].right - p) * (double)x[c].signs[i];
				for (int j = 0; j < TAG_SIGNS; j++)
					curve[i][j] += p * (1 - p) * (double)x[c].signs[i] * (double)x[c].signs[j];
			}
		}
		solve(curve, slope);
		for (int i = 0; i < TAG_SIGNS; i++)
			w[i] += slope[i];
	}
	for (int i = 0; i < TAG_SIGNS; i++)
		weight[i] = (float)w[i];
}

static int by_sure(const void *a, const void *b)
{
	const struct fit_case *x = a, *y = b;
	if (x->sure != y->sure)
		return x->sure < y->sure ? 1 : -1;
	return (int)x->right - (int)y->right;
}

float fit_bound(struct fit_case *x, size_t n, size_t gold, double *f1)
{
	size_t right = 0;
	float bound = .5f;
	*f1 = 0;
	qsort(x, n, sizeof *x, by_sure);
	for (size_t i = 0; i < n; i++) {
		right += x[i].right;
		double f = 2 * (double)right / (double)(i + 1 + gold);
		if (f > *f1) {
			*f1 = f;
			bound = x[i].sure;
		}
	}
	return bound;
}

double fit_error(const struct fit_case *x, size_t n, struct fit_step step[10])
{
	double sum = 0;
	memset(step, 0, 10 * sizeof *step);
	for (size_t i = 0; i < n; i++) {
		int k = (int)(x[i].sure * 10);
		struct fit_step *s = &step[k > 9 ? 9 : k];
		s->n++;
		s->sure += (double)x[i].sure;
		s->right += x[i].right;
	}
	for (int k = 0; k < 10; k++)
		sum += fabs(step[k].sure - step[k].right);
	return n ? sum / (double)n : 0;
}
