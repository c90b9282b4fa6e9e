// Pairs of documents that a person settled: whether the two have one origin.
#ifndef CASE_PAIR_H
#define CASE_PAIR_H

#include "case/case.h"
#include "case/field.h"

// The id of a pair where none is entered, the same whichever of the two documents is named first.
const char *pair_id(struct arena *a, const char *x, const char *y);

// What was settled of two documents, by their places in the case; NULL: nothing.
const struct pair *pair_find(const struct the_case *c, int x, int y);

// The place of the document that carries a report: the one it names, else that of its statement; -1 where there is
// none. The case is settled.
int pair_document(const struct the_case *c, const struct report *r);

// Those whose two documents are among these, by their places there, as tracing takes them.
struct settlements pair_settled(struct arena *a, const struct the_case *c, const struct document *const *docs,
				size_t n);

// As case/format.c reads and writes its items.
MUST_USE enum status pair_read(const struct where *w, const struct node *n, struct the_case *c);
void pair_write(struct arena *a, const struct the_case *c, size_t i, struct node *map);

// Of case_settle: two documents of the case in each, and each two once.
MUST_USE enum status pair_settle(struct arena *a, struct the_case *c, struct err *e);

#endif
