// Paragraphs -> sentences.
#ifndef READ_SENTENCE_H
#define READ_SENTENCE_H

#include "case/document.h"

// Fills d->sentences: within paragraphs, in order, without white space at their ends.
MUST_USE enum status sentence_split(struct arena *a, struct document *d, struct err *e);

// The sentence that holds a byte, or the last one before it; 0 where there is none.
size_t sentence_at(const struct document *d, uint32_t byte);

#endif
