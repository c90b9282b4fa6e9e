// Whom a noun phrase means.
#ifndef READ_RESOLVE_H
#define READ_RESOLVE_H

#include "read/mentions.h"

// The name of a noun phrase: without article, title and gloss, a surname made full, a description ("the clerk")
// resolved. NULL where there is none, or it is longer than any name (NAME). `self` is the speaker where the phrase
// stands in somebody's content: he, we, I; may be NULL.
const char *resolve_name(struct mentions *m, const struct tokens *s, struct range r, const char *self);

// Whether a phrase only counts off those who were spoken of: "one", "a third", "one of them".
bool resolve_stands_in(const struct tokens *s, struct range r);

// Whom "the company", "the group" means where nobody was called so: what was spoken of last; else NULL.
const char *resolve_spoken(const struct mentions *m, const struct token *head);

// "He", and "his" where it tells whose words they are: "it was his contention that".
bool resolve_pronoun(const struct tokens *s, int i);

// Whether a pronoun can mean somebody, by number and sex as far as they are known.
bool resolve_fits(const struct mentions *m, const struct token *pronoun, const char *name);

// Makes the subject of a sentence the one that a later pronoun means, if it was named.
void resolve_subject(struct mentions *m, const struct tokens *s);

#endif
