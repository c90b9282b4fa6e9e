// A case in the formats that others read.
#ifndef EXPORTS_H
#define EXPORTS_H

#include "base/buf.h"
#include "case/case.h"

MUST_USE enum status exports(struct buf *out, const struct the_case *c, const char *format, struct err *e);

#endif
