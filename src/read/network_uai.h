// Networks in the format of the UAI competitions, Bayesian and Markov.
#ifndef READ_NETWORK_UAI_H
#define READ_NETWORK_UAI_H

#include "base/slice.h"
#include "case/network.h"

// Variables are named X0, X1, ..., and their states "0", "1", ...
MUST_USE enum status network_uai(struct arena *a, struct slice bytes, struct network *n, struct err *e);

#endif
