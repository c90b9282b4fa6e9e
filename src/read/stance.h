// What a speaker does with a claim.
#ifndef READ_STANCE_H
#define READ_STANCE_H

#include "read/claims.h"
#include "read/frames.h"
#include "read/hedges.h"
#include "read/operators.h"

// What is made of a frame.
struct verdict {
	bool keep; // false: no statement
	enum stance stance;
	struct claims claims; // those that become targets
	enum polarity polarity[CLAIMS_MOST];
	struct hedging hedging;
	bool defends;   // by somebody who stands accused, or speaks for another
	bool elsewhere; // an accusation of something else than what happened, or of whom the words do not say
	bool guessed;   // no rule reads this stance in the words
	int nothing;    // where that nothing was found ends, of what follows; else 0
	bool twice;     // "unlikely that it was not": the one takes the other back
	bool turned;    // words stand there that may take back what is said: nothing is asserted
	bool inside;    // and they stand in the content
};

// Adds a claim, for; there may be too many.
void stance_claim(struct verdict *r, enum role role, const char *actor);

struct verdict stance_of(struct arena *a, struct mentions *m, const struct topic *topic, const struct tokens *s,
			 const struct hits *h, const struct frame *f, const char *self);

#endif
