// The blocks of a web page: runs of inline content between the boundaries that a browser would draw, in the order of
// the page, before it is known which of them are the article.
#ifndef READ_HTML_BLOCK_H
#define READ_HTML_BLOCK_H

#include "read/furniture.h"
#include "read/html_tree.h"

struct html_block {
	uint32_t node; // the innermost block element around it
	span at;       // in html_page.text, without white space at its ends
	uint32_t words, linked; // of them in links; ideographs count half a word each
	bool sentence; // it ends as a sentence does
};

// What the parts of a page say and look like: what the choice of the article works on.
struct html_page {
	const struct html_tree *tree;
	struct decoded text;        // the characters of all blocks, with the way back to the original bytes
	LIST(struct html_block) list;
	uint8_t *names;             // [node] what class and id say of an element: FURNITURE_ bits
	uint32_t body;              // the node whose blocks these are
};

MUST_USE enum status html_block_split(struct arena *a, const struct furniture *f, const struct html_tree *t,
				      struct html_page *out, struct err *e);

static inline struct slice html_block_text(const struct html_page *p, const struct html_block *b)
{
	return slice_in(p->text.text, b->at);
}

#endif
