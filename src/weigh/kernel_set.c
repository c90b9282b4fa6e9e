// Compiled once for each instruction set, with KERNEL_SET and KERNEL_NAME from the build. Vectors are GCC's: where the
// processor has no registers that wide the compiler takes several, which changes no result.
#include "weigh/kernel_set.h"

#include <string.h>

enum { NEAR = 32 }; // exponents of a result's largest number at which it is left as it is
#define SMALL 0x1p-900

#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define ALWAYS static inline __attribute__((always_inline))

typedef double v2 __attribute__((vector_size(16)));
typedef double v4 __attribute__((vector_size(32)));
typedef double v8 __attribute__((vector_size(64)));
typedef int64_t i8 __attribute__((vector_size(64)));

#define LOAD(type, at)                                                                                                 \
	__extension__({                                                                                                \
		type load_;                                                                                            \
		memcpy(&load_, (at), sizeof load_);                                                                    \
		load_;                                                                                                 \
	})
#define STORE(at, x) memcpy((at), &(x), sizeof(x))

// The sum over places of a * b for one vector of a run. `both`: b runs along with a, else it stands.
#define SUM(type)                                                                                                      \
	ALWAYS type sum_##type(const double *x, const double *y, const uint32_t *pair, uint32_t summed, bool both)     \
	{                                                                                                              \
		type sum = LOAD(type, x + pair[0]) * (both ? LOAD(type, y + pair[1]) : (type){ 0 } + y[pair[1]]);      \
		for (uint32_t s = 1; s < summed; s++) {                                                                \
			const uint32_t *q = pair + 2 * (size_t)s;                                                      \
			sum += LOAD(type, x + q[0]) * (both ? LOAD(type, y + q[1]) : (type){ 0 } + y[q[1]]);           \
		}                                                                                                      \
		return sum;                                                                                            \
	}
SUM(v2)
SUM(v4)
SUM(v8)

ALWAYS double sum_one(const double *x, const double *y, const uint32_t *pair, uint32_t summed)
{
	double sum = x[pair[0]] * y[pair[1]];
	for (uint32_t s = 1; s < summed; s++)
		sum += x[pair[2 * (size_t)s]] * y[pair[2 * (size_t)s + 1]];
	return sum;
}

// One run of n cells, eight at a time.
ALWAYS void one_run(double *out, const double *x, const double *y, const uint32_t *pair, uint32_t summed, uint32_t n,
		    bool both)
{
	uint32_t i = 0;
	for (; i + 8 <= n; i += 8) {
		v8 sum = sum_v8(x + i, y + (both ? i : 0), pair, summed, both);
		STORE(out + i, sum);
	}
	if (i + 4 <= n) {
		v4 sum = sum_v4(x + i, y + (both ? i : 0), pair, summed, both);
		STORE(out + i, sum);
		i += 4;
	}
	if (i + 2 <= n) {
		v2 sum = sum_v2(x + i, y + (both ? i : 0), pair, summed, both);
		STORE(out + i, sum);
		i += 2;
	}
	if (i < n)
		out[i] = sum_one(x + i, y + (both ? i : 0), pair, summed);
}

ALWAYS double one_dot(const double *x, const double *y, const uint32_t *pair, uint32_t summed, uint32_t n, bool both)
{
	v8 wide = { 0 };
	double sum = 0;
	for (uint32_t s = 0; s < summed; s++, pair += 2) {
		const double *p = x + pair[0], *q = y + pair[1];
		uint32_t i = 0;
		for (; i + 8 <= n; i += 8)
			wide += LOAD(v8, p + i) * (both ? LOAD(v8, q + i) : (v8){ 0 } + *q);
		for (; i < n; i++)
			sum += p[i] * (both ? q[i] : *q);
	}
	if (n >= 8)
		sum += ((wide[0] + wide[4]) + (wide[2] + wide[6])) + ((wide[1] + wide[5]) + (wide[3] + wide[7]));
	return sum;
}

