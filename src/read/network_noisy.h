// Noisy-MAX nodes as tables: each parent alone pushes the child to some state, and the strongest push wins (Diez,
// Parameter adjustment in Bayes networks, 1993).
#ifndef READ_NETWORK_NOISY_H
#define READ_NETWORK_NOISY_H

#include "case/net.h"

// How many parameters a node has: for each state of each parent, and once for the leak, a chance of each of its states.
size_t network_noisy_size(const struct net *n, const struct net_table *t);

// Fills values[t->cells] from parameters[size], whose columns are made to sum to one. States stand from the strongest
// to the weakest, "absent", as which each parent's last state leaves the child.
MUST_USE enum status network_noisy_expand(const struct net *n, const struct net_table *t, double *parameters,
					  double *values, struct err *e);

#endif
