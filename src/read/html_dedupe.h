// An element has each attribute once: the first counts.
#ifndef READ_HTML_DEDUPE_H
#define READ_HTML_DEDUPE_H

#include "read/html_token.h"

// Takes later attributes of the same name out of attrs from `first` on. Names are the same in any case unless `exact`.
void html_dedupe(struct arena *a, const char *text, struct html_attrs *attrs, size_t first, bool exact);

#endif
