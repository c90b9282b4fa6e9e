// The peer: MinHash signatures, LSH and union-find, as textbooks have it (Broder 1997; Leskovec, Rajaraman, Ullman,
// "Mining of Massive Datasets", chapter 3), made as fast as plain code is.
#ifndef BENCH_MINHASH_H
#define BENCH_MINHASH_H

#include "base/list.h"

#include <stddef.h>
#include <stdint.h>

// What there is to tune; minhash_tuned is what scored best.
struct minhash_options {
	int gram;         // words of a shingle
	int bands, rows;  // at most MINHASH_ROWS values
	double threshold; // share of equal values that makes two documents one
};

extern const struct minhash_options minhash_tuned;

enum { MINHASH_VALUES = 128 };

struct minhash_signature {
	uint64_t value[MINHASH_VALUES];
};

struct minhash {
	struct minhash_options options;
	uint64_t times[MINHASH_VALUES], plus[MINHASH_VALUES];
	LIST(struct minhash_signature *) signatures; // [document]
	LIST(uint64_t) words, shingles;              // of the text at hand
};

void minhash_open(struct minhash *m, const struct minhash_options *o);

// The next document's signature; its text is not needed afterwards.
void minhash_add(struct arena *a, struct minhash *m, const char *text, size_t len);

// Writes the cluster of each document: the number of its first member.
void minhash_clusters(struct minhash *m, size_t *cluster);

#endif
