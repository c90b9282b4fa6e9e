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

// How likely each class is, share[classes]; the sum is 1.
void linear_share(const struct linear *m, const uint32_t *feature, int n, float *share);

#endif
