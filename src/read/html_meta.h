// What a web page says of itself: title, authors, outlet, date, language, address, credit.
#ifndef READ_HTML_META_H
#define READ_HTML_META_H

#include "read/html_tree.h"
#include "read/page_words.h"

struct html_meta_hints {
	const char *url;      // where it was found, or NULL
	struct date captured; // when, or unknown
};

// Fills title, title_at, byline, byline_at, outlet, published, published_from, lang, canonical and credit of d, and a
// row of d->dates with role publication. Unknown rather than wrong. `t` and its page must stay where they are.
void html_meta_read(struct arena *a, const struct page_words *words, const struct html_tree *t,
		    const struct html_meta_hints *hints, struct document *d);

#endif
