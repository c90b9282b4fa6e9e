// Authors, from the best of the places that name any: JSON-LD, metas, microdata, elements called after them near the
// headline, a line that begins with "By".
#include "read/html_author.h"

#include "case/outlets.h"
#include "read/author_name.h"
#include "read/credit.h"
#include "read/html_address.h"
#include "read/html_refs.h"
#include "read/look.h"

#include <string.h>

enum {
	NEAR_AFTER = 1200, // bytes of text behind the headline,
	NEAR_BEFORE = 400, // and before it
	NO_HEADLINE = 3000,
	BYLINE_LONG = 160,
	BYLINE_SHORT = 60,
	VALUE_LONG = 2000,
	TOGETHER = 40, // bytes between elements of one byline
	MOST_NAMES = 40,
	MOST_TRIED = 200, // elements or lines that are looked at
	MOST_PARTS = 2000,
};

struct writers {
	const struct html_clues *c;
	struct document *d;
	enum author_name_in in;
	span at;         // in the original: the value or line that is being read
	size_t parts;    // of values and lines, so far
	const char *own; // the outlet's name, given as the author's, that may be a person's
	span own_at;
};

// Whether a name is the outlet's, or that of its address.
static bool is_outlet(struct writers *w, struct slice s)
{
	const char *name = arena_copy(w->c->arena, s.at, s.len);
	struct slice host = html_address_host(w->c->canonical.value), label;
	bool same = w->d->outlet && outlets_same(name, w->d->outlet);
	while (slice_cut(&host, '.', &label))
		same |= label.len && slice_is_nocase(label, name);
	if (same) {
		w->own = name;
		w->own_at = w->at;
	}
	return same;
}

static void push(struct writers *w, const char *name, span at)
{
	if (w->d->byline.n >= MOST_NAMES)
		return;
	list_push(w->c->arena, &w->d->byline, name);
	list_push(w->c->arena, &w->d->byline_at, at);
}

static void add_name(struct writers *w, struct slice s)
{
	struct arena *a = w->c->arena;
	struct buf out = buf_in(a);
	for (size_t i = 0; i < s.len; i++)
		if (!look_space(s.at[i]) || (out.n && out.at[out.n - 1] != ' '))
			buf_char(&out, look_space(s.at[i]) ? ' ' : s.at[i]);
	const char *name = buf_str(&out);
	for (each (old, &w->d->byline))
		if (slice_is_nocase(slice_of(*old), name))
			return;
	if (outlets_agency(name))
		credit_add(a, slice_of(name), w->d);
	else if (!is_outlet(w, slice_of(name)))
		push(w, name, w->at);
}

// "Ann Lee and Tom Ruud"; false where a name was expected and something else stands.
static bool add_part(struct writers *w, struct slice part)
{
	struct slice name;
	if (w->parts++ >= MOST_PARTS)
		return false;
	if (author_name_has(w->c, PAGE_institution, part) || is_outlet(w, part))
		return true; // whose the person is
	while (author_name_cut(&part, author_name_joins, &name)) {
		name = author_name_behind_by(w->c, name);
		bool role = author_name_has(w->c, PAGE_role, name);
		if (!role && author_name_is(w->c, name, w->in))
			add_name(w, name);
		else if (w->d->byline.n && (role || w->in != AUTHOR_NAME_VALUE))
			return false;
	}
	return true;
}

// "By Ann Lee, Tom Ruud and Bo Hall, staff writers" -> the names.
static void add_names(struct writers *w, struct slice s)
{
	struct slice part;
	s = author_name_behind_by(w->c, s);
	if (slice_find(s, "://") >= 0)
		return;
	if (slice_find(s, " @") > 0)
		s.len = (size_t)slice_find(s, " @");
	if (w->in != AUTHOR_NAME_VALUE)
		s = author_name_until_end(w->c, s);
	while (author_name_cut(&s, author_name_marks, &part) && add_part(w, part))
		;
}

static struct slice unescape(const struct html_clues *c, struct slice s)
{
	s = jsonld_text(c->arena, s);
	if (!memchr(s.at, '&', s.len))
		return s;
	struct buf out = buf_in(c->arena);
	for (size_t i = 0; i < s.len;) {
		char chars[HTML_REFS_MOST];
		size_t n, took = s.at[i] == '&' ? html_refs_read(look_from(s, i), HTML_REFS_TEXT, chars, &n) : 0;
		buf_add(&out, took ? chars : s.at + i, took ? n : 1);
		i += took ? took : 1;
	}
	return (struct slice){ buf_str(&out), out.n };
}

// The object that an author's @id names; the author itself where there is none.
static const struct jsonld_object *referred(const struct html_clues *c, const struct jsonld_object *author)
{
	struct slice id = author->value[JSONLD_id];
	for (each (o, &c->jsonld))
		if (o->value[JSONLD_name].len && o->value[JSONLD_id].len == id.len &&
		    !memcmp(o->value[JSONLD_id].at, id.at, id.len))
			return o;
	return author;
}

