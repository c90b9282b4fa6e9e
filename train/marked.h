// Texts in which people have marked what is a statement, a fact or neither, and what the reader finds in them.
#ifndef TRAIN_MARKED_H
#define TRAIN_MARKED_H

#include "train/softmax.h"
#include "base/list.h"
#include "read/said.h"

// Something to learn from, with its class where that is known: what might be a statement (classes of read/gate.h), or
// what a marked statement might be about (read/aim.h).
struct lesson {
	size_t text;  // number of its text
	float weight; // what its text counts
	uint32_t *feature;
	int features;
	int label; // -1: not known
};

struct lessons {
	struct lesson *at;
	size_t n, room;
};

struct marked {
	struct lessons statements, aims;
	size_t text;         // the one being read
	size_t texts, marks; // how many were read, how many statements in them were marked
	bool teach;          // set before: the reader is told what marked statements are about
};

enum { MARKED_PARTS = 10 }; // text i is of part i % MARKED_PARTS; one more: all of them

// Reads a line of JSON for each text (tools/marked.py says how it looks) with the tables' tagger, and adds what it sees
// in those of a part.
void marked_read(struct arena *a, const struct tables *t, const char *path, size_t part, struct marked *out);

#endif
