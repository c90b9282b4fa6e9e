// A network compiled for some set of observed variables: the multiplications and sums that answer it, without a number.
// One plan serves any numbers in its tables, any states of what is observed, and any number of threads.
//
// Upwards, variables are summed out one by one; every result is used once, and what is left at the end is P(e).
// Downwards, the derivative of that by each result (its slope) follows from the slope of what it went into: no division
// anywhere. A variable's marginal is the slope of a table of ones over it. Where there is a target, every slope is kept
// for each of its states: of P(h, e), for each h.
#ifndef WEIGH_PLAN_H
#define WEIGH_PLAN_H

#include "case/net.h"
#include "weigh/loops.h"

enum { PLAN_NONE = UINT32_MAX };
// Numbers that are multiplied before a product is scaled. Two such products make the next: twice as many, each between
// 2^-60 and 2^60, are still a number.
enum { PLAN_FACTORS = 8 };
enum { KERNEL_LANES = 8 }; // numbers of one vector: cases that are answered side by side

struct plan_ask {
	const bool *observed;  // [variable] its state is given for each answer; NULL: none
	const bool *marginals; // [variable] wanted; NULL: none. Of what is observed there is none.
	const bool *tables;    // [table] whose slope is wanted; NULL: none
	size_t target;         // whose states all slopes keep apart; PLAN_NONE
	bool together;         // they are not: it is only summed out last
	const bool *varies;    // [table] has KERNEL_LANES numbers a cell; NULL: none
};

// A table that is computed or loaded.
struct plan_tensor {
	uint32_t cells;
	uint32_t slope_cells; // 0: not wanted
	uint32_t at;          // its numbers: sweep.numbers[at ..)
	uint32_t slope;       // its slope: sweep.slopes[slope ..)
	uint32_t root;        // index into roots: which of them it went into, or is
	bool ones;            // all its numbers are one: it has none
	bool unit;            // they are, and it has them
	bool along;           // its numbers depend on the target
	bool varies;          // they have lanes
};

// Where operands lie: numbers of a tensor, a slope, or the number one.
struct plan_op {
	uint32_t out, a, b; // places: see plan_place
	uint32_t loops;
	bool scale; // bring the result near one
	bool lanes; // each lane of it by itself
};

struct plan_leaf {
	uint32_t tensor, table;
	uint32_t at, cells; // sweep.tables[at ..): what is observed slowest, then by rank
	uint32_t n_observed;
	const uint32_t *observed; // [n_observed] variables; then, for each, from one state of it to the next; then
				  // [variable of the net's table] the stride of each here
};

static inline const uint32_t *plan_leaf_step(const struct plan_leaf *l)
{
	return l->observed + l->n_observed;
}

static inline const uint32_t *plan_leaf_stride(const struct plan_leaf *l)
{
	return l->observed + 2 * (size_t)l->n_observed;
}

struct plan {
	const struct net *net;
	size_t target;           // PLAN_NONE, too, where its states are not kept apart
	uint32_t lanes;          // 1 or KERNEL_LANES
	uint32_t n_ranks, *rank; // [variable]; PLAN_NONE: observed, or left out
	uint32_t *variable;      // [rank]
	uint32_t *states;        // [rank], then of the lanes
	uint32_t target_rank;    // PLAN_NONE
	LIST(struct plan_tensor) tensors;
	LIST(uint32_t) roots; // tensors whose product is P(e), the target's with its states not summed
	uint32_t target_root; // index into roots, PLAN_NONE
	LIST(struct plan_leaf) leaves;
	uint32_t *leaf_of;     // [table] PLAN_NONE: left out
	uint32_t *marginal_of; // [variable] its tensor of ones; PLAN_NONE
	struct loops_pool pool;
	LIST_OWN(struct plan_op) up;
	LIST_OWN(struct plan_op) down;
	size_t numbers, slopes, table_cells; // how long the sweep's arrays are
	double cells;                        // of all tables of the elimination
};

// Places: 0 the number one, then the tensors' numbers, then their slopes.
static inline uint32_t plan_place(uint32_t tensor)
{
	return 1 + tensor;
}

static inline uint32_t plan_slope_place(const struct plan *p, uint32_t tensor)
{
	return 1 + (uint32_t)p->tensors.n + tensor;
}

static inline size_t plan_places(const struct plan *p)
{
	return 1 + 2 * p->tensors.n;
}

// Where a table of so many cells may begin, from `at` on, so that a vector of it lies in one line of the cache.
static inline size_t plan_aligned(size_t at, size_t cells)
{
	size_t step = 1;
	while (step < cells && step < KERNEL_LANES)
		step *= 2;
	return (at + step - 1) / step * step;
}

// STATUS_LIMIT where the tables would be larger than LIMIT_TABLE. The net must outlive the plan.
MUST_USE enum status plan_make(struct arena *a, const struct net *n, const struct plan_ask *ask, struct plan **out,
			       struct err *e);

// From where a cell of a leaf's table lies to where the next one does, in the net's order; digit[n]: its states.
size_t plan_next_place(const struct net *n, const struct net_table *t, const struct plan_leaf *leaf, uint32_t *digit,
		       size_t at);

// at[cell of the table, in the net's order]: where its (first) number lies in a sweep's tables. PLAN_NONE where the
// table bears on nothing.
void plan_places_of(const struct plan *p, uint32_t table, uint32_t *at);

#endif
