// The documents of a case: their original bytes, what was derived from them, and what a person said otherwise.
//
// A case's list of documents says of each its path, title, outlet, date, ... Most of that is derived and will be
// remade, so the kept item holds only what differs from it: {"id": ..., "title": "as a person set it"}.
#ifndef KEEP_DOCUMENTS_H
#define KEEP_DOCUMENTS_H

#include "keep/handle.h"

// What of a document's entry in the case must be kept: its id, and each key that differs from what is known without it
// (null where it was taken away).
MUST_USE enum status documents_kept(struct arena *a, struct keep *k, const char *id, const struct node *entry,
				    struct node **out, struct err *e);

// Adds a document to the case: as it was derived where it was, with what is kept of its entry laid over.
MUST_USE enum status documents_load(struct arena *a, struct keep *k, const char *id, const struct node *kept,
				    struct the_case *c, struct err *e);

// Whether every original that the journal says was added is there with its bytes, and no other is; and what was derived
// from each is what the journal has the hashes of.
MUST_USE enum status documents_verify(struct keep *k, struct err *e);

#endif
