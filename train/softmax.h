// A linear model of several classes, learned by logistic regression: AdaGrad, the mean of the weights after each epoch
// of several runs, each of which has seen two thirds of the texts (bagging, Breiman 1996), rounded to eight bits.
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
	size_t text;  // that it is from
};

struct softmax_options {
	uint32_t bits, classes;
	int runs, epochs;   // epochs of each run
	float rate, shrink; // shrink: by what share a weight shrinks when it is seen
	uint64_t seed;
};

struct linear softmax_train(struct arena *a, const struct softmax_example *x, size_t n,
			    const struct softmax_options *o);

#endif
