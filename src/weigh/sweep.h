// The numbers of a plan: loads tables, sweeps up and down. One for each thread.
#ifndef WEIGH_SWEEP_H
#define WEIGH_SWEEP_H

#include "weigh/kernel.h"
#include "weigh/plan.h"

struct sweep {
	const struct plan *plan;
	const struct kernel *kernel;
	double *tables, *numbers, *slopes;
	double **place;                  // see plan.h
	int64_t exponents[KERNEL_LANES]; // of two, taken out on the way up
	int64_t *leaf_exponent;          // [leaf] taken out when it was loaded
};

struct sweep *sweep_new(struct arena *a, const struct plan *p);

// Loads the numbers of one table, in the net's order; of one that varies KERNEL_LANES for each cell.
void sweep_load(struct sweep *s, uint32_t table, const double *values);
void sweep_load_all(struct sweep *s, const double *values); // values[net->cells]; of a plan where nothing varies

// States of what is observed: state[variable]. Needed before the first sweep, and after a change.
void sweep_observe(struct sweep *s, const uint32_t *state);

void sweep_up(struct sweep *s);
void sweep_down(struct sweep *s);

// ln P(e) after sweep_up; -INFINITY where it is zero.
double sweep_log_p(const struct sweep *s, unsigned lane);
bool sweep_possible(const struct sweep *s, unsigned lane); // P(e) is not zero

// After sweep_up: in proportion to P(h, e) for each state h of the target, *step apart: with lanes as many, or one
// where nothing that varies bears on it. NULL: there is no target.
const double *sweep_target(const struct sweep *s, size_t *step);

// After sweep_down: in proportion to P(x, e), or [state][target's state] to P(x, h, e); *apart says whether the latter:
// there is a target, and it may depend on x. NULL where it was not asked for.
const double *sweep_marginal(const struct sweep *s, uint32_t variable, bool *apart);

// After sweep_down, with a target and the table's slope asked for: P(e) in the scale of that slope, by Euler's rule the
// sum of the numbers times their slopes; 0 where the answer does not depend on the table.
double sweep_scale(const struct sweep *s, uint32_t table);

// After sweep_down, with or without a target, where nothing is observed and the table's slope was asked for: P(e) with
// values[its cells, in the net's order] in it over P(e) with ones.
double sweep_share(const struct sweep *s, uint32_t table, const double *values);

// Then: adds to out[target's state] `by` times the slope of P(h, e) by one number of it, a cell in the net's order.
// state[variable] of what is observed: what disagrees with it has none. NULL where nothing is observed.
void sweep_add_slope(const struct sweep *s, uint32_t table, size_t cell, const uint32_t *state, double by, double *out);

// The same for a table's cells all together, where nothing is observed: out[cell][target's state] where `apart`, else
// the sum of all of them, each times weights[cell].
void sweep_add_slopes(const struct sweep *s, uint32_t table, const double *weights, double by, bool apart, double *out);

#endif
