// Why a score and the posterior put two hypotheses in another order.
#ifndef WEIGH_ACH_DIFFER_H
#define WEIGH_ACH_DIFFER_H

#include "case/matrix_of.h"
#include "case/ranking.h"
#include "weigh/weigh.h"

// Fills `differ`: the scores, the posterior and the priors must be there. `from` [item] is where each item comes from.
void ach_differ(struct arena *a, const struct the_case *c, const struct assessment *w,
		const struct matrix_of_fact *from, struct ranking *s);

#endif
