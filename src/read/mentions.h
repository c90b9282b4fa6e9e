// Who was named so far: full names, what they were called ("the clerk Ana Lorca", "Red Kite, a gang"), and who "he" is.
#ifndef READ_MENTIONS_H
#define READ_MENTIONS_H

#include "read/nominal.h"

// Of a person, as its titles and pronouns tell.
enum sex { SEX_UNKNOWN, SEX_HE, SEX_SHE };

enum being { BEING_UNKNOWN, BEING_PERSON, BEING_GROUP };

struct mention {
	const char *name;
	const char *gloss[6]; // lower-case nouns it was called by; NULL after the last
	enum being being;
	bool many; // plural
	enum sex sex;
	const char *side; // whom it speaks for or belongs to: "Northmere Water" of its spokesman; NULL: not told
};

enum { MENTIONS_MOST = 512 };

struct mentions {
	struct arena *arena; // of the document: names outlive the sentence
	struct mention at[MENTIONS_MOST];
	int n;
	bool aloud;                       // what is read was spoken to somebody, who may be called by name
	const char *he, *she, *it, *they; // whom the pronouns mean now; NULL: nobody
};

// Learns the names of a sentence.
void mentions_learn(struct mentions *m, const struct tokens *s);

// Learns that a name is a person's.
void mentions_person(struct mentions *m, const char *name);

// Makes a name the one that a later pronoun means.
void mentions_speak(struct mentions *m, const struct tokens *s, struct range r, const char *name);

// Makes the person that a sentence names first the one that a later "he" or "she" means.
void mentions_focus(struct mentions *m, const struct tokens *s);

const struct mention *mentions_find(const struct mentions *m, const char *name); // NULL where nobody is named so

// "Lorca" -> "Ana Lorca", where such a person was named; else the name itself.
const char *mentions_full(struct mentions *m, const char *name);

// Who was last called by a noun: "the clerk", "the gang"; NULL for nobody.
const char *mentions_called(struct mentions *m, const char *noun);

enum sex mentions_sex(const struct mentions *m, const char *name);

// Whom somebody speaks for, by what it was called when it was named; NULL where that was not told.
const char *mentions_side(const struct mentions *m, const char *name);

enum being mentions_being(const struct mentions *m, const char *name);

#endif