// The loops around it. What is constant where this is called is constant inside.
ALWAYS void contract(const struct loops *l, const uint32_t *pairs, double *out, const double *a, const double *b,
		     enum loops_kind kind, uint32_t n, uint32_t summed)
{
	bool dot = kind >= LOOPS_DOT_AB, both = kind == LOOPS_RUN_AB || kind == LOOPS_DOT_AB;
	const uint32_t *high = pairs + 2 * (size_t)l->at, *low = high + 2 * (size_t)l->high,
		       *places = low + 2 * (size_t)l->low, *end = places;
	for (uint32_t h = 0; h < l->high; h++) {
		const double *ah = a + high[2 * (size_t)h], *bh = b + high[2 * (size_t)h + 1];
		for (const uint32_t *k = low; k < end; k += 2) {
			if (dot)
				*out++ = one_dot(ah + k[0], bh + k[1], places, summed, n, both);
			else
				one_run(out, ah + k[0], bh + k[1], places, summed, n, both);
			out += dot ? 0 : n;
		}
	}
}

// Most of a small network are short runs and few summands: these have code of their own.
#define SUMMED(kind, n)                                                                                                \
	if (l->summed == 1)                                                                                            \
		contract(l, pairs, out, a, b, kind, n, 1);                                                             \
	else if (l->summed == 2)                                                                                       \
		contract(l, pairs, out, a, b, kind, n, 2);                                                             \
	else                                                                                                           \
		contract(l, pairs, out, a, b, kind, n, l->summed);                                                     \
	break
#define LENGTHS(kind)                                                                                                  \
	case LOOPS_CODES *kind + 1:                                                                                    \
		SUMMED(kind, 1);                                                                                       \
	case LOOPS_CODES *kind + 2:                                                                                    \
		SUMMED(kind, 2);                                                                                       \
	case LOOPS_CODES *kind + 3:                                                                                    \
		SUMMED(kind, 3);                                                                                       \
	case LOOPS_CODES *kind + 4:                                                                                    \
		SUMMED(kind, 4);                                                                                       \
	case LOOPS_CODES *kind + 8:                                                                                    \
		SUMMED(kind, 8);                                                                                       \
	case LOOPS_CODES *kind:                                                                                        \
		contract(l, pairs, out, a, b, kind, l->run, l->summed);                                                \
		break

ALWAYS v8 larger(v8 x, v8 y)
{
	i8 first = x > y;
	return (v8)(((i8)x & first) | ((i8)y & ~first));
}

ALWAYS double most(const double *x, size_t n)
{
	double one = 0;
	size_t i = 0;
	if (n >= 8) {
		v8 wide = LOAD(v8, x);
		for (i = 8; i + 8 <= n; i += 8)
			wide = larger(LOAD(v8, x + i), wide);
		for (int k = 0; k < 8; k++)
			one = wide[k] > one ? wide[k] : one;
	}
	for (; i < n; i++)
		one = x[i] > one ? x[i] : one;
	return one;
}

// The power of two that brings x, which is not negative, near one; 0 where it is near enough, or zero. At most 1000
// either way, whose inverse is a number.
ALWAYS int64_t exponent_of(double x)
{
	int64_t bits;
	memcpy(&bits, &x, sizeof bits);
	int64_t e = (bits >> 52) - 1022;
	if (bits == 0 || (e >= -NEAR && e <= NEAR) || e > 1024)
		return 0;
	return e < -1000 ? -1000 : e > 1000 ? 1000 : e;
}

ALWAYS double power_of_two(int64_t e)
{
	int64_t bits = (e + 1023) << 52;
	double x;
	memcpy(&x, &bits, sizeof x);
	return x;
}

