// A text as a row of words, folded so that house style, typography and broken lines do not tell two copies apart.
#ifndef TRACE_FOLDED_H
#define TRACE_FOLDED_H

#include "base/arena.h"
#include "base/span.h"

// A word as it is kept and compared: 27 bits of its letters, and what it is like.
enum word_flag {
	WORD_QUOTED = 1, // inside quotation marks
	WORD_NAME = 2,   // a capital inside a sentence
	WORD_DIGIT = 4,  // has a digit
	WORD_OPENS = 8,  // first of its paragraph
	WORD_CITED = 16, // in a sentence that says it comes from elsewhere
	WORD_FLAGS = 31,
};

typedef uint32_t word; // a hash of the folded letters, shifted over the flags

// A word in 16 bits, for texts that are kept by the million: 11 bits of its letters and the flags. Words are compared
// in rows of three and more, where chance has 33 bits against it.
typedef uint16_t token;

static inline token token_of(word w)
{
	return (token)((w >> 21 << 5) | (w & WORD_FLAGS));
}

// Whether a word is the text's own: neither quoted nor cited.
static inline bool token_own(token t)
{
	return !(t & (WORD_QUOTED | WORD_CITED));
}

static inline bool token_same(token a, token b)
{
	return (a ^ b) <= WORD_FLAGS;
}

static inline bool word_same(word a, word b)
{
	return !((a ^ b) & ~(word)WORD_FLAGS);
}

static inline word word_key(word w)
{
	return w & ~(word)WORD_FLAGS;
}

struct folded {
	word *at;
	struct folded_place {
		uint32_t from, to; // bytes of the text
		uint32_t letter;   // where its letters begin
	} * place;                 // [word]
	size_t n;
	char *letters; // folded, a byte each, no blanks; a new line before each paragraph and at the end
};

static inline span folded_span(const struct folded *t, size_t i)
{
	return (span){ t->place[i].from, t->place[i].to };
}

// The end of the paragraph that begins at a word.
static inline size_t folded_paragraph(const struct folded *t, size_t from)
{
	size_t to = from + 1;
	while (to < t->n && !(t->at[to] & WORD_OPENS))
		to++;
	return to;
}

// Puts words [from, to) at `at`, where a text is made shorter in place.
void folded_move(struct folded *t, size_t at, size_t from, size_t to);

void folded_of(struct arena *a, const char *text, size_t len, struct folded *out);

// The first word that begins at or after an offset; n where none does.
size_t folded_find(const struct folded *t, uint32_t from);

// A key of the `n` words from `at` on; never 0.
uint64_t folded_gram(const word *at, size_t n);

#endif
