// A web page -> the paragraphs of its article.
#ifndef READ_ARTICLE_H
#define READ_ARTICLE_H

#include "read/block.h"
#include "read/html_block.h"

// Sets the blocks of the page's article in order: those that are text, and as `out` those that stand among them and are
// not. Their spans are in p->text.
void article_find(struct arena *a, const struct furniture *f, const struct html_page *p, struct blocks *out);

#endif
