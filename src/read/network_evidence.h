// What was observed in a network, from a file beside it.
#ifndef READ_NETWORK_EVIDENCE_H
#define READ_NETWORK_EVIDENCE_H

#include "base/slice.h"
#include "case/network.h"

// Reads the findings of n: numbers as UAI has them, or lines "name=state". An empty file has none.
MUST_USE enum status network_evidence(struct arena *a, struct slice bytes, struct network *n, struct err *e);

#endif
