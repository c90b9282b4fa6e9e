// Likelihoods that stand apart from what they are said of: "I would put that at 80 per cent", "Ninety per cent."
#ifndef READ_LIKELIHOOD_H
#define READ_LIKELIHOOD_H

#include "read/voice.h"

// Hangs them on their words.
void likelihood_hang(struct arena *a, struct vocabulary *v);

// Whether a frame's words only say how likely is what a speaker said just before: that is then said so, and they are no
// statement of their own.
bool likelihood_only(struct reader *r, const struct spoken *k, const struct frame *f, const char *speaker);

// Gives what was said before in a sentence that has been read, or in the one before it, how likely its speaker then
// calls it.
void likelihood_of_sentence(struct reader *r, const struct spoken *k);

#endif
