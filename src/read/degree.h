// Words of degree before a sureness, and numbers.
#ifndef READ_DEGREE_H
#define READ_DEGREE_H

#include "read/tokens.h"

#include "case/words.h"

// A number in words or digits, "ninety-five" by its tens, or -1.
int degree_number(const struct token *t);

// "nine-tenths" and "sixty-forty" in per cent, or -1.
int degree_share(const struct token *t);

// Hangs numbers on their words.
void degree_hang(struct arena *a, struct vocabulary *v);

enum sureness degree_of_percent(int percent);

// The sureness that a word measures, "limited", "reasonable", "utmost"; -1 for a word that measures none.
int degree_level(const struct token *t);

// "not", "far from", "less than", "hardly": what takes a sureness back.
bool degree_taken_back(const struct token *t);

#endif
