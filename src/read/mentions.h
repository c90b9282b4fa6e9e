// Who was named so far: full names, what they were called ("the clerk Ana Lorca", "Red Kite, a gang"), and who "he" is.
#ifndef READ_MENTIONS_H
#define READ_MENTIONS_H

#include "read/phrase.h"

enum being { BEING_UNKNOWN, BEING_PERSON, BEING_GROUP };

struct mention {
	const char *name;
	const char *gloss[6]; // lower-case nouns it was called by; NULL after the last
	enum being being;
	bool many; // plural
};

enum { MENTIONS_MOST = 512 };

struct mentions {
	struct arena *arena; // of the document: names outlive the sentence
	struct mention at[MENTIONS_MOST];
	int n;
	const char *he, *it, *they; // whom the pronouns mean now; NULL: nobody
};

// Learns the names of a sentence.
void mentions_learn(struct mentions *m, const struct tokens *s);

// The name of a noun phrase: without article, title and gloss, a surname made full, a description ("the clerk")
// resolved. NULL where there is none, or it is longer than any name (NAME). `self` is the speaker where the phrase
// stands in somebody's content: he, we, I; may be NULL.
const char *mentions_name(struct mentions *m, const struct tokens *s, struct range r, const char *self);

// Makes a name the one that a later pronoun means.
void mentions_speak(struct mentions *m, const struct tokens *s, struct range r, const char *name);

// Does so for the subject of a sentence, if it was named.
void mentions_subject(struct mentions *m, const struct tokens *s);

enum being mentions_being(const struct mentions *m, const char *name);

#endif
