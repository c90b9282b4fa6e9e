// P(h, e) is linear in every number (Castillo, Gutierrez and Hadi, "Sensitivity analysis in discrete Bayesian
// networks", 1997); with the rest of the row in proportion it is linear in t still, with slope
//     b = g(x) - sum over y /= x of g(y) theta(y) / (1 - theta(x)),
// g the derivatives that the sweep gave. Where theta(x) is 1 nothing says how the rest is shared: evenly.
#include "weigh/oneway.h"

#include <string.h>

static void find_slopes(const struct query *q, uint32_t table, size_t cell, double *b)
{
	const struct net_table *t = &q->network->net.tables.at[table];
	const double *theta = q->network->values + t->at;
	double by = 1 / q->scale[table], rest = 1 - theta[cell];
	sweep_add_slope(q->sweep, table, cell, q->state, by, b);
	size_t states = t->chance ? q->network->net.states.at[t->vars[t->n - 1]] : 1, row = cell / states * states;
	for (size_t y = row; states > 1 && y < row + states; y++)
		if (y != cell)
			sweep_add_slope(q->sweep, table, y, q->state,
					-by * (rest > 0 ? theta[y] / rest : 1 / (double)(states - 1)), b);
}

bool oneway_function(struct query *q, uint32_t table, size_t cell, double *a, double *b)
{
	double theta = q->network->values[q->network->net.tables.at[table].at + cell];
	memcpy(a, q->posterior[q->target], q->k * sizeof *a);
	memset(b, 0, q->k * sizeof *b);
	if (q->scale[table] == 0)
		q->scale[table] = sweep_scale(q->sweep, table);
	if (q->scale[table] == 0)
		return false;
	find_slopes(q, table, cell, b);
	bool any = false;
	for (size_t h = 0; h < q->k; h++) {
		a[h] -= b[h] * theta;
		any |= b[h] != 0;
	}
	return any;
}
