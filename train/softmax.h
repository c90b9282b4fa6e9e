// A linear model of several classes, learned by logistic regression: AdaGrad, the mean of the weights after each epoch,
// rounded to eight bits.
#ifndef TRAIN_SOFTMAX_H
#define TRAIN_SOFTMAX_H

#include "base/arena.h"
#include "tag/linear.h"

#include <stddef.h>

struct softmax_example {
	const uint32_t *feature;
	int n;
	int label;
	float weight; // what it counts
};

struct softmax_options {
	uint32_t bits, classes;
	int epochs;
	float rate, shrink; // shrink: by what share a weight shrinks when it is seen
	uint64_t seed;
};

struct linear softmax_train(struct arena *a, const struct softmax_example *x, size_t n,
			    const struct softmax_options *o);

#endif
