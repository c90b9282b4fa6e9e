// The lists of a case by the names of their kinds, as a program asks for them: "facts", "statements", ... and "case",
// which is all that stands in no list (title, as_of, grades, ...), an item without an id.
#ifndef CASE_LISTS_H
#define CASE_LISTS_H

#include "case/case.h"

bool lists_has(const char *kind); // one of the lists

// The place of an item in its list, or -1.
int lists_find(const struct the_case *c, const char *kind, const char *id);

// An item as it stands in the case's JSON; NULL where there is none.
struct node *lists_item(struct arena *a, const struct the_case *c, const char *kind, const char *id);

// Puts an item in place of the one with its id, or behind the others. The case must be settled again, and where it
// fails, nothing is changed. The item's tree must live as long as the case.
MUST_USE enum status lists_put(struct arena *a, struct the_case *c, const char *kind, const struct node *item,
			       struct err *e);

void lists_remove(struct the_case *c, const char *kind, size_t at);

// Brings those of a list that are named into the order of the names: they take the places that they have together.
void lists_order(struct arena *a, struct the_case *c, const char *kind, const char *const *ids, size_t n);

// The case's items again, as its JSON has them, to try or to make a change on; the documents are the same ones.
MUST_USE enum status lists_copy(struct arena *a, const struct the_case *c, struct the_case *out, struct err *e);

#endif
