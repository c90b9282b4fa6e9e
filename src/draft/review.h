// A person answers what a draft proposed, item by item: kept, kept with a word changed, or dropped. What is kept is
// the person's from then on; what is dropped takes along what cannot stand without it.
#ifndef DRAFT_REVIEW_H
#define DRAFT_REVIEW_H

#include "case/case.h"

struct review_places {
	LIST(const char *) list; // "facts.chatter", "questions.who.staged"
};

// What is still drafted: the least sure reading first, of equals in file order; what rests on no statement comes last.
void review_places(struct arena *a, const struct the_case *c, struct review_places *out);

// The item at a place loses its mark. `value` not NULL becomes the value of the one field that is worth editing; where
// it is refused nothing is changed. STATUS_NOT_FOUND: it is drafted no longer.
MUST_USE enum status review_keep(struct arena *a, struct the_case *c, const char *place, const char *value,
				 struct err *e);

// Removes it. Where the case would break a rule of the model without it, the sentence says which, and nothing is
// changed.
MUST_USE enum status review_drop(struct arena *a, struct the_case *c, const char *place, struct err *e);

#endif
