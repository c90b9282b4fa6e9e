// What a case file derived, made again: items from the journal, documents from the originals, with the program as it
// is.
#ifndef REMAKE_H
#define REMAKE_H

#include "keep/keep.h"

// Inside a transaction of the case file.
MUST_USE enum status remake(struct arena *a, struct keep *k, struct err *e);

#endif
