// A linear model of several classes over features that are numbers: what a class is worth is the sum of its weights.
#ifndef TAG_LINEAR_H
#define TAG_LINEAR_H

#include <stddef.h>
#include <stdint.h>

enum { LINEAR_CLASSES = 16 }; // at most

struct linear {
	const int8_t *weight; // [2^bits][classes], by the upper bits of a feature; NULL: nothing was learned
	uint32_t bits, classes;
	float scale; // what a weight of 1 is worth
};

static inline uint32_t linear_slot(const struct linear *m, uint32_t feature)
{
	return feature >> (32 - m->bits);
}

// Asks for the weights of a feature, so that they are here once all features are known: they are read from all over a
// table that no cache holds.
static inline void linear_ahead(const struct linear *m, uint32_t feature)
{
	if (m && m->weight)
		__builtin_prefetch(m->weight + (size_t)linear_slot(m, feature) * m->classes);
}

// How likely each class is, share[classes]; the sum is 1.
void linear_share(const struct linear *m, const uint32_t *feature, int n, float *share);

#endif
