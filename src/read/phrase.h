// Noun phrases and verb groups by their edges: what a reader without a parser can see.
#ifndef READ_PHRASE_H
#define READ_PHRASE_H

#include "read/tokens.h"

// Tokens [from, to); empty where from >= to.
struct range {
	int from, to;
};

static inline bool range_empty(struct range r)
{
	return r.from >= r.to;
}

static inline bool range_same(struct range a, struct range b)
{
	return a.from == b.from && a.to == b.to;
}

// A verb with what stands before it: "has not yet been", "would also".
struct verb_group {
	int from, at, to; // the first helper, the verb, past the verb and its particle
	bool negated, passive, infinitive, perfect;
	int modal; // token of the modal, or -1
};

bool phrase_verb(const struct tokens *s, int i);   // the word is used as a verb here
bool phrase_reflexive(const struct token *t);      // "himself", "itself"
bool phrase_finite(const struct tokens *s, int i); // and as the verb of a clause
struct verb_group phrase_group(const struct tokens *s, int i);

// "I never said that we did it": whether what stands at a token is, in its clause, what somebody has not said.
bool phrase_unsaid(const struct tokens *s, int from, int at);

// The noun phrase that is the subject of the verb group beginning at `at`; *joined is set where the verb shares the
// subject of the verb before it ("X said ... and denied ..."), then the range is empty.
struct range phrase_subject(const struct tokens *s, int at, bool *joined);

// "Kemp, whom police accuse": Kemp, of "police"; empty where no relative stands before it.
struct range phrase_antecedent(const struct tokens *s, struct range who);

// "Kemp, who police said had drilled the hull": of whom is told what is said there; empty where the verb at `said` is
// not thrown in like this.
struct range phrase_interposed(const struct tokens *s, int said);

// The subject of a verb by the tree alone, without what stands between them; empty where there is none.
struct range phrase_governed(const struct tokens *s, const struct verb_group *verb);

// "each other", "one another" at i.
bool phrase_each_other(const struct tokens *s, int i);

// The noun phrase that begins at i or right after what may stand before it; ends before `stop` (NULL: none), a verb or
// a mark.
struct range phrase_noun(const struct tokens *s, int i, int end, const char *stop);

int phrase_skip_adverbs(const struct tokens *s, int i, int end);
bool phrase_comma(const struct tokens *s, int i);
int phrase_past_aside(const struct tokens *s, int i); // past ", she added," at i; i where none stands there
int phrase_find(const struct tokens *s, int from, int to, const char *word); // -1 where it does not stand

#endif
