// The dates of a document and what they are dates of.
#ifndef READ_DATES_H
#define READ_DATES_H

#include "read/block.h"

// Rows of role debris for dates that were never set ("1970-01-01 08:00"), and a warning for each.
void dates_unset(struct arena *a, const struct decoded *from, const struct blocks *b, struct document *d);

// The dates in the text, after what meta_read found. Weekdays and words like "yesterday" are resolved only against a
// publication date.
void dates_find(struct arena *a, struct document *d);

#endif
