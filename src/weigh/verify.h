// Checks answers of small networks against the definition: the sum over all states. Builds with -DWEIGH_VERIFY, as
// those with the address sanitizer are, check every answer of query.c that way.
#ifndef WEIGH_VERIFY_H
#define WEIGH_VERIFY_H

#include "weigh/query.h"

// After query_posteriors or query_everything said `possible`: what is wrong with log_p or the posteriors. NULL:
// nothing, or there are too many states to sum over.
const char *verify_posteriors(const struct query *q, bool possible);

// After query_everything: the same of the findings that its sweep took back and changed.
const char *verify_leaves(const struct query *q);

#endif
