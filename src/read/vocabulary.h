// The classes of words that the reader's rules are written in (models/words.tsv): verbs of saying, act verbs, heads of
// noun phrases, function words. A word may be in several classes.
#ifndef READ_VOCABULARY_H
#define READ_VOCABULARY_H

#include "base/arena.h"
#include "base/span.h"

#define CLASS_TABLE(X)                                                                                                 \
	X(say)                                                                                                         \
	X(tell)                                                                                                        \
	X(think)                                                                                                       \
	X(guess)                                                                                                       \
	X(deny)                                                                                                        \
	X(doubt)                                                                                                       \
	X(reject)                                                                                                      \
	X(accuse)                                                                                                      \
	X(blame) X(attribute) X(name) X(admit) X(decline) X(mute) X(ruleout) X(show) X(cite) X(call) X(act) X(mayact)  \
	    X(light) X(direct) X(know) X(stage) X(hold) X(thought) X(guessed) X(alleged) X(denial) X(be) X(have)       \
		X(aux) X(modal) X(neg) X(det) X(prep) X(conj) X(sub) X(pron) X(wh) X(relative) X(adv) X(reporters)     \
		    X(person) X(group) X(outletword) X(anonymous) X(document) X(title) X(day) X(month) X(time)         \
			X(nation) X(incident) X(cause) X(causeadj) X(stagednoun) X(lie) X(findnoun) X(responsibility)  \
			    X(evidence) X(turn) X(asks)

enum word_class {
#define X(name) CLASS_##name,
	CLASS_TABLE(X)
#undef X
	    CLASS_COUNT
};

#define IS(name) (UINT64_C(1) << CLASS_##name)

// Which forms of its verb a word can be; FORM_MANY marks the plural of a noun.
enum form { FORM_BASE = 1, FORM_S = 2, FORM_PAST = 4, FORM_PARTICIPLE = 8, FORM_ING = 16, FORM_MANY = 32 };

// What open rules hang on single words: a rule tells the vocabulary which (vocabulary_hang), once, and all other words
// cost it one look.
enum hook {
	HOOK_SURENESS = 1,
	HOOK_OPERATOR = 2,
	HOOK_HEDGE = 4,
	HOOK_LAY = 8,
	HOOK_NUMBER = 16,
	HOOK_POINT = 32,
	HOOK_PHRASAL = 64,
	HOOK_CLAIM = 128,
};

struct word {
	uint64_t is;     // set of word_class
	uint16_t forms;  // set of form
	uint16_t hooks;  // set of hook
	uint16_t phrase; // its number among the words of phrases, from 1; 0: no phrase has it
};

struct vocabulary;

// Reads the table that the program carries.
struct vocabulary *vocabulary_read(struct arena *a);

// Hangs a rule on some words, an array of texts, or on the words that the rows of a table begin with.
#define vocabulary_hang(a, v, hook, words)                                                                             \
	vocabulary_hang_all(a, v, hook, (const char *const *)(const void *)(words), sizeof(words) / sizeof *(words),   \
			    sizeof *(words) / sizeof(char *))
void vocabulary_hang_all(struct arena *a, struct vocabulary *v, enum hook hook, const char *const *words, size_t n,
			 size_t width);

// The number of a word among those of phrases (read/lexicon.h); 0 where the table is full.
uint16_t vocabulary_phrase(struct arena *a, struct vocabulary *v, const char *word);

// The hash by which words lie in the vocabulary: the one that models know them by (tag/forms.h).
uint32_t vocabulary_hash(struct slice text);

// Asks the memory for the place of a word, by its hash, that will soon be looked up.
void vocabulary_ahead(const struct vocabulary *v, uint32_t hash);

// What is known of a lower-case word, its ending included ("-ist" is a person); `is` is 0 where nothing is.
struct word vocabulary_find(const struct vocabulary *v, struct slice text, uint32_t hash);

#endif
