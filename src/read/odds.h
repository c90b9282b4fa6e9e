// Likelihoods told in numbers.
#ifndef READ_ODDS_H
#define READ_ODDS_H

#include "read/phrase.h"

#include "case/words.h"

struct odds {
	struct range at; // its words; empty: none
	double share;    // 0 to 1
};

// The first likelihood in numbers in tokens [from, to): "nine in ten", "three to one against", "70-30", "evens".
struct odds odds_of(const struct tokens *s, int from, int to);

// The number at token i with the words that bound it, whatever it counts: for who knows that it is a chance.
struct odds odds_number(const struct tokens *s, int i, int from, int to);

// Hangs them on their words.
void odds_hang(struct arena *a, struct vocabulary *v);

// Whether percentages that make up a whole stand behind what they are of: "a leak 60%, a spark 30%, the rest 10%".
bool odds_list(const struct tokens *s, int from, int to);

enum level odds_level(double share);

#endif
