// What commands print in plain words on a terminal.
#ifndef WRITE_SUMMARY_H
#define WRITE_SUMMARY_H

#include "case/assessment.h"
#include "case/check.h"
#include "case/origin.h"

void summary_weigh(struct buf *out, const struct the_case *c, const struct assessment *w);
void summary_origins(struct buf *out, const struct tracing *t, const struct document *const *docs);
void summary_findings(struct buf *out, const struct check_findings *found);

#endif
