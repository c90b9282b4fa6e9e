// The elements of a page that are open: the way from the root to where the tree grows.
#ifndef READ_HTML_OPEN_H
#define READ_HTML_OPEN_H

#include "read/html_tree.h"

struct html_opened {
	uint32_t node;
	uint8_t tag;
	bool foreign; // of SVG or MathML
	bool ended;   // its end tag came too early: it is closed when nothing in it is open
};

struct html_open {
	struct arena *arena;
	struct html_tree *tree;
	LIST(struct html_opened) stack; // [0] is the document
	uint32_t count[TAG_COUNT];      // how many of each are open
	bool crowded;                   // more nodes than the limit: they are left out
};

// What an end tag or the like does not reach through: the "scopes" of the standard.
enum html_scope {
	HTML_SCOPE,
	HTML_SCOPE_ITEM,
	HTML_SCOPE_BUTTON,
	HTML_SCOPE_PHRASE,
	HTML_SCOPE_TABLE,
	HTML_SCOPE_XML,
};

struct html_open html_open_start(struct arena *a, struct html_tree *tree);

// Closes everything at the end of the page.
void html_open_finish(struct html_open *o);

static inline struct html_opened *html_open_top(const struct html_open *o) { return &o->stack.at[o->stack.n - 1]; }

// Adds a node without content where the tree grows. Returns its number.
uint32_t html_open_add(struct html_open *o, struct html_node n);

// Adds an element and opens it.
void html_open_push(struct html_open *o, struct html_node n);

// Where in the stack the nearest open element of the name stands, looked for through at most 64; 0 where there is none.
size_t html_open_find(const struct html_open *o, enum html_tag tag, struct slice name, enum html_scope scope);

// Closes all from stack[i], i > 0, up. They end at `inner`, stack[i] itself at `outer`.
void html_open_close(struct html_open *o, size_t i, uint32_t inner, uint32_t outer);

// Ends the formatting element stack[i]. Blocks that are open in it move out of it: it ends before the first of them.
void html_open_split(struct html_open *o, size_t i, uint32_t inner, uint32_t outer);

#endif
