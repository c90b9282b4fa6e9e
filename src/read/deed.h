// Deeds that are told otherwise than by a verb of doing: "it was X who did it", "everything points to X", "X had no
// connection with it", "X was in on it"; who ordered them, read/ordered.h.
#ifndef READ_DEED_H
#define READ_DEED_H

#include "read/finder.h"

// What somebody is called who did it, "the culprit", "the ringleader": the role; else role_count.
enum role deed_doer(const struct token *t);

// Adds what stands at a token, if it is such a claim.
void deed_claims(struct finder *f, int i);

// Hangs its words (HOOK_CLAIM).
void deed_hang(struct arena *a, struct vocabulary *v);

#endif
