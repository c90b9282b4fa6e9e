// What a case keeps of other programs can go back to them: rules of the list `foreign`.
#ifndef CASE_FOREIGN_H
#define CASE_FOREIGN_H

#include "case/case.h"

// Whether a map has type and id of STIX: the id is the type, two dashes and a UUID.
bool foreign_is_stix(const struct node *object);

// Our extension of an object of STIX; NULL where it has none.
const struct node *foreign_extension(const struct node *object);

// Whether an object is one that an export makes: then it is never kept. `list` is where in an event of MISP it stands;
// NULL: the event itself.
bool foreign_is_own(const char *format, const char *list, const struct node *object);

// Whether what is kept can go back: it is of others, ids stand once, objects of STIX have theirs, and an event of MISP
// has room for its lists.
MUST_USE enum status foreign_check(struct arena *a, const struct the_case *c, struct err *e);

#endif
