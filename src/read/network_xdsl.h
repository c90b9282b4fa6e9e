// Networks of chance nodes in XDSL, the format of GeNIe and SMILE.
#ifndef READ_NETWORK_XDSL_H
#define READ_NETWORK_XDSL_H

#include "base/slice.h"
#include "case/network.h"

MUST_USE enum status network_xdsl(struct arena *a, struct slice bytes, struct network *n, struct err *e);

#endif
