// A deed that is told of nobody named: "it was started on purpose", "an inside job", "no evidence of sabotage",
// "someone put it there".
#ifndef READ_NAMELESS_H
#define READ_NAMELESS_H

#include "read/finder.h"

// Adds the claim that the words at a token make.
void nameless_told(struct finder *f, int i);

// Whether the verb at a token has somebody for its subject who does something: "someone put it there".
bool nameless_does(const struct finder *f, int i);

// Who does what a word names by itself, "arsonist" of "arson"; NULL where it is no such deed.
const char *nameless_doer(const struct topic *topic, const struct tokens *s, int i);

// Hangs its words (HOOK_CLAIM).
void nameless_hang(struct arena *a, struct vocabulary *v);

#endif
