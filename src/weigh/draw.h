// The interval of every probability: the case at many draws of its values (doc/method.md, "Interval").
#ifndef WEIGH_DRAW_H
#define WEIGH_DRAW_H

#include "weigh/lane.h"

struct interval {
	double lo, hi, half_lo, half_hi, leads;
};

// out[hypothesis of all questions]: the 5 % and 95 % points, the quartiles, and how often it leads.
MUST_USE enum status draw_intervals(const struct whole *w, const struct belief *beliefs, size_t draws, uint64_t seed,
				    struct interval *out, struct err *e);

#endif
