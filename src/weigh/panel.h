// A product answered for KERNEL_LANES sets of numbers at once; one for each thread.
#ifndef WEIGH_PANEL_H
#define WEIGH_PANEL_H

#include "weigh/product.h"
#include "weigh/sweep.h"

struct panel {
	const struct product *x;
	struct sweep *sweep;
};

// All lanes have the numbers of values[net.cells], as product_fill gives them.
struct panel *panel_new(struct arena *a, const struct product *x, const double *values);

void panel_put(struct panel *p, unsigned lane, const double *values);                   // all numbers of a lane
void panel_put_says(struct panel *p, unsigned lane, size_t says, const double *values); // of one table, [its cells]

void panel_run(struct panel *p);

// Of a lane: ln P(e), -INFINITY where that is zero; where it is not, the posteriors [question][hypothesis].
double panel_log_p(const struct panel *p, unsigned lane);
void panel_answer(const struct panel *p, unsigned lane, double **posterior);

#endif
