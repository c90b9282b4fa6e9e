// A tensor while a plan is made: what it depends on, and what it is multiplied with. Little of that is left in the
// plan.
#ifndef WEIGH_TENSOR_H
#define WEIGH_TENSOR_H

#include "weigh/plan.h"

// A table that is computed or loaded.
struct tensor {
	struct scope stored; // what its numbers depend on
	struct scope whole;  // what its slope is wanted over: at least that
	uint32_t table;      // of the net, or PLAN_NONE
	uint32_t marginal;   // a table of ones over this variable alone, or PLAN_NONE
	uint32_t cells;      // of `stored`
	uint32_t hung; // the first of the tables of ones that it was multiplied with, which changes nothing but asks
		       // for their slope; each leads to the next
	uint32_t next;        // of ones: the next that hangs on the same; PLAN_NONE
	uint32_t slope_cells; // 0: not wanted
	uint8_t factors;      // multiplied since it was last scaled
	bool ones;            // all its numbers are one: it has none
	bool unit;            // they are, and it has them
	bool wanted;          // its slope is
};

// out = the sum of a * b; the tensors' numbers. Of ones: `out` is one everywhere since a table of chances has been
// summed over its child; `hung` are the ones that were multiplied before that.
struct tensor_event {
	uint32_t out, a, b; // ones: a is the table of chances, b PLAN_NONE
	uint32_t hung;      // of ones: the first, each leads to the next; else PLAN_NONE
};

struct tensors {
	struct plan *plan;
	struct arena *scratch; // of the scopes
	LIST_OWN(struct tensor) list;
	LIST_OWN(struct tensor_event) events;
};

uint32_t tensor_add(struct tensors *x, struct tensor t);

// What the plan keeps of them: all but where their numbers and slopes lie.
void tensor_settle(struct arena *a, const struct tensors *x);

void tensor_forget(struct tensors *x);

#endif
