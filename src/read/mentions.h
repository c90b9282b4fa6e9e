// Who was named so far: full names, what they were called ("the clerk Ana Lorca", "Red Kite, a gang"), and who "he" is.
#ifndef READ_MENTIONS_H
#define READ_MENTIONS_H

#include "read/nominal.h"
#include "read/sex.h"

enum being { BEING_UNKNOWN, BEING_PERSON, BEING_GROUP };

// What somebody was called: "minister" of "the prime minister", and what says which: "prime", or NULL.
struct gloss {
	const char *noun, *kind;
};

enum { MENTIONS_MOST = 512, MENTIONS_GLOSSES = 6 };

struct mention {
	const char *name, *last; // its last word
	char begins, ends;       // the first letters of the name and of its last word, by which most are passed over
	struct gloss gloss[MENTIONS_GLOSSES]; // in lower case; without a noun after the last
	enum being being;
	bool many;  // plural
	bool alone; // it was called by its last word, when nobody else could be
	enum sex sex;
	const char *side; // whom it speaks for or belongs to: "Northmere Water" of its spokesman; NULL: not told
};

struct mentions {
	struct arena *arena; // of the document: names outlive the sentence
	struct mention at[MENTIONS_MOST];
	int n;
	bool spoke;                       // somebody in the sentence that was learned last
	bool unnamed;                     // one person was spoken of by no name: "a clerk"
	bool aloud;                       // what is read was spoken to somebody, who may be called by name
	const char *he, *she, *it, *they; // whom the pronouns mean now; NULL: nobody
	const char *author;               // the person who writes all this and is "I" there; NULL: nobody known
};

// Learns the names of a sentence.
void mentions_learn(struct mentions *m, const struct tokens *s);

// Learns that a name is a person's.
void mentions_person(struct mentions *m, const char *name);

// Makes a name the one that a later pronoun means.
void mentions_speak(struct mentions *m, const struct tokens *s, struct range r, const char *name);

// Makes the person that a sentence names first the one that a later "he" or "she" means.
void mentions_focus(struct mentions *m, const struct tokens *s);

// Where "it" means nothing yet, makes it mean the one body of people that a sentence about somebody else names.
void mentions_body(struct mentions *m, const struct tokens *s);

const struct mention *mentions_find(const struct mentions *m, const char *name); // NULL where nobody is named so

// "Lorca" -> "Ana Lorca", where such a person was named; else the name itself. Of several it is the one whose sex is
// known to be what its title says, then the one who was called so before the others came.
const char *mentions_full(struct mentions *m, const char *name, enum sex sex);

// What the words before a name say of its sex: "Mr Greel", "his wife, Ana,".
enum sex mentions_told(const struct tokens *s, int from, int name);

// Who has the same last name as somebody, and is of that sex: "his wife" of Ivo Brand; NULL where it is not one alone.
const char *mentions_kin(const struct mentions *m, const char *of, enum sex sex);

// Whether nobody but a person was spoken of who could be "he" or "she".
bool mentions_alone(const struct mentions *m, const char *person);

// Who was last called by a noun: "the clerk", "the gang"; NULL for nobody. Where it is told which, by `kind`, it is
// who was called just so, and nobody who was called otherwise: "the prime minister" is no trade minister.
const char *mentions_called(const struct mentions *m, const char *noun, const char *kind);

// The word before a noun that tells which: "trade" of "the trade minister"; NULL for none. No words before `from`
// count.
const char *mentions_kind(const struct tokens *s, int from, int noun);

enum sex mentions_sex(const struct mentions *m, const char *name);

// Whom somebody speaks for, by what it was called when it was named; NULL where that was not told.
const char *mentions_side(const struct mentions *m, const char *name);

enum being mentions_being(const struct mentions *m, const char *name);

#endif
