// A case as an argument map in Argdown (argdown.org): text that people edit and programs draw.
#ifndef WRITE_ARGDOWN_H
#define WRITE_ARGDOWN_H

#include "base/buf.h"
#include "case/case.h"

void argdown_write(struct buf *out, const struct the_case *c);

#endif
