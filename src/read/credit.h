// Where a text says that it comes from somebody else: "(Reuters) -", "first appeared in the Courier", "(c) 2019 AP".
#ifndef READ_CREDIT_H
#define READ_CREDIT_H

#include "case/document.h"

// Adds to d->credit, once each, the outlets that a line or paragraph credits; false where it credits none.
bool credit_find(struct arena *a, struct slice line, struct document *d);

// Adds one name, unless it is there under this or another name.
void credit_add(struct arena *a, struct slice name, struct document *d);

#endif
