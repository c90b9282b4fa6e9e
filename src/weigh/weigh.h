// A case -> its assessment: doc/method.md, all of it.
#ifndef WEIGH_WEIGH_H
#define WEIGH_WEIGH_H

#include "case/assessment.h"
#include "weigh/product.h"

struct weigh_options {
	size_t draws; // 0: posteriors only, no intervals, no confidence
	uint64_t seed;
	struct product_cache *cache; // of plans, from one weighing to the next; NULL: none
	size_t most_sets;            // of origins to take away together, by size; 0: 200000
	bool bare;                   // posteriors, intervals and tally only: what a drag of a rating needs
};

// Weighs a settled case. Evidence of probability zero is STATUS_IMPOSSIBLE and names the reports that cannot all be
// true.
MUST_USE enum status weigh_case(struct arena *a, const struct the_case *c, const struct weigh_options *o,
				struct assessment *out, struct err *e);

#endif
