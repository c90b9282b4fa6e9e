// Whether two reports have one origin, are independent, or neither is established.
#ifndef CASE_BETWEEN_H
#define CASE_BETWEEN_H

#include "case/origin.h"

#define BETWEEN_TABLE(X) X(same) X(independent) X(open)
#define X_BETWEEN(w) BETWEEN_##w,
WORDS(between, X_BETWEEN, BETWEEN_TABLE)

// Two documents of a tracing: one origin where tracing has brought them together; independent where both have it at
// first hand, from different people, for different owners, and nothing ties their families; else nobody has shown
// either (BETWEEN_open). *why is a sentence.
enum between between_documents(struct arena *a, const struct tracing *t, const struct document *const *docs, size_t x,
			       size_t y, const char **why);

// A place where a document says that it has something at first hand, or NULL: "told this newspaper".
const struct citation *between_first_hand(const struct document *d);

#endif
