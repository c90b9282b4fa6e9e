// A product answered for KERNEL_LANES sets of numbers at once; one for each thread. A lane that is like the one before
// in its place costs little: what has other numbers alone is computed again.
#ifndef WEIGH_PANEL_H
#define WEIGH_PANEL_H

#include "weigh/product.h"
#include "weigh/renew.h"

struct panel {
	const struct product *x;
	struct sweep *sweep;
	struct renew *renew;
	const double *values; // what all lanes start from
	struct arena *arena;
	struct panel_lane {
		LIST(size_t) says; // tables that have other numbers
		bool *stale;       // [says] they do, since the lane before
	} lanes[KERNEL_LANES];
};

// All lanes have the numbers of values[net.cells], as product_fill gives them; these must stay.
struct panel *panel_new(struct arena *a, const struct product *x, const double *values);

void panel_put(struct panel *p, unsigned lane, const double *values); // all numbers of a lane; no table by itself then

// Puts into a lane other tables of reports than it started from: says[n], numbers at the tables' places in
// values[net.cells]. All others are as they started.
void panel_put_says(struct panel *p, unsigned lane, const size_t *says, size_t n, const double *values);

void panel_run(struct panel *p);

double panel_log_p(const struct panel *p); // ln P(e) after the first run, when all lanes are the same

// Of a lane: whether P(e) is not zero; then the posteriors [question][hypothesis].
bool panel_possible(const struct panel *p, unsigned lane);
void panel_answer(const struct panel *p, unsigned lane, double **posterior);

#endif
