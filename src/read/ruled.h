// Whom or what a verdict is of that no clause tells: "ruled out a rival gang", "no sign of an intruder".
#ifndef READ_RULED_H
#define READ_RULED_H

#include "read/stance.h"

// Adds the actor of a bare noun phrase after "ruled out", "denied" as a claim, where it is one.
void ruled_claim(struct verdict *r, struct mentions *m, const struct tokens *s, struct range np, const char *self);

// "No sign of an intruder", "nothing ties it to Kelmar": adds somebody, where nothing else is claimed of anybody. `to`
// is the content's end.
void ruled_not_found(struct verdict *r, struct mentions *m, const struct tokens *s, struct operator_at op, int to);

// What an operator is of: what stands behind it, or, of "remains a possibility", before it.
struct range ruled_on(const struct tokens *s, struct operator_at op, struct range content);

#endif
