// Turns of a transcript, paragraphs that begin with who speaks: "Q4 Mr Teague: But did they know?". Who has spoken last
// holds the floor until the next does: what is said without a speaker is the holder's own, and what others are said to
// have said came through the holder.
#ifndef READ_TURN_H
#define READ_TURN_H

#include "case/document.h"

struct reader;

struct turn {
	span label;         // with its colon
	span name;          // without what is told of the person, and without the question's number
	const char *holder; // its name in full, once it is reached; NULL before
};

struct turns {
	LIST(struct turn) list; // in text order; none where the document is no transcript
};

struct turns turn_all(struct arena *a, const struct document *d);

// The turn that a place stands in, or NULL.
const struct turn *turn_at(const struct turns *t, uint32_t place);

// A sentence without the label that it begins with.
span turn_words(const struct turns *t, span sentence);

// Whether a cue stands in a label.
bool turn_is_label(const struct turns *t, span cue);

// Gives the floor to whose turn a sentence stands in.
void turn_reach(struct reader *r, span sentence);

#endif
