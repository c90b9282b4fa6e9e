// What of a web page tells about the page, found in one walk over its tree: its text by lines, what its elements are
// called, its metas and links, its JSON-LD, its headline.
#ifndef READ_HTML_CLUES_H
#define READ_HTML_CLUES_H

#include "read/html_text.h"
#include "read/jsonld.h"
#include "read/page_words.h"

// What is said by a meta or by an attribute: never empty, references decoded.
struct html_said {
	struct slice name, value;
	span at; // of the value, in the decoded page
};

// The text of a block up to the next one, or a line break.
struct html_line {
	span at;       // in html_clues.text
	uint32_t node; // the first text in it
};

struct html_marks {
	uint32_t *at; // elements
	size_t n, room;
};

struct html_clues {
	struct arena *arena;
	const struct html_tree *tree;
	const struct page_words *words;
	struct slice text; // all of it; blocks are lines, other white space is as it was
	struct runs map;   // from `text` into the decoded page
	uint32_t *start;   // [node] where its text begins in `text`; one more than there are nodes
	uint8_t *away;     // [node] within what is not the article's own: navigation, comments, teasers
	LIST(struct html_line) lines;
	LIST(struct html_said) metas;
	struct html_marks headings, times, dates, authors, items; // what is marked as such; items: has an itemprop
	struct jsonld jsonld;
	uint32_t article;                  // object of jsonld that is the page's article; UINT32_MAX for none
	struct html_said title, canonical; // of the head; value empty where there is none
	const char *lang;                  // "de", ""
	uint32_t headline;                 // the element, 0 where unknown
};

void html_clues_find(struct arena *a, const struct page_words *words, const struct html_tree *t,
		     struct html_clues *out);

// The text below a node.
struct slice html_clues_text(const struct html_clues *c, uint32_t node);
span html_clues_span(const struct html_clues *c, uint32_t node);

// The original bytes that a stretch of `text` came from.
span html_clues_original(const struct html_clues *c, span at);

// The first meta whose name is of a row of a class, row 0 for any; NULL where there is none.
const struct html_said *html_clues_meta(const struct html_clues *c, enum page_class names, int row);

#endif
