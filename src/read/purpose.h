// What it was done for: "meant to sink her", "the aim was to ruin him", "in revenge for the raid", "money was the
// motive".
#ifndef READ_PURPOSE_H
#define READ_PURPOSE_H

#include "read/finder.h"

// Adds the purpose that the words at a token tell of.
void purpose_told(struct finder *f, int i);

// Whether a purpose is told behind a token, in its clause: "in order to be pitied", "so as to win the vote", "to get a
// loan", "for publicity".
bool purpose_follows(const struct finder *f, int i);

// Whether it was to put others in the wrong: "to justify a crackdown", "in order to incriminate them".
bool purpose_frames(const struct finder *f, int i);

// Hangs its words (HOOK_CLAIM).
void purpose_hang(struct arena *a, struct vocabulary *v);

#endif
