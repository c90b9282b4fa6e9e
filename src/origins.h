// Two documents of the open case side by side, and which pairs are worth settling.
#ifndef ORIGINS_H
#define ORIGINS_H

#include "handle.h"

// As hearsay_pair and hearsay_unsettled.
MUST_USE enum status origins_pair(struct hearsay *h, const char *a, const char *b, struct buf *out);
MUST_USE enum status origins_unsettled(struct hearsay *h, struct buf *out);

#endif
