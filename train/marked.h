// Texts in which people have marked what is a statement, a fact or neither, and what the reader finds in them.
#ifndef TRAIN_MARKED_H
#define TRAIN_MARKED_H

#include "train/softmax.h"
#include "base/list.h"
#include "read/said.h"

// Something that the reader finds, with its class where that is known.
struct seen {
	size_t text;  // number of its text
	float weight; // what its text counts
	span at;
	const char *speaker;
	bool kept; // by the rules alone
	enum stance stance;
	uint32_t *feature;
	int features;
	int label; // enum of read/gate.h; -1: not known
};

// Something that a statement might be about, with its class where the statement is one that was marked.
struct seen_aim {
	size_t text;
	float weight;
	const char *actor;
	uint32_t *feature;
	int features;
	int label; // enum of read/aim.h; -1: not known
};

struct marked {
	LIST(struct seen) list;
	LIST(struct seen_aim) aims;
	size_t texts, statements; // how many statements were marked
	bool teach;               // set before: the reader is told what marked statements are about
};

// Reads a line of JSON for each text (tools/marked.py says how it looks) with the tables' tagger.
void marked_read(struct arena *a, const struct tables *t, const char *path, struct marked *out);

#endif
