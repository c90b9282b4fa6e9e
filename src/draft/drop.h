// An item goes, and with it what cannot stand without it: reports of a fact, cells that are of one hypothesis alone,
// what names either. It need not be a drafted one.
#ifndef DRAFT_DROP_H
#define DRAFT_DROP_H

#include "draft/item.h"

// The case must be settled again, which refuses what still rests on the item. Where it is refused here, nothing is
// changed.
MUST_USE enum status drop_item(struct the_case *c, const struct drafted_item *i, struct err *e);

// What was said stays as it is without its words: nothing but the name of the statement goes with it.
void drop_statement(struct the_case *c, size_t at);

#endif
