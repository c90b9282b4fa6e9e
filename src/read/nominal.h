// What in a noun phrase is a name: its edges, its head, the proper name in it. By words and tags alone.
#ifndef READ_NOMINAL_H
#define READ_NOMINAL_H

#include "read/phrase.h"

// Heads of phrases that a name may follow: "the clerk Ana Lorca".
#define NOMINAL_HEADS (IS(person) | IS(group) | IS(outletword) | IS(document) | IS(title))

// Whether a word can be part of a proper name; is a title before one.
bool nominal_named(const struct token *t);
bool nominal_titled(const struct token *t);

// Whether no word of [from, to) can be a proper name: "Foreign Minister", "Interior Ministry".
bool nominal_all_title(const struct tokens *s, int from, int to);

// The end of the run of words of one proper name that begins at i.
int nominal_run(const struct tokens *s, int i, int end);

// The noun that a description is about: the last of those that stand together before a preposition, a verb or a mark.
int nominal_head(const struct tokens *s, struct range r);

// A phrase without what is no part of a name: articles, "so-called", relative clauses, times, "no member of".
struct range nominal_core(const struct tokens *s, struct range r);

// Where the proper name stands in a phrase that is a person or a body with a name: "spokesman Ilya Orlov", "the firm
// Copperline", "the gang known as Red Kite", "Interior Minister Petra Lindahl". Empty where the phrase is a
// description.
struct range nominal_proper(const struct tokens *s, struct range r);

// The printed words of [from, to) without a final 's; marks inside stay as they are.
const char *nominal_printed(struct arena *a, const struct tokens *s, int from, int to);

// A name in capitals as names are written else: "Harbour Office of the North" of "HARBOUR OFFICE OF THE NORTH".
const char *nominal_calm(struct arena *a, const char *name);

// Whether an apposition begins here, and no clause: "X, a clerk,", not "X, the clerk said".
bool nominal_gloss(const struct tokens *s, int from);

// A common noun that is nobody's.
bool nominal_common(const struct token *t);

#endif
