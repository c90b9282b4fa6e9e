#include "base/rng.h"
#include "test/tap.h"

#include <stdlib.h>

enum { N = 1000000 };

// Quantiles of the standard normal, from tables of 17 digits.
static void quantiles(void)
{
	static const struct {
		double p, z;
	} known[] = {
		{ 0.5, 0 },
		{ 0.75, 0.67448975019608174 },
		{ 0.9, 1.2815515655446004 },
		{ 0.95, 1.6448536269514722 },
		{ 0.975, 1.9599639845400545 },
		{ 0.99, 2.3263478740408408 },
		{ 0.999, 3.0902323061678132 },
		{ 1e-6, -4.7534243088228987 },
		{ 1e-10, -6.3613409024040557 },
		{ 1e-20, -9.2623400897984 },
	};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		is_near(rng_normal_quantile(known[i].p), known[i].z, 1e-14 * fmax(1, fabs(known[i].z)) * 10,
			"quantile %g", known[i].p);
	double worst = 0;
	for (double p = 1e-12; p < 1; p += 1e-4)
		worst = fmax(worst, fabs(0.5 * erfc(-rng_normal_quantile(p) / sqrt(2)) - p));
	ok(worst < 1e-15, "the normal distribution of the quantile is p: %.1e", worst);
}

static void uniforms(void)
{
	double sum = 0, squares = 0, chi = 0, lag = 0, before = 0.5;
	static int bins[100];
	int ends = 0;
	for (uint64_t i = 0; i < N; i++) {
		double u = rng_uniform(1, 2, i);
		ends += !(u > 0 && u < 1);
		sum += u;
		squares += (u - 0.5) * (u - 0.5);
		lag += (u - 0.5) * (before - 0.5);
		bins[(int)(u * 100)]++;
		before = u;
	}
	for (int b = 0; b < 100; b++)
		chi += (bins[b] - N / 100.0) * (bins[b] - N / 100.0) / (N / 100.0);
	is_int(ends, 0, "never an end");
	is_near(sum / N, 0.5, 0.0012, "mean of a million"); // four standard errors
	is_near(squares / N, 1 / 12.0, 0.0003, "variance");
	is_near(lag / N, 0, 0.00034, "neighbours do not depend on each other");
	ok(chi > 50 && chi < 165, "a hundred bins fill evenly: %.0f", chi); // both tails about 1e-5
}

static void normals(void)
{
	double sum = 0, squares = 0, fourth = 0;
	for (uint64_t i = 0; i < N; i++) {
		double z = rng_normal(1, 3, i);
		sum += z;
		squares += z * z;
		fourth += z * z * z * z;
	}
	is_near(sum / N, 0, 0.004, "mean of the normals");
	is_near(squares / N, 1, 0.0057, "their variance");
	is_near(fourth / N, 3, 0.04, "their fourth moment");
}

// Of every length, from any number on; a million, so that all parts of the quantile come.
static void together(void)
{
	static double some[N];
	size_t other = 0;
	for (uint64_t n = 0; n < 200; n++) {
		some[n] = 7;
		rng_normals(4, n, 3 * n, n, some);
		for (uint64_t i = 0; i < n; i++)
			other += some[i] != rng_normal(4, n, 3 * n + i);
		other += some[n] != 7;
	}
	rng_normals(5, 6, 0, N, some);
	for (uint64_t i = 0; i < N; i++)
		other += some[i] != rng_normal(5, 6, i);
	is_int(other, 0, "many normals at once are those that come one by one");
}

static void by_counter(void)
{
	uint64_t forward = 0, backward = 0;
	for (uint64_t i = 0; i < 1000; i++)
		forward ^= rng_bits(9, i % 7, i) * (2 * i + 1);
	for (uint64_t i = 1000; i-- > 0;)
		backward ^= rng_bits(9, i % 7, i) * (2 * i + 1);
	ok(forward == backward, "the same numbers in any order");
	size_t same = 0;
	for (uint64_t i = 0; i < 1000; i++)
		same += rng_bits(1, 0, i) == rng_bits(2, 0, i) || rng_bits(1, 0, i) == rng_bits(1, 1, i) ||
			rng_bits(1, i, 0) == rng_bits(1, 0, i + 1);
	is_int(same, 0, "seeds, streams and counters give other numbers");
	double joint = 0; // streams are drawn side by side: their covariance
	for (uint64_t i = 0; i < 100000; i++)
		joint += (rng_uniform(1, 10, i) - 0.5) * (rng_uniform(1, 11, i) - 0.5);
	is_near(joint / 100000, 0, 0.0011, "neighbouring streams do not depend on each other");
}

int main(void)
{
	quantiles();
	uniforms();
	normals();
	together();
	by_counter();
	return done();
}
