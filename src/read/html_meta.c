#include "read/html_meta.h"

#include "read/credit.h"
#include "read/html_address.h"
#include "read/html_author.h"
#include "read/html_clues.h"
#include "read/html_date.h"
#include "read/html_headline.h"
#include "read/html_title.h"
#include "read/look.h"

#include <strings.h>

// The object of JSON-LD that is the page's article: whose headline is most like the page's, with a date rather than
// none.
static void find_article(struct html_clues *c)
{
	struct slice head = c->headline ? html_clues_text(c, c->headline) : c->title.value;
	double best = -1;
	for (uint32_t i = 0; i < c->jsonld.n; i++) {
		const struct jsonld_object *o = &c->jsonld.at[i];
		if (page_words_row(c->words, PAGE_type, o->value[JSONLD_type]) != 1)
			continue;
		struct slice name = o->value[o->value[JSONLD_headline].len ? JSONLD_headline : JSONLD_name];
		double worth = 2 * html_headline_shared(jsonld_text(c->arena, name), head);
		worth += o->value[JSONLD_published].len ? .5 : 0;
		if (worth > best + .001) {
			best = worth;
			c->article = i;
		}
	}
}

// "de" of "de-AT", by the page's element, else by its metas.
static const char *find_language(const struct html_clues *c)
{
	struct slice lang = slice_of(c->lang);
	const struct html_said *meta = html_clues_meta(c, PAGE_meta_lang, 0);
	if (!lang.len && meta)
		lang = meta->value;
	char *out = arena_copy(c->arena, lang.at, lang.len < 3 ? lang.len : 3);
	size_t n = 0;
	for (; look_letter(out[n]) && !((unsigned char)out[n] & 0x80); n++)
		out[n] |= 0x20;
	out[n] = 0;
	return n >= 2 ? out : NULL;
}

static const char *find_canonical(const struct html_clues *c, struct slice url)
{
	if (html_address_canonical(c->canonical.value, url))
		return arena_copy(c->arena, c->canonical.value.at, c->canonical.value.len);
	for (each (m, &c->metas))
		if (slice_is_nocase(m->name, "og:url") && html_address_canonical(m->value, url))
			return arena_copy(c->arena, m->value.at, m->value.len);
	return NULL;
}

void html_meta_read(struct arena *a, const struct page_words *words, const struct html_tree *t,
		    const struct html_meta_hints *hints, struct document *d)
{
	struct html_clues c;
	struct slice url = slice_of(hints->url);
	html_clues_find(a, words, t, &c);
	find_article(&c);
	html_title_find(&c, url, d);
	html_date_find(&c, hints, d);
	html_author_find(&c, d);
	d->lang = find_language(&c);
	d->canonical = find_canonical(&c, url);
	for (each (line, &c.lines))
		if (!c.away[line->node])
			credit_find(a, slice_in(c.text.at, line->at), d);
}
