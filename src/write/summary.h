// What commands print in plain words on a terminal.
#ifndef WRITE_SUMMARY_H
#define WRITE_SUMMARY_H

#include "case/assessment.h"
#include "case/origin.h"

void summary_origins(struct buf *out, const struct tracing *t, const struct document *const *docs);

// "5 documents, 4 origins, 1 echo, 0 untraceable"
const char *summary_tally(struct arena *a, const struct tally *y);
const char *summary_name(const struct document *d); // its title, path or id

#endif
