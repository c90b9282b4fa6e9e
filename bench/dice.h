// Dice whose every throw follows from a seed and a stream, so that any part of a generated set can be made by itself.
#ifndef BENCH_DICE_H
#define BENCH_DICE_H

#include "base/rng.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

struct dice {
	uint64_t seed, stream, thrown;
};

static inline struct dice dice_of(uint64_t seed, uint64_t stream) { return (struct dice){ seed, stream, 0 }; }

static inline double dice_uniform(struct dice *d) { return rng_uniform(d->seed, d->stream, d->thrown++); }

// 0 to n - 1.
static inline size_t dice_below(struct dice *d, size_t n) { return (size_t)(dice_uniform(d) * (double)n); }

// from to to, both may come.
static inline size_t dice_between(struct dice *d, size_t from, size_t to)
{
	return from + dice_below(d, to - from + 1);
}

static inline bool dice_share(struct dice *d, double share) { return dice_uniform(d) < share; }

// A rank below n, rank r with a weight of 1 / (r + flat): Zipf's law with Mandelbrot's offset.
static inline size_t dice_zipf(struct dice *d, size_t n, double flat)
{
	double r = flat * pow((double)n / flat + 1, dice_uniform(d)) - flat;
	return r < (double)n ? (size_t)r : n - 1;
}

#endif
