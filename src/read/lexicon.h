// The lexicon of estimative language (models/lexicon.tsv): hedges, confidence, denials, refusals, evidence, sources.
#ifndef READ_LEXICON_H
#define READ_LEXICON_H

#include "read/tokens.h"
#include "base/list.h"

// In the order of precedence where hits overlap and are equally long.
#define LEXICON_TABLE(X)                                                                                               \
	X(GRADE)                                                                                                       \
	X(CONF)                                                                                                        \
	X(NOCOMMENT)                                                                                                   \
	X(CORROB)                                                                                                      \
	X(NRO)                                                                                                         \
	X(DENY) X(CLAIM) X(EVID) X(EST) X(ACCUSE) X(SRC_ANON) X(SRC_DOC) X(SRC_FIRM) X(SRC_HUM) X(SRC_INT) X(SRC_LEAK) \
	    X(SRC_OFF) X(SRC_OPEN) X(SRC_TECH) X(ASSESS) X(SPEC) X(MOD) X(COND) X(RETRACT) X(BOOST) X(TRADE) X(CHAIN)

enum lexicon_class {
#define X(name) LEXICON_##name,
	LEXICON_TABLE(X)
#undef X
	    LEXICON_COUNT
};

struct hit {
	enum lexicon_class class;
	const char *sub;      // subclass
	char polarity;        // '+', '-', 'u' or 0
	const char *modality; // "CT", "PR", "PS", "U" or ""
	int from, to;         // tokens
	bool shadowed;        // a longer or more telling hit covers part of it
};

struct hits {
	LIST(struct hit) list; // by first token
};

struct lexicon;

// Numbers the words of its phrases in the vocabulary.
struct lexicon *lexicon_read(struct arena *a, struct vocabulary *v);

// Every hit in a sentence. Longest match inside a class; across classes the longer hit shadows, then the precedence.
struct hits lexicon_match(struct arena *a, const struct lexicon *l, const struct tokens *s);

// The first hit of a class that begins in [from, to) and is not shadowed; sub NULL: any subclass. NULL where none.
const struct hit *lexicon_hit(const struct hits *h, enum lexicon_class c, const char *sub, int from, int to);

#endif
