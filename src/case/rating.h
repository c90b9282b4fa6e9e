// One value of a case, named by its place, is set as a person sets it: as everybody's or as one analyst's, or taken
// back.
#ifndef CASE_RATING_H
#define CASE_RATING_H

#include "case/place.h"

#define RATING_NO_ROW SIZE_MAX

// Where a value of that name stands, entered or not; finds also what takes the rest, an echo that nobody entered, and a
// cell of a map that is not rated: then value is NULL and row RATING_NO_ROW. STATUS_NOT_FOUND names the nearest place.
MUST_USE enum status rating_find(struct arena *a, struct the_case *c, const char *name, struct place *out,
				 struct err *e);

// Sets it to a value as in the case's JSON. Null takes the value back: refused where something must stand there.
// `analyst` not NULL: it becomes that analyst's in a `by`, who joins the case's analysts where they are none of them;
// what stood there as one value stays that of the other analysts. The case must be settled again, and where it fails,
// nothing is changed.
MUST_USE enum status rating_set(struct arena *a, struct the_case *c, const char *name, const struct node *to,
				const char *analyst, struct err *e);

#endif
