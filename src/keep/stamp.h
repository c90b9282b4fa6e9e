// When: what the journal writes beside a change.
#ifndef KEEP_STAMP_H
#define KEEP_STAMP_H

#include "base/arena.h"

// Now, in seconds of UTC: "2026-01-31T12:00:00Z"; SOURCE_DATE_EPOCH instead of the clock where it is set.
MUST_USE enum status stamp_time(struct arena *a, const char **out, struct err *e);

#endif
