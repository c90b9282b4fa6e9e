// What a speaker does with a claim.
#ifndef READ_STANCE_H
#define READ_STANCE_H

#include "read/claims.h"
#include "read/frames.h"
#include "read/hedges.h"

// What stands between a cue and what it is about, and outranks both.
enum operator_kind {
	OPERATOR_NONE,
	OPERATOR_NO_EVIDENCE,  // no evidence, sign, proof, indication
	OPERATOR_UNKNOWN,      // too early, unclear, not able, does not know
	OPERATOR_NOT_EXCLUDED, // not ruled out, cannot be excluded
	OPERATOR_EXCLUDED,     // ruled out
	OPERATOR_DECLINED,     // no comment, would not say, neither confirmed nor denied
	OPERATOR_NOBODY,       // nobody claimed
	OPERATOR_NOT_MEANT,    // an operator without a rule: nothing may be asserted
};

struct operator_at {
	enum operator_kind kind;
	int from, to; // tokens
};

// The operator in tokens [from, to) that comes first.
struct operator_at stance_operator(const struct tokens *s, const struct hits *h, int from, int to);

// What is made of a frame.
struct reading {
	bool keep; // false: no statement
	enum stance stance;
	struct claims claims; // those that become targets
	enum polarity polarity[CLAIMS_MOST];
	struct hedging hedging;
	bool against_latest; // denies without saying what: the accusation before it
};

struct reading stance_of(struct arena *a, struct mentions *m, const struct topic *topic, const struct tokens *s,
			 const struct hits *h, const struct frame *f, const char *self);

#endif
