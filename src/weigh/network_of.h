// The network in which a case is weighed, for programs that know networks and not cases.
#ifndef WEIGH_NETWORK_OF_H
#define WEIGH_NETWORK_OF_H

#include "case/case.h"
#include "case/network.h"

// Questions, facts, the standing of every source, and a variable for each report that counts, whether it is made: that
// it is, is the finding. With them the network has the posteriors of the case. Names are made of letters, digits and
// '_', as programs want them.
MUST_USE enum status network_of_case(struct arena *a, const struct the_case *c, struct network *n, struct err *e);

#endif