static void ask_jsonld(struct writers *w, enum jsonld_key key)
{
	const struct html_clues *c = w->c;
	size_t tried = 0;
	for (size_t i = c->article; i < c->jsonld.n && tried < MOST_NAMES; i++) {
		const struct jsonld_object *o = &c->jsonld.at[i];
		if (i == c->article || o->parent != c->article || o->key != key)
			continue;
		tried++;
		struct slice name = o->value[JSONLD_name];
		if (!name.len && o->value[JSONLD_id].len)
			name = referred(c, o)->value[JSONLD_name];
		if (!name.len)
			continue;
		uint32_t from = (uint32_t)(name.at - c->tree->from->text);
		w->at = bytes_original(c->tree->from, (span){ from, from + (uint32_t)name.len });
		add_names(w, unescape(c, name));
	}
}

// Metas of which each holds one of several authors.
static bool is_one_of_several(struct slice name)
{
	static const char *const names[] = { "author", "article:author", "citation_author", "dc.creator", NULL };
	return look_one_of(name, names);
}

static void ask_metas(struct writers *w)
{
	const struct html_clues *c = w->c;
	for (each (m, &c->metas)) {
		size_t before = w->d->byline.n;
		if (m->value.len > VALUE_LONG || !page_words_row(c->words, PAGE_meta_author, m->name))
			continue;
		w->at = bytes_original(c->tree->from, m->at);
		add_names(w, slice_is_nocase(m->name, "citation_author") ? author_name_turn(c, m->value) : m->value);
		if (w->d->byline.n > before && !is_one_of_several(m->name))
			return;
	}
}

static bool near_headline(const struct html_clues *c, uint32_t at)
{
	if (!c->headline)
		return at < NO_HEADLINE;
	span head = html_clues_span(c, c->headline);
	return at >= head.to ? at - head.to < NEAR_AFTER : at + NEAR_BEFORE > head.from;
}

static void add_text(struct writers *w, uint32_t from, struct slice text)
{
	const struct html_clues *c = w->c;
	uint32_t at = (uint32_t)(text.at - c->text.at);
	w->at = html_clues_original(c, (span){ at > from ? at : from, at + (uint32_t)text.len });
	add_names(w, text);
}

// Elements called after authors: the first that names any, and those that follow close upon it.
static void ask_marks(struct writers *w, bool near)
{
	const struct html_clues *c = w->c;
	span last = { 0 };
	size_t tried = 0;
	w->in = near ? AUTHOR_NAME_ELEMENT : AUTHOR_NAME_LINE;
	for (each (n, &c->authors)) {
		span at = html_clues_span(c, *n);
		struct slice text = slice_trim(slice_in(c->text.at, at)), line;
		if (c->away[*n] || text.len > BYLINE_LONG || !text.len || near != near_headline(c, at.from))
			continue;
		if (w->d->byline.n && (at.from > last.to + TOGETHER || at.from < last.to))
			continue;
		if (tried++ == MOST_TRIED)
			return;
		size_t before = w->d->byline.n;
		while (w->d->byline.n == before && slice_cut(&text, '\n', &line))
			add_text(w, at.from, line);
		if (w->d->byline.n > before)
			last = at;
	}
}

// A line that begins with "By", or the one after a line that is "By".
static void ask_lines(struct writers *w, bool near)
{
	const struct html_clues *c = w->c;
	size_t len, tried = 0, longest = near ? BYLINE_LONG : BYLINE_SHORT;
	bool after = false;
	w->in = AUTHOR_NAME_LINE;
	for (each (line, &c->lines)) {
		if (c->away[line->node] || near != near_headline(c, line->at.from) || span_len(line->at) > 2 * longest)
			continue;
		struct slice text = author_name_strip(slice_in(c->text.at, line->at));
		if (!text.len || text.len > longest)
			continue;
		bool by = page_words_at(c->words, PAGE_by, text, &len) > 0;
		if (after || (by && len < text.len)) {
			add_text(w, line->at.from, text);
			tried++;
		}
		if (w->d->byline.n || tried == MOST_TRIED)
			return;
		after = by && len == text.len;
	}
}

// A page of one person may be called by the person's name.
static void add_own(struct writers *w)
{
	struct slice s = slice_of(w->own);
	if (s.len && author_name_words(s) == 2 && author_name_is(w->c, s, w->in) &&
	    !author_name_has(w->c, PAGE_institution, s) && !outlets_known(w->own))
		push(w, w->own, w->own_at);
}

// Asks one place, unless names are known.
static void ask(struct writers *w, void (*place)(struct writers *, bool near), bool near)
{
	if (!w->d->byline.n)
		place(w, near);
}

void html_author_find(const struct html_clues *c, struct document *d)
{
	struct writers w = { .c = c, .d = d, .in = AUTHOR_NAME_VALUE };
	ask_jsonld(&w, JSONLD_author);
	if (!d->byline.n)
		ask_jsonld(&w, JSONLD_creator);
	if (!d->byline.n)
		ask_metas(&w);
	ask(&w, ask_marks, true);
	ask(&w, ask_lines, true);
	if (!d->byline.n)
		add_own(&w);
	ask(&w, ask_marks, false);
	ask(&w, ask_lines, false);
}
