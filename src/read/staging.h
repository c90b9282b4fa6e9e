// Who did it to himself, to be pitied, believed or paid, or to put others in the wrong: "cut the cable itself to save
// its budget", "shelled its own hospital so as to win sympathy", "burned the lorries to accuse the government",
// "arranged the whole affair".
#ifndef READ_STAGING_H
#define READ_STAGING_H

#include "read/finder.h"

// Whether the deed at a token is told so.
bool staging_at(const struct finder *f, int i);

// Hangs its words (HOOK_CLAIM).
void staging_hang(struct arena *a, struct vocabulary *v);

#endif
