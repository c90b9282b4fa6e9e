// Which origins the leader hangs on.
#ifndef WEIGH_FLIP_H
#define WEIGH_FLIP_H

#include "case/assessment.h"
#include "weigh/lane.h"

// Fills `flips` of every question, from `without` and the leads: all sets of origins of the smallest size, up to three,
// whose loss changes the leader. Sets of a size are looked at while they are no more than `most`; `flips_searched` says
// how far that went.
MUST_USE enum status flip_origins(struct arena *a, const struct whole *w, size_t most, struct assessment *out,
				  struct err *e);

#endif
