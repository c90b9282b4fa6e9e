// Fingerprints of texts and an index that names the earlier documents with the same ones.
#ifndef TRACE_PRINTS_H
#define TRACE_PRINTS_H

#include "trace/folded.h"

struct prints {
	uint64_t *key;
	size_t n;
};

// Hashes of runs of five words: all of a short text, those that winnowing picks of a long one.
void prints_of(struct arena *a, const struct folded *t, struct prints *out);

struct prints_slot {
	uint64_t key;           // 0: empty
	uint32_t first, second; // documents plus 1
	uint32_t strangers;     // texts that had it without being copies: what everybody writes weighs little
};

struct prints_index {
	struct prints_slot *slot;
	size_t mask;
};

// Room for `n` fingerprints.
void prints_index_make(struct arena *a, struct prints_index *x, size_t n);
// The slot of a key, empty where it is new.
struct prints_slot *prints_find(const struct prints_index *x, uint64_t key);

#endif
