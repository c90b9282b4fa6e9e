// A text as a row of words, folded so that house style, typography and broken lines do not tell two copies apart.
#ifndef TRACE_FOLDED_H
#define TRACE_FOLDED_H

#include "base/arena.h"
#include "base/span.h"

enum word_flag {
	WORD_QUOTED = 1, // inside quotation marks, or in a sentence that says it comes from elsewhere
	WORD_NAME = 2,   // a capital inside a sentence
	WORD_DIGIT = 4,  // has a digit
	WORD_OPENS = 8,  // first of its paragraph
};

struct word {
	uint64_t key;      // of the folded letters
	uint32_t from, to; // bytes of the text
	unsigned flags;
};

struct folded {
	const char *text;
	struct word *at;
	size_t n;
};

void folded_of(struct arena *a, const char *text, size_t len, struct folded *out);

// Whether two words are the same but for a slip: one to three letters by length, none in short words or numbers.
bool folded_alike(const struct folded *a, size_t i, const struct folded *b, size_t j);

// The first word that begins at or after an offset; n where none does.
size_t folded_find(const struct folded *t, uint32_t from);

// A key of the `n` words from `at` on.
uint64_t folded_gram(const struct word *at, size_t n);

#endif
