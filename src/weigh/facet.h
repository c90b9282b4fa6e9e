// The whole seen from one question: how every number of every table bears on each hypothesis, from one sweep.
#ifndef WEIGH_FACET_H
#define WEIGH_FACET_H

#include "weigh/lane.h"

struct facet {
	const struct whole *w;
	size_t question, n; // hypotheses
	struct sweep *sweep;
	double *scale; // [table] P(e) in the scale of its slopes; 0: the answer does not depend on it
};

MUST_USE enum status facet_make(struct arena *a, const struct whole *w, size_t question, struct facet *f,
				struct err *e);

// out[cell][hypothesis], zeroed before: the slope of P(hypothesis, e) / P(e) by each number of a table of the whole's
// net, cells in the net's order. False where the answer does not depend on the table.
bool facet_slopes(const struct facet *f, uint32_t table, double *out);

// The answer with other numbers in the table of one report, values[its cells]. False where nothing is possible then.
bool facet_replace(const struct facet *f, size_t says, const double *values, double *posterior);

// The probability of every report of the product by itself, out[says], each as it counts in the whole.
MUST_USE enum status facet_alone(const struct whole *w, double *out, struct err *e);

// The joint of a fact and the hypotheses, given e: out[yes, no][hypothesis]. False where the answer does not depend on
// the fact.
bool facet_joint(const struct facet *f, size_t fact, double *out);

#endif
