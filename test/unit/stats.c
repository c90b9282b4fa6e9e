#include "base/stats.h"
#include "test/tap.h"

int main(void)
{
	is_near(stats_logit(0.5), 0, 0, "even odds");
	is_near(stats_logit(0.8), 1.3862943611198906, 1e-15, "log-odds of 4 to 1");
	is_near(stats_logit(1), INFINITY, 0, "certainty is infinite");
	is_near(stats_logit(0), -INFINITY, 0, "of both kinds");
	is_near(stats_decibans(10.0 / 11), 10, 1e-12, "10 to 1 is ten decibans");
	double worst = 0;
	for (double p = 0.001; p < 1; p += 0.001)
		worst = fmax(worst, fabs(stats_logistic(stats_logit(p)) - p));
	ok(worst < 1e-15, "the logistic undoes the log-odds: %.1e", worst);
	is_near(stats_logistic(-1000), 0, 0, "far below");
	is_near(stats_logistic(1000), 1, 0, "far above");

	// R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(0, .05, .25, .5, .95, 1), type = 7)
	double x[] = { 3, 1, 4, 1, 5, 9, 2, 6 };
	stats_sort(x, 8);
	is_near(x[0], 1, 0, "sorted");
	is_near(stats_quantile(x, 8, 0), 1, 0, "least");
	is_near(stats_quantile(x, 8, 0.05), 1, 1e-15, "5 %%");
	is_near(stats_quantile(x, 8, 0.25), 1.75, 1e-15, "25 %%");
	is_near(stats_quantile(x, 8, 0.5), 3.5, 1e-15, "median");
	is_near(stats_quantile(x, 8, 0.95), 7.95, 1e-14, "95 %%");
	is_near(stats_quantile(x, 8, 1), 9, 0, "most");
	is_near(stats_quantile(x, 1, 0.3), 1, 0, "one value");
	return done();
}
