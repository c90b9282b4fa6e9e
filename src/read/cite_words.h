// The words of a sentence as the finder of citations sees them: where they stand, and which cue words they are
// (models/cues.tsv).
#ifndef READ_CITE_WORDS_H
#define READ_CITE_WORDS_H

#include "base/list.h"
#include "base/span.h"

#define CUE_TABLE(X)                                                                                                   \
	X(report)                                                                                                      \
	X(own)                                                                                                         \
	X(say) X(claim) X(carry) X(content) X(thing) X(talk) X(note) X(spoke) X(toward) X(tell) X(interviewed)         \
	    X(appearance) X(passive) X(given) X(cite) X(adv) X(time) X(day) X(have) X(be) X(prep) X(article) X(conj)   \
		X(staff) X(eye) X(saw) X(mouth) X(poll) X(debate) X(finance) X(medium) X(program) X(title) X(body)     \
		    X(nation) X(not ) X(refuse) X(source) X(some) X(near) X(unnamed) X(via) X(again)

enum cite_cue {
#define X(name) CUE_##name,
	CUE_TABLE(X)
#undef X
	    CUE_COUNT
};

#define CUE(name) (UINT64_C(1) << CUE_##name)

struct cite_word {
	uint32_t from, to; // bytes of the text
	uint64_t is;       // set of enum cite_cue
	char mark;         // the sign where it is none of a word: . , ' ( ) / - " : ;
	bool capital, capitals, digit;
	bool glued; // nothing stands between it and the word before
};

struct cite_words {
	const char *text;
	LIST(struct cite_word) list;
};

struct cues;

// Reads the table that the program carries.
const struct cues *cite_words_read(struct arena *a);

// The words of a sentence, in place of those that were there.
void cite_words_of(struct arena *a, const struct cues *c, const char *text, span at, struct cite_words *w);

// Of words that need not be there: i may lie outside of the sentence.
static inline const struct cite_word *cite_words_at(const struct cite_words *w, int i) // or NULL
{
	return i >= 0 && (size_t)i < w->list.n ? &w->list.at[i] : NULL;
}

static inline bool cite_words_is(const struct cite_words *w, int i, uint64_t cues) // one of these cues
{
	const struct cite_word *x = cite_words_at(w, i);
	return x && x->is & cues;
}

bool cite_words_spell(const struct cite_words *w, const struct cite_word *x, const char *word);

// Whether a word is this one, in small letters. Most do not even begin so.
static inline bool cite_words_say(const struct cite_words *w, int i, const char *word)
{
	const struct cite_word *x = cite_words_at(w, i);
	return x && (w->text[x->from] | 0x20) == word[0] && cite_words_spell(w, x, word);
}

#endif
