// How it is told that nothing happened: "there was no raid", "it never took place", "nothing was stolen".
#ifndef READ_EVENT_H
#define READ_EVENT_H

#include "read/finder.h"

// Adds what the words at a token say did not happen.
void event_none(struct finder *f, int i);

// Hangs its words (HOOK_CLAIM).
void event_hang(struct arena *a, struct vocabulary *v);

#endif
