// What somebody takes back with "that" alone: "A pilot said it was a bird. The airport rejects that."
#ifndef READ_RETORT_H
#define READ_RETORT_H

#include "read/voice.h"

// What was said before it was a cause of what happened, and somebody else's: it becomes the statement's target,
// against. False where that cannot be told.
bool retort_set(const struct reader *r, const struct spoken *k, const struct frame *f, const struct party *who,
		struct statement *st);

#endif
