// The classic matrix of a case and its scores.
#ifndef CLASSIC_H
#define CLASSIC_H

#include "hearsay.h"

#include "base/buf.h"
#include "case/case.h"

// As hearsay_ach, of a case that is settled.
MUST_USE enum status classic(struct buf *out, const struct the_case *c, const struct hearsay_scoring *o,
			     const char *format, struct err *e);

#endif
