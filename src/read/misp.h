// Events of MISP: our own come back as the case they were made of, those of others as far as they can be read.
#ifndef READ_MISP_H
#define READ_MISP_H

#include "read/adopt.h"

bool misp_is(const struct node *n); // whether a JSON value is an event, or what a server answers with events

// Makes a case of one event. `x` has arena, remarks and parse; what `known` has of documents stays with the case.
MUST_USE enum status misp_read(struct adopt *x, const struct node *top, const struct the_case *known,
			       struct the_case *c, struct err *e);

#endif
