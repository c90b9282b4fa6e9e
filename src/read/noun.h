// Noun phrases by parts of speech.
#ifndef READ_NOUN_H
#define READ_NOUN_H

#include "read/phrase.h"

struct noun {
	struct range at; // with its article
	int head;        // its last noun before a preposition, or its pronoun
};

// The first noun phrase that begins in [from, end); false where none does. A common noun takes what follows it with it:
// "two of the guards", "someone inside the ministry".
bool noun_next(const struct tokens *s, int from, int end, struct noun *out);

// Whose it is: "the minister" of "the minister's office"; empty where nobody's.
struct range noun_owner(const struct tokens *s, const struct noun *n);

// The preposition before a phrase, or -1.
int noun_preposition(const struct tokens *s, const struct noun *n);

#endif
