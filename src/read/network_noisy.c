// The child is at most as strong as state j where every push and the leak are: with F the sums of chances from j to the
// weakest state, F(j) = F_leak(j) * product over parents of F_parent,state(j), and the chance of j is F(j) - F(j + 1).
#include "read/network_noisy.h"

#include "case/network.h"

#include <math.h>

#define ZERO 1e-9 // less is no effect

size_t network_noisy_size(const struct net *n, const struct net_table *t)
{
	size_t columns = 1;
	for (size_t i = 0; i + 1 < t->n; i++)
		columns += n->states.at[t->vars[i]];
	return columns * n->states.at[t->vars[t->n - 1]];
}

// Turns the chances of a column into sums from each state to the weakest.
static enum status sum_column(double *column, size_t states, size_t index, struct err *e)
{
	double sum = 0;
	for (size_t s = 0; s < states; s++)
		sum += column[s];
	if (!(fabs(sum - 1) <= NETWORK_ROW))
		return err_set(e, STATUS_BAD_INPUT, "column %zu of its <parameters> sums to %.6g; it must sum to 1",
			       index, sum);
	double below = 0;
	for (size_t s = states; s-- > 0;)
		column[s] = below += column[s] / sum;
	column[0] = 1;
	return STATUS_OK;
}

enum status network_noisy_expand(const struct net *n, const struct net_table *t, double *parameters, double *values,
				 struct err *e)
{
	size_t states = n->states.at[t->vars[t->n - 1]], columns = network_noisy_size(n, t) / states, first = 0;
	for (size_t c = 0; c < columns; c++)
		if (sum_column(parameters + c * states, states, c, e) != STATUS_OK)
			return e->status;
	for (size_t i = 0; i + 1 < t->n; i++) {
		first += n->states.at[t->vars[i]];
		if (parameters[first * states - 1] < 1 - ZERO)
			return err_set(e, STATUS_BAD_INPUT,
				       "the last state of a parent must leave the child in its last state, but that of "
				       "parent %zu does not; change the node's type to General (cpt) in GeNIe",
				       i + 1);
	}
	const double *leak = parameters + (columns - 1) * states;
	for (size_t row = 0; row < t->cells / states; row++) {
		double *at = values + row * states;
		for (size_t s = 0; s < states; s++)
			at[s] = leak[s];
		size_t rest = row, column = columns - 1;
		for (size_t i = t->n - 1; i-- > 0;) { // the last parent fastest
			size_t n_states = n->states.at[t->vars[i]], state = rest % n_states;
			rest /= n_states;
			column -= n_states;
			for (size_t s = 0; s < states; s++)
				at[s] *= parameters[(column + state) * states + s];
		}
		for (size_t s = 0; s + 1 < states; s++)
			at[s] = at[s] > at[s + 1] ? at[s] - at[s + 1] : 0;
	}
	return STATUS_OK;
}
