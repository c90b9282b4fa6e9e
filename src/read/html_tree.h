// A web page or feed as a tree: nodes in one array, in the order of the document, each with its place in the decoded
// text.
//
// Node 0 is the document; it is nobody's child, so 0 stands for "none". All that is below node n are the nodes
// n + 1 to nodes.at[n].end - 1: to walk is to count, to skip is to go on at `end`.
#ifndef READ_HTML_TREE_H
#define READ_HTML_TREE_H

#include "read/bytes.h"
#include "read/html_token.h"

struct html_node {
	uint32_t parent;
	uint32_t end;           // the node behind all that is below
	span at;                // an element from its start tag to its end tag, or to where it was taken to end
	uint32_t inside;        // an element: behind its start tag
	uint32_t attrs, n_attrs; // an element: in html_tree.attrs
	uint8_t tag;            // enum html_tag; TAG_unknown for a text, too
	bool text;              // a text; else an element
	uint8_t coding;         // of a text: enum html_coding
	bool foreign;           // an element of SVG or MathML
};

struct html_tree {
	const struct decoded *from;
	LIST(struct html_node) nodes;
	struct html_attrs attrs;
	bool xml;
};

static inline bool html_tree_is(const struct html_tree *t, uint32_t n, enum html_tag tag)
{
	return t->nodes.at[n].tag == tag;
}

// The first child, and the next one of the same parent; 0 where there is none.
static inline uint32_t html_tree_first(const struct html_tree *t, uint32_t n)
{
	return n + 1 < t->nodes.at[n].end ? n + 1 : 0;
}

static inline uint32_t html_tree_next(const struct html_tree *t, uint32_t n)
{
	uint32_t end = t->nodes.at[n].end;
	return n && end < t->nodes.at[t->nodes.at[n].parent].end ? end : 0;
}

// The name of an element, as it is written where it is none of html_names.h.
struct slice html_tree_name(const struct html_tree *t, uint32_t n);

// An attribute of an element, or NULL.
const struct html_attr *html_tree_attr(const struct html_tree *t, uint32_t n, enum html_attr_name name);
const struct html_attr *html_tree_attr_named(const struct html_tree *t, uint32_t n, const char *name);

#endif
