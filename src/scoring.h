// Cases whose truth became known, weighed and scored.
#ifndef SCORING_H
#define SCORING_H

#include "case/score.h"
#include "hearsay.h"

MUST_USE enum status scoring(struct arena *a, const char *const *paths, size_t n, const struct hearsay_weighing *o,
			     struct scores *out, struct err *e);

#endif
