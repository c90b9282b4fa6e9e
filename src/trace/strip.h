// Takes an outlet's own boilerplate out of its texts before they are compared.
#ifndef TRACE_STRIP_H
#define TRACE_STRIP_H

#include "case/document.h"
#include "trace/folded.h"

// Removes from `texts` (one for each of n documents) the words of paragraphs that only one outlet prints, under several
// titles. The words that stay keep their places in the text.
void strip_boilerplate(const struct document *const *docs, struct folded *texts, size_t n);

#endif
