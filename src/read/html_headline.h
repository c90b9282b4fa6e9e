// The headline of a web page.
#ifndef READ_HTML_HEADLINE_H
#define READ_HTML_HEADLINE_H

#include "read/html_clues.h"

// The heading that stands over the article, 0 where there is none.
uint32_t html_headline_find(const struct html_clues *c);

// The share of a's words that b has, too.
double html_headline_shared(struct slice a, struct slice b);

#endif
