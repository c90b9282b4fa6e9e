// What a page says of itself: title, byline, outlet, date.
#ifndef READ_META_H
#define READ_META_H

#include "read/block.h"

// Sets title, byline, outlet, credit, published and published_from. The page's date is a row of d->dates with
// role publication and a span in the original; a date without its year is one too, and `published` stays unknown.
void meta_head(struct arena *a, const struct decoded *from, struct blocks *b, struct document *d);

// The same, and lang.
void meta_read(struct arena *a, const struct decoded *from, struct blocks *b, struct document *d);

#endif
