#include "base/rng.h"

#include <math.h>
#include <string.h>

static uint64_t mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

#define GAMMA 0x9e3779b97f4a7c15u // 2^64 / golden ratio, odd

// What the numbers of a stream have in common.
static uint64_t key_of(uint64_t seed, uint64_t stream)
{
	return mix(mix(seed + GAMMA) + stream * GAMMA + GAMMA);
}

static uint64_t bits_of(uint64_t key, uint64_t counter)
{
	return mix(key + counter * GAMMA + GAMMA);
}

static double uniform_of(uint64_t bits)
{
	return ((double)(bits >> 11) + 0.5) * 0x1p-53;
}

uint64_t rng_bits(uint64_t seed, uint64_t stream, uint64_t counter)
{
	return bits_of(key_of(seed, stream), counter);
}

double rng_uniform(uint64_t seed, uint64_t stream, uint64_t counter)
{
	return uniform_of(rng_bits(seed, stream, counter));
}

double rng_normal(uint64_t seed, uint64_t stream, uint64_t counter)
{
	return rng_normal_quantile(rng_uniform(seed, stream, counter));
}

// Numerators and denominators of the quantile, for the middle, the tails and what lies beyond them.
static const double middle[2][8] = {
	{ 3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
	  4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3 },
	{ 1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
	  3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3 }
};
static const double tail[2][8] = {
	{ 1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
	  1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4 },
	{ 1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
	  1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9 }
};
static const double beyond[2][8] = {
	{ 6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
	  2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7 },
	{ 1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
	  7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15 }
};

// r is a number or a vector of them: the same operations, so the same results.
#define HORNER(c, r)                                                                                                   \
	((((((((c)[7] * (r) + (c)[6]) * (r) + (c)[5]) * (r) + (c)[4]) * (r) + (c)[3]) * (r) + (c)[2]) * (r) +          \
	  (c)[1]) *                                                                                                    \
	     (r) +                                                                                                     \
	 (c)[0])
#define RATIO(c, r) (HORNER((c)[0], r) / HORNER((c)[1], r))

static const double middle_half = 0.425, tail_end = 5;

double rng_normal_quantile(double p)
{
	double q = p - 0.5, r = 0.180625 - q * q;
	if (fabs(q) <= middle_half)
		return q * RATIO(middle, r);
	r = sqrt(-log(q < 0 ? p : 1 - p));
	double near = r - 1.6, far = r - 5;
	double x = r <= tail_end ? RATIO(tail, near) : RATIO(beyond, far);
	return q < 0 ? -x : x;
}

typedef double pack __attribute__((vector_size(32)));

enum { TOGETHER = 64, WIDTH = sizeof(pack) / sizeof(double) };

// n quantiles of p, at most TOGETHER, as if all were in the middle; those that are not come by themselves.
static void quantiles(const double *p, size_t n, double *out)
{
	double r[TOGETHER] = { 0 }, x[TOGETHER];
	size_t at[TOGETHER], far = 0;
	for (size_t i = 0; i < n; i += WIDTH) {
		pack q, s, z;
		memcpy(&q, p + i, sizeof q);
		q -= 0.5;
		s = 0.180625 - q * q;
		z = q * RATIO(middle, s);
		memcpy(x + i, &z, sizeof z);
	}
	memcpy(out, x, n * sizeof *out);
	for (size_t i = 0; i < n; i++) {
		at[far] = i;
		far += !(fabs(p[i] - 0.5) <= middle_half);
	}
	for (size_t i = 0; i < far; i++)
		r[i] = sqrt(-log(p[at[i]] < 0.5 ? p[at[i]] : 1 - p[at[i]]));
	for (size_t i = 0; i < far; i += WIDTH) {
		pack s, z;
		memcpy(&s, r + i, sizeof s);
		s -= 1.6;
		z = RATIO(tail, s);
		memcpy(x + i, &z, sizeof z);
	}
	for (size_t i = 0; i < far; i++)
		out[at[i]] = r[i] > tail_end ? rng_normal_quantile(p[at[i]]) : p[at[i]] < 0.5 ? -x[i] : x[i];
}

void rng_normals(uint64_t seed, uint64_t stream, uint64_t counter, size_t n, double *out)
{
	uint64_t key = key_of(seed, stream);
	double p[TOGETHER] = { 0 };
	for (size_t i = 0; i < n; i += TOGETHER) {
		size_t some = n - i < TOGETHER ? n - i : TOGETHER;
		for (size_t k = 0; k < some; k++)
			p[k] = uniform_of(bits_of(key, counter + i + k));
		quantiles(p, some, out + i);
	}
}
