// What can be a cause that is nobody's deed, whatever it is: a thing, a state, an event; no weapon, no crime, and
// nothing said or written. By the words and by WordNet's classes.
#ifndef READ_CAUSAL_H
#define READ_CAUSAL_H

#include "read/resolve.h"

// What is done on purpose, and what it is done with; and what things are called in place of naming them.
bool causal_meant(const struct tokens *s, struct range r);

bool causal_called(const struct tokens *s, struct range r);    // where it is called the cause: any thing or state
bool causal_may_be(const struct tokens *s, struct range r);
bool causal_ruled_out(const struct tokens *s, struct range r); // where it is said to be ruled out
bool causal_surely(const struct tokens *s, struct range r);    // a fault, wear, a storm
bool causal_faulty(const struct tokens *s, struct range r);    // "a faulty relay", "worn cables"

// Whether a noun phrase is over at a token: a verb, and none before a noun as "worn", "leaking".
bool causal_ended(const struct tokens *s, int i);

// Its name: with one preposition behind its noun, and what that holds. NULL where there is none.
const char *causal_name(struct mentions *m, const struct tokens *s, struct range r);

#endif
