#include "read/html_meta.h"

#include "read/html_author.h"
#include "read/html_clues.h"
#include "read/html_date.h"
#include "read/html_title.h"

#include <string.h>

// The object of JSON-LD that is the page's article: the first whose headline is the page's, else that has a date.
static void find_article(struct html_clues *c)
{
	struct slice head = c->headline ? html_clues_text(c, c->headline) : c->title;
	double best = -1;
	for (uint32_t i = 0; i < c->jsonld.n; i++) {
		const struct jsonld_object *o = &c->jsonld.at[i];
		if (page_words_row(c->words, PAGE_type, o->value[JSONLD_type]) != 1)
			continue;
		struct slice name = o->value[o->value[JSONLD_headline].len ? JSONLD_headline : JSONLD_name];
		double worth = 2 * html_clues_shared(jsonld_text(c->arena, name), head) + (o->value[JSONLD_published].len ? .5 : 0);
		if (worth > best + .001) {
			best = worth;
			c->article = i;
		}
	}
}

void html_meta_read(struct arena *a, const struct html_tree *t, const struct html_meta_hints *hints, struct document *d)
{
	struct html_clues c;
	html_clues_find(a, t, &c);
	find_article(&c);
	html_title_find(&c, slice_of(hints->url), d);
	html_date_find(&c, hints, d);
	html_author_find(&c, d);
	d->lang = *c.lang ? c.lang : NULL;
	d->canonical = c.canonical.len ? arena_copy(a, c.canonical.at, c.canonical.len) : NULL;
}
