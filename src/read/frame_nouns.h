// Frames whose cue is a noun or a state.
#ifndef READ_FRAME_NOUNS_H
#define READ_FRAME_NOUNS_H

#include "read/frames.h"

// Adds what somebody is sure of, by the word at token i: "is far from sure that"; false where nobody is.
bool frame_nouns_sure(struct arena *a, const struct tokens *s, struct frames *out, int i);

// Adds what a noun or a state at token i is the cue of; false where it is none.
bool frame_nouns_add(struct arena *a, const struct tokens *s, struct frames *out, int i);

// Whether who stands before a noun has only met with what others say: "are aware of claims that", "looked into claims".
bool frame_nouns_met(const struct tokens *s, int noun);

// Whether it is said of a claim that it is none to believe: "the mayor's claim that he did it is absurd", where who
// says that denies it, and the mayor does not.
bool frame_nouns_untrue(const struct tokens *s, int noun);

#endif