static void scale_lanes(double *x, size_t cells, int64_t *exponents)
{
	v8 wide = { 0 }, by = { 0 };
	bool any = false;
	for (size_t i = 0; i < cells; i += 8)
		wide = larger(LOAD(v8, x + i), wide);
	for (int i = 0; i < 8; i++) {
		int64_t e = exponent_of(wide[i]);
		by[i] = power_of_two(-e);
		exponents[i] += e;
		any |= e != 0;
	}
	for (size_t i = 0; any && i < cells; i += 8) {
		v8 y = LOAD(v8, x + i) * by;
		STORE(x + i, y);
	}
}

static int64_t scale(double *x, size_t cells)
{
	int64_t e = exponent_of(most(x, cells));
	double by = power_of_two(-e);
	for (size_t i = 0; e && i < cells; i++)
		x[i] *= by;
	return e;
}

static void scale_for_all(double *x, size_t cells, int64_t *exponents, uint32_t lanes)
{
	int64_t e = scale(x, cells);
	for (uint32_t l = 0; l < lanes; l++)
		exponents[l] += e;
}

enum { AHEAD = 3 }; // operations from one whose operands are asked for to the one that is run

ALWAYS void ask_for(const struct plan *p, const struct plan_op *op, double *const *place)
{
	__builtin_prefetch(place[op->out], 1);
	__builtin_prefetch(place[op->a]);
	__builtin_prefetch(place[op->b]);
	__builtin_prefetch(p->pool.pairs.at + 2 * (size_t)p->pool.loops.at[op->loops].at);
}

static void run(const struct plan *p, const struct plan_op *ops, size_t n, double *const *place, int64_t *exponents)
{
	const uint32_t *pairs = p->pool.pairs.at;
	const struct plan_op *end = n ? ops + n : ops;
	for (const struct plan_op *op = ops; op < end; op++) {
		const struct loops *l = &p->pool.loops.at[op->loops];
		double *out = place[op->out];
		const double *a = place[op->a], *b = place[op->b];
		if (end - op > AHEAD)
			ask_for(p, op + AHEAD, place);
		switch (l->code) {
			LENGTHS(LOOPS_RUN_AB);
			LENGTHS(LOOPS_RUN_A);
			LENGTHS(LOOPS_DOT_AB);
			LENGTHS(LOOPS_DOT_A);
		}
		if (!op->scale)
			continue;
		if (op->lanes)
			scale_lanes(out, loops_cells(l), exponents);
		else
			scale_for_all(out, loops_cells(l), exponents, p->lanes);
	}
}

ALWAYS double sum_of(const double *x, size_t k)
{
	double sum = x[0];
	for (size_t h = 1; h < k; h++)
		sum += x[h];
	return sum;
}

// x[k] to sum one; NAN where it is zero.
ALWAYS void normalise(double *x, size_t k)
{
	double sum = sum_of(x, k), by = sum > 0 ? 1 / sum : __builtin_nan("");
	if (sum > 0 && sum < SMALL) { // 1 / sum may be none
		for (size_t h = 0; h < k; h++)
			x[h] *= 1 / SMALL;
		by = 1 / sum_of(x, k);
	}
	for (size_t h = 0; h < k; h++)
		x[h] *= by;
}

ALWAYS void retract_of(double *without, double *flip, const double *slope, const double *table, size_t states,
		       size_t step, size_t rows, size_t k, bool along)
{
	for (size_t h = 0; h < k; h++)
		without[h] = 0;
	for (size_t x = 0; x < states; x++, flip += k, table += step) {
		for (size_t h = 0; h < k; h++)
			flip[h] = table[along ? h : 0] * slope[h];
		for (size_t r = 1; r < rows; r++)
			for (size_t h = 0; h < k; h++)
				flip[h] += table[along ? r * k + h : r] * slope[r * k + h];
		for (size_t h = 0; h < k; h++)
			without[h] += flip[h];
		normalise(flip, k);
	}
	normalise(without, k);
}

