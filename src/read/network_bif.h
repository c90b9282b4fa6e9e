// Networks in the Bayesian Interchange Format.
#ifndef READ_NETWORK_BIF_H
#define READ_NETWORK_BIF_H

#include "base/slice.h"
#include "case/network.h"

MUST_USE enum status network_bif(struct arena *a, struct slice bytes, struct network *n, struct err *e);

#endif
