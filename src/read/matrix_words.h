// The words that sheets of evidence are written with (models/matrix.tsv), in many languages.
#ifndef READ_MATRIX_WORDS_H
#define READ_MATRIX_WORDS_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

#define MATRIX_WORDS_TABLE(X)                                                                                          \
	X(evidence)                                                                                                    \
	X(id)                                                                                                          \
	X(source)                                                                                                      \
	X(date)                                                                                                        \
	X(type)                                                                                                        \
	X(code) X(credibility) X(relevance) X(notes) X(link) X(flag) X(hypothesis) X(figure) X(scores) X(title)        \
	    X(question) X(classification) X(CC) X(C) X(N) X(I) X(II) X(NA) X(blank) X(P1) X(P2) X(P3) X(P4) X(P5)      \
		X(P6) X(P7) X(HIGH) X(MEDIUM) X(LOW) X(untraceable) X(nobody) X(yes)

enum matrix_word {
#define X(name) MATRIX_WORD_##name,
	MATRIX_WORDS_TABLE(X)
#undef X
	    MATRIX_WORD_COUNT
};

// A text's classes: bits by enum matrix_word.
#define MATRIX_WORD_IS(name) (UINT64_C(1) << MATRIX_WORD_##name)

struct matrix_words;

// Reads the table that the program carries.
struct matrix_words *matrix_words_read(struct arena *a);

// The text in small letters, blanks single, without marks at its ends that are no part of a word ("Source:").
const char *matrix_words_fold(struct arena *a, struct slice text);

// The classes of a whole folded text; 0 where it is in none.
uint64_t matrix_words_find(const struct matrix_words *w, const char *folded);

#endif
