// Conditional random fields from examples: stochastic gradient steps of AdaGrad (Duchi, Hazan, Singer 2011) on the
// likelihood, with features left out at random (Wager, Wang, Liang 2013), which keeps them from being learned by heart.
#ifndef TRAIN_FIELD_H
#define TRAIN_FIELD_H

#include "tag/chain.h"
#include "tag/table.h"
#include "train/examples.h"

#include <stdbool.h>

struct field_options {
	uint32_t least; // how often a feature must be seen
	uint64_t seed;
	chain_rule *may;
};

struct field {
	struct table table;
	struct chain_steps steps;
	size_t features; // in the table
};

struct field field_train(struct arena *a, const struct examples *x, const struct field_options *o);

#endif
