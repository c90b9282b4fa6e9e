// Which element of a web page holds the article.
#ifndef READ_HTML_CHOOSE_H
#define READ_HTML_CHOOSE_H

#include "read/html_block.h"

// What was weighed: of every element, what stands below it.
struct html_weights {
	bool *dialog, *aside; // [node] within comments or consent; within what its names say is beside the article
	bool *own_aside;      // [node] the element says so itself
	uint32_t *prose;      // [node] words of running text
	double *mass;         // [node] words, each weighed by how much it looks like the article
};

struct html_weights html_choose_weigh(struct arena *a, const struct html_page *p);

// Running text: ten words or more, few of them links, ending as a sentence does.
bool html_choose_prose(const struct html_weights *w, const struct html_block *b);

// The element that holds the article; by_name: what names say of it counts. The body where nothing better is found.
uint32_t html_choose(const struct html_page *p, const struct html_weights *w, bool by_name);

static inline bool html_within(const struct html_tree *t, uint32_t n, uint32_t outer)
{
	return n >= outer && n < t->nodes.at[outer].end;
}

#endif
