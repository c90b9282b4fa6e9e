// A sweep in which only what follows from changed numbers is computed again. All else is as the sweep before left it,
// so the answer is the same to the last bit.
#ifndef WEIGH_RENEW_H
#define WEIGH_RENEW_H

#include "weigh/sweep.h"

struct renew {
	struct sweep *sweep;
	bool *changed;        // [place] since the last sweep: see plan.h
	bool all;             // everything has
	struct plan_op *todo; // room for the operations of one sweep
};

struct renew *renew_new(struct arena *a, struct sweep *s);

// Numbers of a table of the net have changed.
void renew_touch(struct renew *r, uint32_t table);

// Up and down. sweep_log_p is right after the first run alone: later ones do not add up exponents.
void renew_run(struct renew *r);

#endif
