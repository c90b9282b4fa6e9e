// What becomes of a frame: a statement, a fact, or nothing.
#ifndef READ_DECIDE_H
#define READ_DECIDE_H

#include "read/voice.h"

struct decision {
	double sure; // that it is what the verdict says, or a fact
	bool fact;
};

// Asks the gate. It decides whether a frame bears on the case, and, where the rules leave it open, with what stance:
// never against a rule, and never for an assertion where words stand that may take it back.
struct decision decide(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		       struct verdict *in);

#endif
