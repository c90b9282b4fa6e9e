// What a network with findings answers: every posterior, and for a target all that says why, from one sweep up and one
// down (doc/method.md, "A network alone").
#ifndef WEIGH_QUERY_H
#define WEIGH_QUERY_H

#include "case/network.h"
#include "weigh/sweep.h"

// The target's answer with one finding taken back, or changed.
struct query_item {
	bool leaf;  // from the sweep; else from an answer of its own
	bool along; // of a leaf, and so are the rest below: its table depends on the target
	uint32_t states;
	double *without; // [target's state] sums to one; NAN where the rest is impossible
	double *flip;    // [state][target's state] with it found in that state instead; NAN where that is impossible
	// For retract.c: the only table that it stands in, or NULL; which of the plan's roots it ended in.
	double *const *table;
	const double *slope;
	const uint32_t *found;
	uint32_t root, rows, step; // rows of the table; from the slice of one state to that of the next
};

// Where the marginal of a variable lies after a sweep.
struct query_marginal {
	uint32_t variable, states;
	const double *at;
	bool apart; // keeps the target's states apart
};

struct query {
	struct arena *arena;
	const struct network *network;
	size_t target, k; // PLAN_NONE; its states
	bool *observed;   // [variable]
	uint32_t *state;  // [variable] of what is observed; may be changed from one answer to the next
	struct plan *plan;
	struct sweep *sweep;
	double log_p;             // of the findings, or ln Z
	double **posterior;       // [variable][state]; NULL where it is observed
	struct query_item *items; // [finding]
	double *bits;             // [variable] expected fall in entropy of the target if it were known
	double *scale;            // [table] see oneway.c; 0: not asked for yet
	double *joint, *logs;     // scratch of query_everything, for some of the marginals
	size_t room;              // how many numbers each of the two has
	LIST(struct query_marginal) marginals;
};

// Compiles. With a target (PLAN_NONE: none) for all of the answers below, else for the posteriors.
MUST_USE enum status query_make(struct arena *a, const struct network *n, size_t target, struct query **out,
				struct err *e);

// Fills log_p and posterior. False where the findings are impossible: there are no posteriors then.
bool query_posteriors(struct query *q);

// With a target, from one sweep: log_p, posterior, the leaves' items, bits, and what oneway_function reads.
bool query_everything(struct query *q);

// The network's structure with a table for each finding that is told[finding], after all others, to let go of it or to
// weigh it: 1 for the state that was found, 0 for the rest. NULL: for all of them.
MUST_USE enum status query_with_findings(struct arena *a, const struct network *n, const bool *told, struct net *out,
					 struct err *e);

#endif
