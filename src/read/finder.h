// What the finding of claims works with, and a staging by nobody named.
#ifndef READ_FINDER_H
#define READ_FINDER_H

#include "read/claims.h"

struct finder {
	struct mentions *m;
	const struct topic *topic;
	const struct tokens *s;
	struct range r;
	const char *self;
	bool others; // "he" is never the speaker
	struct claims out;
};

// A claim of a role at a token, to be filled; NULL where there is one, or there are CLAIMS_MOST.
struct claim *finder_add(struct finder *f, enum role role, int at);

// Whether a word of one of some classes stands in a range.
bool finder_class(const struct tokens *s, struct range r, uint64_t is);

// Whether two words stand at i.
static inline bool finder_two(const struct finder *f, int i, const char *a, const char *b)
{
	return token_says(&f->s->t[i], a) && i + 1 < f->r.to && token_says(&f->s->t[i + 1], b);
}

// "No doubt it was the wind", "nothing but the wind": whether the negation at a token negates nothing.
bool finder_idle(const struct tokens *s, int neg);

// "When", "since": what follows was so, whatever is negated before it: "I have not slept since I did it".
bool finder_when(const struct token *t);

// "More likely than not", "as likely as not".
bool finder_than(const struct tokens *s, int neg);

// Whether a word may turn round what is said: "failed to", "stopped saying"; not "the brake failed", "stopped the
// engine".
bool finder_turns(const struct tokens *s, int i);

// "He had fabricated the data": whether a verb does something to its object, and says nothing of what is told.
bool finder_does(const struct tokens *s, int i);

// Whether a word says of what is told that it is not so: "that is fiction"; not "malicious code", "in the theatre".
bool finder_lies(const struct tokens *s, int i);

// "By ice and not by a bomb", "Red Kite, not the army,", "damp rather than arson": whether a "not" or "than" sets
// something else against what is said.
bool finder_sets_against(const struct tokens *s, int i);

// Whether a negation stands before a word, in its clause: not in "there was no sabotage, there was weather".
bool finder_negated(const struct finder *f, int i);

// Whether nothing takes back what is claimed of some words at a token: "short" of a short circuit does not, nor a
// "no" in another clause.
bool finder_apart(const struct finder *f, struct range what, int at);

// Sets what stands before a predicate: a modal, a guess that a hedge must show; and what would be, was not.
void finder_modal(const struct finder *f, struct claim *c, int at);

// Adds what stands at a token, if it is a claim that it was staged by nobody named.
void finder_bare(struct finder *f, int i);

// Whether what the story is about stands in a range: what happened, or "it".
bool finder_story(const struct finder *f, struct range r);

// So many words from one on, as far as there are.
struct range finder_few(const struct finder *f, int from, int words);

// Whether a negation stands between two words.
bool finder_denied(const struct finder *f, int from, int to);

// "I have known the mayor for years", "we did not know him": who is acquainted with somebody knew nothing by that.
bool finder_acquainted(const struct tokens *s, int i, int end);

#endif
