// The headline, where it says what the head says; else what the head says, without the outlet's name behind it.
#include "read/html_title.h"

#include "base/utf8.h"
#include "case/outlets.h"
#include "read/html_address.h"
#include "read/html_headline.h"
#include "read/look.h"

#include <string.h>

enum { SUFFIX_WORDS = 6, TITLE_LONG = 400 };

#define MOST .7 // share of words

static char *fold(struct arena *a, struct slice s)
{
	struct buf out = buf_in(a);
	s = slice_trim(s);
	for (size_t i = 0; i < s.len; i++)
		if (slice_starts(look_from(s, i), "\ufeff"))
			i += 2;
		else if (!look_space(s.at[i]))
			buf_char(&out, s.at[i]);
		else if (out.n && out.at[out.n - 1] != ' ')
			buf_char(&out, ' ');
	return out.n ? out.at : NULL;
}

static size_t words_of(struct slice s)
{
	size_t n = 0;
	struct slice word;
	while (look_word(&s, &word))
		n++;
	return n;
}

// " | Outlet", " - Outlet" at the end: where the mark begins; 0 where there is none.
static size_t suffix_at(struct slice s)
{
	static const char *const marks[] = { " | ",  " - ",      " \u2013 ", " \u2014 ", " \u00b7 ", " \u2022 ",
					     " :: ", " \u00ab ", " \u00bb ", " > ",      " // " };
	size_t at = 0;
	for (size_t i = 1; i + 2 < s.len; i++)
		for (size_t m = 0; m < sizeof marks / sizeof *marks; m++)
			if (slice_starts(look_from(s, i), marks[m]))
				at = i;
	return at;
}

static struct slice drop_suffix(struct slice s, const char *outlet)
{
	for (size_t at; (at = suffix_at(s)) > 0; s = slice_trim((struct slice){ s.at, at })) {
		struct slice rest = look_from(s, at);
		size_t words = words_of(rest), before = words_of((struct slice){ s.at, at });
		bool named = outlet && html_headline_shared(rest, slice_of(outlet)) >= .5;
		if (!named && (words > SUFFIX_WORDS || words * 2 > before))
			break;
	}
	return s;
}

static char *outlet_of_suffix(struct arena *a, struct slice title)
{
	size_t at = suffix_at(title);
	struct slice rest = look_from(title, at);
	struct slice word;
	if (!at || words_of(rest) > SUFFIX_WORDS || !look_word(&rest, &word))
		return NULL;
	char *name = fold(a, look_from(title, (size_t)(word.at - title.at)));
	return name && outlets_known(name) ? name : NULL;
}

static const char *find_outlet(const struct html_clues *c, struct slice url)
{
	struct arena *a = c->arena;
	const struct html_said *site = html_clues_meta(c, PAGE_meta_outlet, 0);
	if (site && site->value.len < 80)
		return fold(a, site->value);
	for (uint32_t i = c->article; i < c->jsonld.n; i++) {
		const struct jsonld_object *o = &c->jsonld.at[i];
		if (o->parent == c->article && o->key == JSONLD_publisher && o->value[JSONLD_name].len)
			return fold(a, jsonld_text(a, o->value[JSONLD_name]));
	}
	const char *suffix = outlet_of_suffix(a, c->title.value);
	struct slice host = html_address_domain(html_address_host(url.len ? url : c->canonical.value));
	return suffix ? suffix : host.len ? fold(a, host) : NULL;
}

// A heading of the first rank is the title but where it is the outlet's name or has nothing of what the head says.
static bool is_title(const struct html_clues *c, struct slice head, struct slice named, const char *outlet)
{
	double share = html_headline_shared(head, named), other = html_headline_shared(head, c->title.value);
	if (!head.len || head.len > TITLE_LONG)
		return false;
	if (share >= MOST || other >= MOST || !named.len)
		return true;
	bool own = outlet && html_headline_shared(head, slice_of(outlet)) >= MOST;
	return html_tree_is(c->tree, c->headline, TAG_h1) && !c->away[c->headline] && !own && words_of(head) > 1;
}

void html_title_find(const struct html_clues *c, struct slice url, struct document *d)
{
	d->outlet = find_outlet(c, url);
	const struct html_said *meta = html_clues_meta(c, PAGE_meta_title, 0);
	struct html_said named = meta ? *meta : c->title;
	if (named.value.len > TITLE_LONG)
		named.value.len = utf8_floor(named.value.at, TITLE_LONG);
	struct slice head = c->headline ? html_clues_text(c, c->headline) : (struct slice){ "", 0 };
	bool heading = is_title(c, head, named.value, d->outlet);
	d->title = fold(c->arena, heading ? head : drop_suffix(named.value, d->outlet));
	if (d->title)
		d->title_at = heading ? html_clues_original(c, html_clues_span(c, c->headline))
				      : bytes_original(c->tree->from, named.at);
}
