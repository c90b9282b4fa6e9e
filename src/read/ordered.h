// Who ordered a deed, or whose it was: "X gave the order", "told them to do it", "on X's orders", "the order came from
// X", "X had him killed".
#ifndef READ_ORDERED_H
#define READ_ORDERED_H

#include "read/finder.h"

// "The order came from X", "it was launched from X territory", "the drone came from X": at "from".
void ordered_from(struct finder *f, int i);

// "The company had him killed": who had it done ordered it; at "had".
void ordered_done(struct finder *f, int i);

// Adds what stands at another word, if it is such a claim.
void ordered_told(struct finder *f, int i);

// Hangs its words (HOOK_CLAIM).
void ordered_hang(struct arena *a, struct vocabulary *v);

#endif
