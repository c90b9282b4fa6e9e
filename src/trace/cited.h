// What a document cites, made ready for tracing: which names are outlets' in this set, and what of a text says nothing.
#ifndef TRACE_CITED_H
#define TRACE_CITED_H

#include "case/document.h"

// The documents, each name that is in no table settled: an outlet's where a document of the set has or credits it, else
// left out. Documents that need no change are the same.
const struct document **cited_settle(struct arena *a, const struct document *const *docs, size_t n);

// Whether a sentence is there in any report: "No further details were available", "Sign up for our newsletter".
bool cited_filler(const struct document *d, span sentence);

#endif
