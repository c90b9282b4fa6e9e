// Worded likelihood.
#ifndef READ_HEDGES_H
#define READ_HEDGES_H

#include "read/lexicon.h"
#include "case/document.h"

// How a hedge turns what it stands on.
struct hedging {
	struct hedge hedge; // word NULL: none; level is that of the proposition as hedged
	bool by_not;        // it turns by a "not" beside it, which the predicate may have too
	bool turns;         // "unlikely", "likely not": against
	bool estimate;      // a likelihood word ("probably"), not a mere modal ("may")
	bool worded;        // that, or a word of its own for what may be ("possible")
	bool idle_not;      // it has a "not" that negates nothing else: "not unlikely", "as likely as not"
	bool hung;          // the clause hangs on it: "it is likely that ..."
};

// Hangs the hedges that are in no lexicon on their words.
void hedges_hang(struct arena *a, struct vocabulary *v);

// The hedge on a proposition in tokens [from, to).
struct hedging hedges_likelihood(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to);

// Whether anything in a sentence may be a hedge: most have none.
bool hedges_any(const struct tokens *s, const struct hits *h);

// The hedge in the words that lead up to a clause: "a further possibility, aired by X, is that ...", "find it likely
// that ...".
struct hedging hedges_frame(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to);

// "Cannot be excluded, although it is considered unlikely": how likely what ends at a token is conceded to be behind
// it.
struct hedging hedges_conceded(struct arena *a, const struct tokens *s, const struct hits *h, int at);

// Whether tokens [from, to) are a hedge and nothing else: "Ninety per cent.", "Almost certainly."
bool hedges_alone(struct arena *a, const struct tokens *s, const struct hits *h, int from, int to, struct hedging *out);

// The level of the opposite.
enum level hedges_flip(enum level l);

#endif
