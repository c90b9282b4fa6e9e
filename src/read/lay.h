// Likelihood as people say it who keep no scale: surprise, doubt, bets, long shots, the top of a list.
#ifndef READ_LAY_H
#define READ_LAY_H

#include "read/phrase.h"

#include "case/words.h"

struct lay {
	struct range at; // its words; empty: none
	enum level level;
};

// Hangs them on their words.
void lay_hang(struct arena *a, struct vocabulary *v);

// The first likelihood of this kind in tokens [from, to).
struct lay lay_of(const struct tokens *s, int from, int to);

#endif
