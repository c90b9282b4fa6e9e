// The third look: of several ways to read what a cue's source and content are, which is meant, and whether any is
// right. The chain sees one word and the next; here a reading is seen whole: whether its parts are phrases of the tree,
// how they border on each other, what lies between them, and whether they run into what others said. A linear model
// over features of whole readings (Collins 2000, "Discriminative reranking for natural language parsing").
#ifndef TAG_READING_H
#define TAG_READING_H

#include "tag/whose.h"

// Words of a unit: half open ranges of forms.
struct tag_part {
	int from, to;
};

enum { TAG_PARTS = 24 }; // of a source or content

static inline bool parts_hold(const struct tag_part *part, int n, int i)
{
	for (int k = 0; k < n; k++)
		if (i >= part[k].from && i < part[k].to)
			return true;
	return false;
}

// A cue with what may be its source and content, each in order.
struct reading {
	struct cue cue;
	struct tag_part source[TAG_PARTS], content[TAG_PARTS];
	int sources, contents;
	int moved;    // by how many words the cue ends later than the first look says
	float ends;   // how likely it ends there, by the first look
	float behind; // how much less likely than the best by the second look: a difference of logarithms, 0 or less
};

enum { READING_BITS = 18, READING_FEATURES = 200 };

// Weights of a feature: that it is the one among several, that it is right.
struct reading_weights {
	int8_t which, right;
};

struct reading_model {
	const struct reading_weights *weight; // [2^READING_BITS]
	float which, right;                   // what a weight of 1 is worth
	float behind;                         // weight of `behind`
};

// Another cue, as it is read for now, and how sure that is.
struct reading_other {
	const struct reading *reading;
	float sure;
};

// Features of a reading, at most READING_FEATURES; returns how many.
int reading_features(const struct unit *u, const float (*role)[CHAIN_ROOM], const struct reading *r,
		     const struct reading_other *other, int others, uint32_t *feature);

// Where the weights of a feature are.
static inline uint32_t reading_slot(uint32_t feature)
{
	return feature >> (32 - READING_BITS);
}

// What the features say for a reading against the others of its cue, and for its being right.
struct reading_sums {
	float which, right;
};
struct reading_sums reading_sum(const struct reading_model *m, const struct reading *r, const uint32_t *feature, int n);

#endif
