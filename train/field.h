// Conditional random fields from examples: stochastic gradient steps of AdaGrad (Duchi, Hazan, Singer 2011) on the
// likelihood, with features left out at random (Wager, Wang, Liang 2013), which keeps them from being learned by heart.
#ifndef TRAIN_FIELD_H
#define TRAIN_FIELD_H

#include "base/arena.h"
#include "tag/chain.h"
#include "tag/table.h"

#include <stdbool.h>

// Sequences of labelled places, each with as many features (fewer: padded with FIELD_NONE).
struct examples {
	struct arena *arena;
	int per;           // features of a place
	uint32_t *feature; // [places][per]
	uint8_t *label;    // [places]
	uint32_t *start;   // [n + 1]
	size_t n, places, room, room_places;
};

#define FIELD_NONE 0xffffffffu

// Opens a sequence of n places and gives the index of the first; its features are FIELD_NONE, its labels 0.
size_t field_open(struct examples *x, size_t n);

struct field_options {
	int epochs;
	float rate, calm, drop; // of the steps; what squares begin with; share of features left out
	uint32_t least;         // how often a feature must be seen
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
