// Words that outrank what they stand before: no evidence, would not say, not ruled out.
#ifndef READ_OPERATORS_H
#define READ_OPERATORS_H

#include "read/lexicon.h"
#include "read/phrase.h"

// What stands between a cue and what it is about, and outranks both.
enum operator_kind {
	OPERATOR_NONE,
	OPERATOR_NO_EVIDENCE,  // no evidence, sign, proof, indication
	OPERATOR_UNKNOWN,      // too early, unclear, not able, does not know
	OPERATOR_NOT_EXCLUDED, // not ruled out, cannot be excluded
	OPERATOR_EXCLUDED,     // ruled out
	OPERATOR_DECLINED,     // no comment, would not say, neither confirmed nor denied
	OPERATOR_NOBODY,       // nobody claimed
};

struct operator_at {
	enum operator_kind kind;
	int from, to; // tokens
};

// Hangs the operators that are in no lexicon on their words.
void operators_hang(struct arena *a, struct vocabulary *v);

// The operator in tokens [from, to) that comes first.
struct operator_at operators_first(const struct tokens *s, const struct hits *h, int from, int to);

// What a hit of the lexicon is as an operator.
enum operator_kind operators_hit(const struct hit *h);

// "Ruled nothing out", "ruled out nobody", "excluded no theory": whether a verb of ruling out rules out nothing.
bool operators_rule_nothing(const struct tokens *s, int verb);

// "No theory has been ruled out", "nothing was being excluded": from the token that says none; *end is behind it.
bool operators_none_ruled(const struct tokens *s, int i, int to, int *end);

// "Ties", "linked", "connects": a verb by which a find points at somebody.
bool operators_ties(const struct token *t);

// Where content begins that is held behind a doubt: past "I'm not certain, but"; its own beginning where none stands.
int operators_past_doubt(const struct tokens *s, struct range content);

// Whether a hit of denial is a bare negated verb: a denial only where what it negates is a claim.
bool operators_weak_denial(const struct tokens *s, const struct hit *h);

// "claimed responsibility", "pleaded guilty": an admission as it stands. "conceded that" is not.
bool operators_own_up(const struct tokens *s, const struct hit *h);

#endif
