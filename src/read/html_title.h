// What a web page is called, and whose it is.
#ifndef READ_HTML_TITLE_H
#define READ_HTML_TITLE_H

#include "read/html_clues.h"

// Fills d->title and d->outlet. `url` may be empty.
void html_title_find(const struct html_clues *c, struct slice url, struct document *d);

#endif
