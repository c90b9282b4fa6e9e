// What a document says it has from elsewhere, and how much of it stands in another text.
#ifndef TRACE_CLAIM_H
#define TRACE_CLAIM_H

#include "trace/copies.h"

// What is said to be from elsewhere.
struct claim {
	size_t doc;
	const struct citation *cite;
	LIST(uint64_t) words; // keys of its telling words, rising, each once
	size_t length;        // all words of the sentence
	span at;              // the sentence
};

struct claims {
	LIST(struct claim) list;
	struct folded cues; // words by which something is cited, which are none of what is
	struct claim_frequency *slot;
	size_t slots, sample;
};

// What the sentence of a citation says, and where that is little what its paragraph says; added to the claims.
void claim_add(struct arena *a, struct claims *c, const struct folded *t, size_t doc, const struct citation *cite,
	       span sentence, span paragraph);

// Counts how telling the claims' words are, once all are added: how few documents of a sample have them.
void claim_count(struct arena *a, struct claims *c, const struct copies *all);

// Weight of the claim's telling words that stand together in a text, of the weight of all.
double claim_in(const struct claims *c, const struct claim *claim, const struct folded *t);

// The same of any sentence of a text, in another text.
double claim_stands(struct arena *a, const struct claims *c, const struct folded *t, span sentence,
		    const struct folded *in);

#endif
