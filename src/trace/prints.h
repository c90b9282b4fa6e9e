// Fingerprints of a text: hashes of runs of twenty letters, thinned the same way in every text.
#ifndef TRACE_PRINTS_H
#define TRACE_PRINTS_H

#include "trace/folded.h"

// `room` for as many keys as the text has words. Returns how many there are.
size_t prints_of(const struct folded *t, uint64_t *room);

#endif
