// Words that are the same but for a slip of a letter or a blank.
#ifndef TRACE_SLIP_H
#define TRACE_SLIP_H

#include "trace/folded.h"

// Whether two words are the same but for a slip: one to three letters by length, none in short words or numbers.
bool slip_alike(const struct folded *a, size_t i, const struct folded *b, size_t j);

// Whether word i of one is words j and j + 1 of the other run together, but for a slip.
bool slip_joined(const struct folded *a, size_t i, const struct folded *b, size_t j);

#endif