ALWAYS void retract_four(double *without, double *flip, const double *slope, const double *table, size_t states,
			 size_t step, size_t rows, bool along)
{
	v4 all = { 0 };
	for (size_t x = 0; x < states; x++, flip += 4, table += step) {
		v4 sum = (along ? LOAD(v4, table) : (v4){ 0 } + table[0]) * LOAD(v4, slope);
		for (size_t r = 1; r < rows; r++)
			sum += (along ? LOAD(v4, table + r * 4) : (v4){ 0 } + table[r]) * LOAD(v4, slope + r * 4);
		all += sum;
		STORE(flip, sum);
		normalise(flip, 4);
	}
	STORE(without, all);
	normalise(without, 4);
}

static void retract(double *without, double *flip, const double *slope, const double *table, size_t states, size_t step,
		    size_t rows, size_t k, bool along)
{
	if (k == 4 && along)
		retract_four(without, flip, slope, table, states, step, rows, true);
	else if (k == 4)
		retract_four(without, flip, slope, table, states, step, rows, false);
	else if (k == 2)
		retract_of(without, flip, slope, table, states, step, rows, 2, along);
	else if (k == 3)
		retract_of(without, flip, slope, table, states, step, rows, 3, along);
	else
		retract_of(without, flip, slope, table, states, step, rows, k, along);
}

ALWAYS void marginal_of(double *out, double *joint, const double *x, size_t n, size_t k)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += out[i] = sum_of(x + i * k, k);
	double by = 1 / sum;
	for (size_t i = 0; i < n; i++)
		out[i] *= by;
	if (!joint)
		return;
	for (size_t i = 0; i < n * k; i++)
		joint[i] = x[i] * by;
	for (size_t i = 0; i < n; i++)
		joint[n * k + i] = out[i];
}

static void marginal(double *out, double *joint, const double *x, size_t n, size_t k)
{
	if (k == 1 && n == 2)
		marginal_of(out, joint, x, 2, 1);
	else if (k == 4 && n == 2)
		marginal_of(out, joint, x, 2, 4);
	else if (k == 4 && n == 3)
		marginal_of(out, joint, x, 3, 4);
	else
		marginal_of(out, joint, x, n, k);
}

static double information(const double *joint, const double *logs, size_t n, size_t k)
{
	double sum = 0;
	for (size_t i = 0; i < n * k; i++)
		sum += joint[i] * logs[i];
	for (size_t i = n * k; i < n * (k + 1); i++)
		sum -= joint[i] * logs[i];
	return sum;
}

// x = 2^e m with m near one; log m by the series of the inverse hyperbolic tangent in s = (m - 1) / (m + 1), which is
// below 0.172, up to s^21.
ALWAYS v8 log2_wide(v8 x)
{
	const i8 root_half = (i8){ 0 } + 0x3fe6a09e667f3bcdLL, fraction = (i8){ 0 } + 0x000fffffffffffffLL;
	i8 bits = (i8)x, shifted = bits - root_half, e = shifted >> 52;
	v8 m = (v8)((shifted & fraction) + root_half);
	v8 s = (m - 1) / (m + 1), z = s * s, sum = (v8){ 0 } + 1.0 / 21;
	for (int k = 19; k > 0; k -= 2)
		sum = sum * z + 1.0 / k;
	return __builtin_convertvector(e, v8) + s * sum * 2.8853900817779268;
}

static void log2_of(const double *x, double *out, size_t n)
{
	size_t i = 0;
	for (; i + 8 <= n; i += 8) {
		v8 y = log2_wide(LOAD(v8, x + i));
		STORE(out + i, y);
	}
	if (i < n) {
		double rest[8] = { 1, 1, 1, 1, 1, 1, 1, 1 };
		memcpy(rest, x + i, (n - i) * sizeof *x);
		v8 y = log2_wide(LOAD(v8, rest));
		memcpy(out + i, &y, (n - i) * sizeof *x);
	}
}

const struct kernel JOIN(kernel_set_,
			 KERNEL_SET) = { KERNEL_NAME, run, scale, retract, marginal, information, log2_of };
