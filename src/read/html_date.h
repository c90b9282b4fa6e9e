// The day that a web page was published on.
#ifndef READ_HTML_DATE_H
#define READ_HTML_DATE_H

#include "read/html_clues.h"
#include "read/html_meta.h"

// Sets published and published_from ("json-ld", "meta", "itemprop", "url", "time", "text") and adds rows of role
// publication to d->dates: the date's, or, where two disagree and nothing decides between them, both, and no date.
void html_date_find(const struct html_clues *c, const struct html_meta_hints *hints, struct document *d);

#endif
