// Names of actors as texts give them: which mean the same, which belong together, what kind of actor they are.
#ifndef CASE_NAMES_H
#define CASE_NAMES_H

#include "base/arena.h"
#include "base/span.h"

// Whether a name can stand for an actor at all: not a clause, a time or a bare "officials".
bool names_usable(const char *name);

// Whether two names mean one actor: the same but for articles, plural and words like "group" or "people"; one country's
// state ("Kyiv", "Ukraine"); or one is the other's last name.
bool names_same(const char *a, const char *b);

// Whether two actors belong to one country ("Ukrainian group", "Kyiv") or, where neither names one, to one body: a
// capitalised word of one begins like one of the other.
bool names_related(const char *a, const char *b);

// Whether a name says that its bearers act for no state.
bool names_outside_state(const char *name);

// The name without its article, first letter in upper case.
const char *names_capital(struct arena *a, const char *name);

// The same as a subject: "A Ukrainian group" where the last word asks for an article.
const char *names_with_article(struct arena *a, const char *name);

// Who talks where the words name the talk: "chatter amongst Ukrainian officials" is Ukrainian officials'.
const char *names_talker(const char *name);

#endif
