// Statements and origins -> a proposed case. It proposes only: what is in the case already is never changed.
#ifndef DRAFT_DRAFT_H
#define DRAFT_DRAFT_H

#include "case/case.h"
#include "case/origin.h"

// Adds to `c` what the documents and their tracing suggest and what the case does not have: questions, hypotheses,
// facts, sources, reports, judgements, statements. `seen` tells whether an item (kind, id) was proposed before and
// since removed by a person: it is not proposed again. Every item added has drafted = true. The case must be settled
// afterwards.
void draft_case(struct arena *a, struct the_case *c, const struct document *const *docs, size_t n,
		const struct tracing *t, bool (*seen)(void *context, const char *kind, const char *id), void *context);

// A document as `hearsay read` prints it, but its statements have the ids that they have in a case.
struct node *draft_document(struct arena *a, const struct document *d);

// The draft of one document as casedraft/1, offsets in bytes of the original file.
struct node *draft_casedraft(struct arena *a, const struct document *d, const char *file);

#endif
