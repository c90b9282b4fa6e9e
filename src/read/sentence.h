// Paragraphs -> sentences.
#ifndef READ_SENTENCE_H
#define READ_SENTENCE_H

#include "case/document.h"

// Fills d->sentences: within paragraphs, in order, without white space at their ends.
MUST_USE enum status sentence_split(struct arena *a, struct document *d, struct err *e);

#endif
