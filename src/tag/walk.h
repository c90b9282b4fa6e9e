// A text, unit by unit.
#ifndef TAG_WALK_H
#define TAG_WALK_H

#include "tag/unit.h"

// The units of a text, one after the other: sentences of one paragraph, as many as fit.
struct tag_walk {
	const char *text;
	const span *paragraph, *sentence;
	size_t paragraphs, sentences; // how many are left
	uint32_t rest;
	int units; // the number of the next: 0 is the title, where the text has one
};

// Cuts the next unit that has a word into forms and number of `out`; false when the text is at its end.
bool tag_next(struct tag_walk *w, struct unit *out);

#endif
