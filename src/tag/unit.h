// A paragraph with everything that is known of its words before anybody asks who said what.
#ifndef TAG_UNIT_H
#define TAG_UNIT_H

#include "tag/pos.h"
#include "tag/sense.h"
#include "tag/tree.h"

struct unit {
	struct forms forms;
	uint8_t *tag;                // [n] enum pos
	int16_t *head;               // [n], or -1
	int16_t *verb;               // [n] the nearest word above it that is a verb, or -1
	uint8_t *depth;              // [n] steps to the root, at most 40
	int16_t *first, *last;       // [n] its outermost words below, itself where there are none
	int16_t *low_kid, *high_kid; // [n] its first and last dependent, or -1
	uint8_t *kids;               // [n] how many dependents, at most 255
	int16_t *root;               // [sentences] the word of the sentence that hangs on nothing, or -1
	uint8_t *kind;               // [n] a verb's file of WordNet, KIND_NOUN and a noun's; 0 unknown
	uint8_t *flags;              // [n] struct sense.flags of names, verbs and nouns
	uint16_t *sense, *above;     // [n] the synset, and what it is a kind of
	int number;                  // of the unit in its document
	struct tree_state *tree;
};

struct unit *unit_room(struct arena *a);

// Fills all from u->forms.
void unit_see(struct unit *u, const struct pos_model *pos, const struct tree_model *tree,
	      const struct sense_model *senses);

// The same where tags and heads are there already.
void unit_derive(struct unit *u, const struct sense_model *senses);

extern const struct wordform unit_edge;

// A word of the unit; one without any spelling before the first and behind the last.
static inline const struct wordform *unit_form(const struct unit *u, int i)
{
	return i >= 0 && i < u->forms.n ? &u->forms.at[i] : &unit_edge;
}

// Its tag, or POS_NONE there.
static inline uint32_t unit_tag(const struct unit *u, int i)
{
	return i >= 0 && i < u->forms.n ? u->tag[i] : POS_NONE;
}

static inline bool unit_is_verb(const struct unit *u, int i)
{
	switch (u->tag[i]) {
	case POS_VB:
	case POS_VBD:
	case POS_VBZ:
	case POS_VBG:
	case POS_VBN:
	case POS_VBP:
		return true;
	default:
		return false;
	}
}

#endif
