// A network in the interchange format of Cozman, as the bnlearn repository has it, and its findings beside it.
#ifndef WRITE_BIF_H
#define WRITE_BIF_H

#include "case/network.h"

void bif_write(struct buf *out, const struct network *n);
void bif_write_findings(struct buf *out, const struct network *n); // lines of NAME=STATE

#endif
