// What of a page is not its text: counters, tags, navigation, advertisements, credits, ...
#ifndef READ_DEBRIS_H
#define READ_DEBRIS_H

#include "read/block.h"

// Marks blocks by what they look like and where they stand. Cuts off credits at the end of a paragraph, and parts a
// date from a byline on one line. Datelines and subheads stay in the text and are only marked.
void debris_mark(struct arena *a, struct blocks *b);

// The bytes of a dateline at the start of a paragraph: "HALSTEIN, Norland, March 14 (Corvane Agency) -"; 0 for none.
size_t debris_dateline(struct slice s);

// Nothing but a date, with words like "Published" or an outlet's name. Sets where in the line the date stands.
bool debris_date_line(struct slice s, span *date);

#endif
