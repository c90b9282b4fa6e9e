// A network as GeNIe and SMILE read it.
#ifndef WRITE_XDSL_H
#define WRITE_XDSL_H

#include "case/network.h"

void xdsl_write(struct buf *out, const struct network *n);

#endif
