// The words of a text as the tagger saw them: part of speech, the word that each hangs on, what WordNet knows of it.
#ifndef READ_PARSE_H
#define READ_PARSE_H

#include "read/tokens.h"
#include "tag/unit.h"
#include "base/list.h"

struct parsed {
	uint32_t from;  // byte of the text
	int32_t head;   // word of the list, or -1
	uint8_t tag;    // enum pos
	uint8_t kind;   // as struct unit has it
	uint16_t above; // what it is a kind of
};

struct parse {
	LIST(struct parsed) list; // in the order of the text
};

// Adds the words of a unit, which come after those that are there.
void parse_add(struct arena *a, struct parse *p, const struct unit *u);

// Gives the words of a sentence what is known of them; where nothing is, tag is POS_NONE and head -1.
void parse_join(struct arena *scratch, const struct parse *p, struct tokens *s);

#endif
