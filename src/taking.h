// Documents that an intake has read come into the case file of its handle. The context of each is the struct intake.
#ifndef TAKING_H
#define TAKING_H

#include "intake.h"

// Keeps the documents that the case file does not have yet; in memory, too, where the case is there.
MUST_USE enum status taking_documents(void *context, struct reading *all, size_t n, struct err *e);

// The same, as a transaction of its own.
MUST_USE enum status taking_batch(void *context, struct reading *all, size_t n, struct err *e);

bool taking_knows(void *context, const char *id);

#endif
