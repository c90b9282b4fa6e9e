// What a field is learned from: sequences of labelled places with their features, and the features by number.
#ifndef TRAIN_EXAMPLES_H
#define TRAIN_EXAMPLES_H

#include "base/arena.h"

#include <stdint.h>

// Sequences of labelled places, each with as many features (fewer: padded with EXAMPLES_NONE).
struct examples {
	struct arena *arena;
	int per;           // features of a place
	uint32_t *feature; // [places][per]
	uint8_t *label;    // [places]
	uint32_t *start;   // [n + 1]
	size_t n, places, room, room_places;
};

#define EXAMPLES_NONE 0xffffffffu

// Opens a sequence of n places and gives the index of the first; its features are EXAMPLES_NONE, its labels 0.
size_t examples_open(struct examples *x, size_t n);

// The features that are seen at least `least` times, by consecutive numbers.
struct dictionary {
	uint32_t *key, *count, *id; // [mask + 1], open addressing; count 0: empty; id EXAMPLES_NONE: seen too seldom
	uint32_t mask, n;
	uint32_t *name; // [n] the feature of a number
};

struct dictionary examples_dictionary(struct arena *a, const struct examples *x, uint32_t least);

// [places][per] the numbers of the features; EXAMPLES_NONE for those that are not in the dictionary.
uint32_t *examples_numbered(struct arena *a, const struct examples *x, const struct dictionary *d);

// A random order of n things, from what `order` holds; the same for the same seed and epoch.
void examples_shuffle(uint32_t *order, size_t n, uint64_t seed, uint64_t epoch);

#endif
