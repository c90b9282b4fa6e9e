// Names of actors as texts give them: which mean the same, which belong together, what kind of actor they are.
#ifndef CASE_NAMES_H
#define CASE_NAMES_H

#include "base/arena.h"
#include "base/span.h"

enum { NAME_WORDS = 12 }; // those after them do not count

// A name cut into the words that tell its bearer from others, to be held against many.
struct name {
	const char *text;
	const char *state, *country;  // that it stands for; that it belongs to; NULL for none
	const char *word[NAME_WORDS]; // lower case, plural s and possessive taken off
	bool capital[NAME_WORDS];     // as it was written
	size_t n;
	uint64_t letters, capitals; // that its words, its capitalised words begin with, as sets
	bool shouts;                // begins with two capitals, as an acronym does
	bool usable;                // as names_usable has it
};

// The text must outlive what is cut from it.
struct name names_cut(struct arena *a, const char *text);

// Whether a name can stand for an actor at all: not a clause, a time or a bare "officials".
bool names_usable(const char *name);

// Whether two names mean one actor: the same but for articles, plural and words like "group" or "people"; one country's
// state ("Kyiv", "Ukraine"); or one is the other's last name.
bool names_same(const char *a, const char *b);
bool names_one(const struct name *a, const struct name *b);

// Whether two actors belong to one country ("Ukrainian group", "Kyiv") or, where neither names one, to one body: a
// capitalised word of one begins like one of the other.
bool names_related(const char *a, const char *b);
bool names_akin(const struct name *a, const struct name *b);

// Whether a name says that its bearers act for no state.
bool names_outside_state(const char *name);

// The name without its article, first letter in upper case.
const char *names_capital(struct arena *a, const char *name);

// The same as a subject: "A Ukrainian group" where the last word asks for an article.
const char *names_with_article(struct arena *a, const char *name);

// Who talks where the words name the talk: "chatter amongst Ukrainian officials" is Ukrainian officials'.
const char *names_talker(const char *name);

#endif
