// Who wrote a web page.
#ifndef READ_HTML_AUTHOR_H
#define READ_HTML_AUTHOR_H

#include "read/html_clues.h"

// Fills d->byline; names of the outlet (d->outlet), of roles and of nobody are left out. An agency that stands as the
// author is added to d->credit.
void html_author_find(const struct html_clues *c, struct document *d);

#endif
