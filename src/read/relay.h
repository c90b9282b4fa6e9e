// The hands that a speaker's words went through.
#ifndef READ_RELAY_H
#define READ_RELAY_H

#include "read/voice.h"

// Who carried a frame's words, nearest the speaker first: the speakers of the frames around it, whom they told, and
// whom it came through.
void relay_chain(struct reader *r, const struct spoken *k, size_t frame, struct statement *st);

// Keeps who carried what this sentence says, for the sentences of its quotations that have no cue.
void relay_keep(struct reader *r, const struct spoken *k);

// Once there are statements and citations: "told the Courier", "quoted by the Courier" carried what is said there.
void relay_cited(struct arena *a, struct document *d);

#endif
