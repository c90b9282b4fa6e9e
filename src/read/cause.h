// How a cause is told, whatever it is: "the cause was X", "X was to blame", "X set it off", "down to X", "it was X", "X
// gave way". No list of causes: what stands in such a place is one, if it can be (read/causal.h).
#ifndef READ_CAUSE_H
#define READ_CAUSE_H

#include "read/finder.h"

// Adds the cause that the words at a token tell of.
void cause_told(struct finder *f, int i);

// Adds a fault, an accident, a mistake that is only named at a token.
void cause_named(struct finder *f, int i);

// Hangs its words (HOOK_CLAIM).
void cause_hang(struct arena *a, struct vocabulary *v);

#endif
