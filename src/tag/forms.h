// Words as the tagger sees them: cut in the manner of the Penn Treebank ("Clinton" "'s", "do" "n't"), each reduced to a
// few hashes. A unit is what is tagged at once: a paragraph, or a piece of one that is too long.
#ifndef TAG_FORMS_H
#define TAG_FORMS_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

// What a form looks like.
enum wordform_shape {
	FORM_WORD = 1,    // begins with a letter
	FORM_CAPITAL = 2, // begins with a capital
	FORM_SHOUT = 4,   // two capitals or more and nothing small
	FORM_DIGIT = 8,   // holds a digit
	FORM_HYPHEN = 16, // holds a hyphen
	FORM_OPENS = 32,  // a quotation mark that opens
	FORM_CLOSES = 64, // a quotation mark that closes
	FORM_MARK = 128,  // punctuation
	FORM_FIRST = 256, // the first of its sentence
	FORM_LAST = 512,  // the last of its sentence
	FORM_ENDS = 2048, // a mark that ends a sentence
	FORM_COMMA = 4096,
	FORM_COLON = 8192,
	FORM_EDGES = FORM_OPENS | FORM_CLOSES | FORM_ENDS | FORM_COMMA | FORM_COLON,
};

struct wordform {
	uint32_t from, to;            // bytes of the text
	uint32_t exact, low;          // hash as it is, and in lower case with digits alike and curly quotes straight
	uint32_t tail2, tail3, head2; // the last two and three, the first two letters, as low has them
	uint16_t shape;               // set of wordform_shape
	uint16_t quotation;           // number of the quotation of the unit that it stands in or borders; 0: outside
	uint16_t sentence;            // number of its sentence in the unit
};

enum { FORMS_MOST = 1024 }; // of a unit

struct forms {
	const char *text;
	struct wordform *at; // [n]
	int n;
	uint32_t *start; // [sentences + 1] first form of each sentence
	int sentences;
};

// Hash of a word as `low` has it: what models and word lists are keyed by.
uint32_t forms_hash(const char *word, size_t n);

// Cuts text up to the end of `sentences`, of which it takes as many as fit into a unit, and returns how many it took;
// the last one may be taken in part: then *rest is where to go on, else 0. Room of `out` is FORMS_MOST forms and
// sentences.
size_t forms_cut(const char *text, const span *sentences, size_t n, uint32_t *rest, struct forms *out);

// Room for a unit.
struct forms forms_room(struct arena *a);

#endif
