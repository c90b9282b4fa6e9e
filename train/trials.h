// How models read articles that they have not seen: each cue with the ways to read it, and what each is worth.
#ifndef TRAIN_TRIALS_H
#define TRAIN_TRIALS_H

#include "train/units.h"

#include "tag/ways.h"

struct trial_way {
	size_t first, n; // of the features
	float behind;    // as struct reading has it
	float worth;     // how near it is to the labels
	bool right;
};

struct trial {
	size_t first;  // of the ways
	int n;         // more than 0
	bool labelled; // the cue is one
};

struct trials {
	LIST(struct trial) cue;
	LIST(struct trial_way) way;
	LIST(uint32_t) feature; // below 2^READING_BITS
};

// The model that reads an article; it must not have learned from it.
typedef struct tag_model trial_model(const void *context, size_t article);

// Reads the articles first, first + every, and so on.
struct trials trials_hold(struct arena *a, const struct units *u, size_t first, size_t every, trial_model *model,
			  const void *context);

#endif
