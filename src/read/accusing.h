// The claims of a verb of accusing, blaming, attributing.
#ifndef READ_ACCUSING_H
#define READ_ACCUSING_H

#include "read/stance.h"

// Puts in the place of a verdict's claims what a frame's cue accuses of.
void accusing_read(struct verdict *r, struct mentions *m, const struct topic *topic, const struct tokens *s,
		   const struct frame *f, const char *self);

// What the deed is that somebody is accused of, in tokens [from, to): "of staging it", "of ordering", "of knowing".
enum role accusing_role(const struct tokens *s, int from, int to);

// "Blames neither the driver nor a prankster", "accused nobody": at the object.
bool accusing_nobody(const struct tokens *s, const struct frame *f);

// "Brandt and Marsh blamed each other", "each accused the other": a frame as two, of which each accuses the other;
// false where it is not of that kind.
bool accusing_each(const struct tokens *s, const struct frame *f, struct frame of[2]);

#endif
