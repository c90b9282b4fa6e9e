// The words of one sentence, with what the vocabulary knows of them.
#ifndef READ_TOKENS_H
#define READ_TOKENS_H

#include "read/vocabulary.h"
#include "tag/pos.h"
#include "tag/sense.h"

#include "base/span.h"

#include <stdatomic.h>
#include <string.h>

struct token {
	span at;             // in the document's text
	const char *word;    // lower case, straight quotes, "U.S." as "us"; punctuation as itself; quotes as "\""
	uint64_t is;         // set of word_class
	uint16_t forms;      // set of form
	uint16_t hooks;      // set of hook: none of the rules that hang on words can begin here but these
	uint16_t phrase;     // its number among the words of phrases, or 0
	uint32_t hash;       // of the word (vocabulary_hash), which models know it by, too
	uint8_t key;         // of the word, for lists of words; 0: not known
	bool capital, shout; // begins with, consists of capitals
	bool number, mark;   // digits; punctuation
	bool opens, closes;  // a quotation mark
	bool quoted;         // inside a quotation
	bool owner;          // ends in 's or s'
	bool joined;         // has an apostrophe or a hyphen, or begins or ends with one
	int pair;            // of a quotation mark: the token that closes or opens it; -1
	// What the tagger knows of it (read/parse.h): enum pos, the token it hangs on or -1, WordNet's classes.
	int tag, head;
	uint8_t kind;
	uint16_t above;
};

struct tokens {
	const char *text; // of the document
	span at;          // of the sentence
	struct token *t;
	int n;
	uint64_t is;    // of all of them
	unsigned hooks; // of all of them
	bool cut;                     // longer than LIMIT_SENTENCE: the rest was left out
	bool open_before, open_after; // inside a quotation where it begins, ends
};

// Cuts text[at) into words. `open` says that a quotation is open where it begins.
struct tokens tokens_of(struct arena *a, const struct vocabulary *v, const char *text, span at, bool open);

static inline bool token_is(const struct token *t, uint64_t classes)
{
	return (t->is & classes) != 0;
}
static inline bool token_says(const struct token *t, const char *word)
{
	const char *w = t->word;
	if (w[0] != word[0] || w[1] != word[1]) // few begin alike, and no token is empty
		return false;
	for (size_t i = 1; w[i] == word[i]; i++)
		if (!w[i])
			return true;
	return false;
}

// A list of words keeps which keys they have, so that most tokens which are none of them cost one look.
struct token_keys {
	_Atomic uint64_t bits[4];
	_Atomic bool known;
};

// A list of n rows, each of `width` texts: only the first of a row is its word.
void tokens_learn(struct token_keys *k, const char *const *words, size_t n, size_t width);

// Whether a token is one of some words, a constant array; or the word that some row of a table begins with.
#define token_among(t, words)                                                                                          \
	__extension__({                                                                                                \
		static struct token_keys token_keys_here;                                                              \
		token_listed(t, (const char *const *)(const void *)(words), sizeof(words) / sizeof *(words),           \
			     sizeof *(words) / sizeof(char *), &token_keys_here);                                      \
	})

static inline bool token_listed(const struct token *t, const char *const *words, size_t n, size_t width,
				struct token_keys *k)
{
	if (!atomic_load_explicit(&k->known, memory_order_acquire))
		tokens_learn(k, words, n, width);
	uint64_t bits = atomic_load_explicit(&k->bits[t->key / 64], memory_order_relaxed);
	if (t->key && !(bits >> t->key % 64 & 1))
		return false;
	for (size_t i = 0; i < n; i++)
		if (token_says(t, words[i * width]))
			return true;
	return false;
}

// A token with another word in its place.
static inline struct token token_reworded(const struct token *t, const char *word)
{
	struct token out = *t;
	out.word = word;
	out.key = 0;
	return out;
}

// "Someone", whom nobody names.
static inline bool token_somebody(const struct token *t)
{
	return token_says(t, "someone") || token_says(t, "somebody");
}

// "Appears (to have done it)", "seems".
static inline bool token_seems(const struct token *t)
{
	static const char *const words[] = { "seems", "seem", "seemed", "appears", "appear", "appeared" };
	return token_among(t, words);
}

// By the tagger; false for both where it has not seen the word.
static inline bool token_verb(const struct token *t)
{
	return t->tag == POS_VB || t->tag == POS_VBD || t->tag == POS_VBZ || t->tag == POS_VBG || t->tag == POS_VBN ||
	       t->tag == POS_VBP;
}
static inline bool token_noun(const struct token *t)
{
	return t->tag == POS_NN || t->tag == POS_NNS || t->tag == POS_NNP || t->tag == POS_NNPS;
}

// The hooks of tokens [from, to).
static inline unsigned tokens_hooks(const struct tokens *s, int from, int to)
{
	unsigned hooks = 0;
	for (int i = from; i < to; i++)
		hooks |= s->t[i].hooks;
	return hooks;
}

// The bytes of tokens [from, to).
span tokens_span(const struct tokens *s, int from, int to);

#endif
