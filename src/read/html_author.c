// Authors, from the best of the places that name any: JSON-LD, metas, microdata, elements called after them near the
// headline, a line that begins with "By".
#include "read/html_author.h"

#include "case/outlets.h"
#include "read/credit.h"
#include "read/html_address.h"
#include "read/html_refs.h"
#include "read/look.h"
#include "read/stamp.h"

#include <string.h>

enum {
	NAME_LONGEST = 60, // bytes
	NAME_WORDS = 6,
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
	bool written;    // from what a reader sees: names must look like names
	bool running;    // in a line of text: a name is two words at least
	span at;         // in the original: the value or line that is being read
	size_t parts;    // of values and lines, so far
	const char *own; // the outlet's name, given as the author's, that may be a person's
	span own_at;
};

// What stands between names: marks that end one for sure, and words that may be within the name of an institution.
static const char *const marks_between[] = { ",", ";", "|", "/", "\n", "+", "(", " - ", " \u2013 ", " \u2014 ", NULL };
static const char *const words_between[] = { " & ",   " and ", " und ", " et ", " y ",    " e ",   " i ", " en ",
					     " och ", " og ",  " ve ",  " и ",  " with ", " mit ", NULL };

// The next piece of *rest up to one of `between`.
static bool cut_any(struct slice *rest, const char *const *between, struct slice *piece)
{
	if (!rest->len)
		return false;
	for (size_t i = 0; i < rest->len; i++)
		for (const char *const *b = between; *b; b++)
			if (look_starts(look_from(*rest, i), *b)) {
				*piece = (struct slice){ rest->at, i };
				*rest = look_from(*rest, i + strlen(*b));
				return true;
			}
	*piece = *rest;
	*rest = look_from(*rest, rest->len);
	return true;
}

static size_t count_words(struct slice s)
{
	size_t n = 0;
	struct slice word;
	while (look_word(&s, &word))
		n++;
	return n;
}

static bool has_word_of(const struct html_clues *c, enum page_class class, struct slice s)
{
	struct slice word;
	while (look_word(&s, &word))
		if (page_words_row(c->words, class, word))
			return true;
	return false;
}

static bool plain_letter(char c)
{
	return look_letter(c) && (unsigned char)c < 0x80;
}

// Points, dashes and brackets around a name are none of it.
static struct slice strip(struct slice s)
{
	static const char *const marks[] = { ".", ",",      ":",      ";",      "-",      "\u2013", "\u2014",
					     "|", "\u2022", "\u00b7", "\u25cf", "\u00a9", "*",      "(",
					     ")", "\"",     "\u201c", "\u201d", "@",      "/",      ">",
					     "<", "\ufeff", "\u203a", "\u00bb" };
	for (bool more = true; more;) {
		s = slice_trim(s);
		more = false;
		if (s.len && plain_letter(s.at[0]) && plain_letter(s.at[s.len - 1]))
			return s;
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
			size_t n = strlen(marks[i]);
			if (slice_starts(s, marks[i])) {
				s = look_from(s, n);
				more = true;
			} else if (slice_ends(s, marks[i]) &&
				   !(marks[i][0] == '.' && s.len > 2 && s.at[s.len - 3] == ' ')) {
				s.len -= n;
				more = true;
			}
		}
	}
	return s;
}

// "By", "Text von", "Posted on 3 May 2019 by": what stands before a name.
static struct slice drop_by(const struct html_clues *c, struct slice s)
{
	size_t len;
	struct stamp stamp;
	for (int times = 0; times < 4; times++) {
		s = strip(s);
		if (s.len > 3 && slice_starts(s, "By") && look_upper(s.at[2])) {
			s = look_from(s, 2); // "ByAnn Lee"
			continue;
		}
		if (s.len && stamp_read(c->words, c->lang, s, &stamp)) {
			s = look_from(s, stamp.len);
			continue;
		}
		if (!page_words_at(c->words, PAGE_by, s, &len) || len == s.len || look_letter(s.at[len]))
			return s;
		s = look_from(s, len);
	}
	return strip(s);
}

// "ann.lee", "ann_lee": what a machine calls somebody.
static bool looks_like_id(struct slice s)
{
	bool dotted = false;
	for (size_t i = 0; i < s.len; i++) {
		if (look_space(s.at[i]) || look_upper(s.at[i]))
			return false;
		dotted |= s.at[i] == '_' || (s.at[i] == '.' && i + 1 < s.len);
	}
	return dotted;
}

static bool is_name(const struct writers *w, struct slice s)
{
	const struct html_clues *c = w->c;
	size_t words = count_words(s), figures = 0;
	for (size_t i = 0; i < s.len; i++)
		figures += look_digit(s.at[i]);
	if (s.len < 2 || s.len > NAME_LONGEST || !words || words > NAME_WORDS || figures > 4 || figures * 2 > s.len)
		return false;
	if (look_digit(s.at[0]) || looks_like_id(s) || page_words_row(c->words, PAGE_nobody, s) ||
	    slice_find(s, "://") >= 0 || slice_find(s, "www.") >= 0 || memchr(s.at, '@', s.len) ||
	    memchr(s.at, '{', s.len) || memchr(s.at, '?', s.len))
		return false;
	struct slice rest = s, first;
	if (!look_word(&rest, &first) || page_words_row(c->words, PAGE_article, first))
		return false;
	if (page_words_row(c->words, PAGE_month, s) || page_words_row(c->words, PAGE_by, s) ||
	    page_words_row(c->words, PAGE_label, s))
		return false;
	return !w->written || (look_names(s) && !figures && (words >= 2 || !w->running));
}

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

// Where a byline's names end: at a date, at "in", "updated", at the sentence after them.
static struct slice until_end(const struct html_clues *c, struct slice s)
{
	for (size_t i = 1, len; i < s.len; i++) {
		if (!look_space(s.at[i - 1]) && s.at[i - 1] != ',')
			continue;
		struct slice rest = look_from(s, i);
		struct stamp stamp;
		if (page_words_at(c->words, PAGE_by_end, rest, &len) || look_digit(s.at[i]) ||
		    stamp_read(c->words, c->lang, rest, &stamp))
			return (struct slice){ s.at, i };
	}
	return s;
}

// "Lee, Ann" -> "Ann Lee".
static struct slice turn(const struct html_clues *c, struct slice s)
{
	struct slice last, rest = s;
	if (!slice_cut(&rest, ',', &last) || !rest.len || memchr(rest.at, ',', rest.len))
		return s;
	rest = slice_trim(rest);
	const char *turned = arena_printf(c->arena, "%.*s %.*s", (int)rest.len, rest.at, (int)last.len, last.at);
	return slice_of(turned);
}

// "Ann Lee and Tom Ruud"; false where a name was expected and something else stands.
static bool add_part(struct writers *w, struct slice part)
{
	struct slice name;
	if (w->parts++ >= MOST_PARTS)
		return false;
	if (has_word_of(w->c, PAGE_institution, part) || is_outlet(w, part))
		return true; // whose the person is
	while (cut_any(&part, words_between, &name)) {
		name = drop_by(w->c, name);
		bool role = has_word_of(w->c, PAGE_role, name);
		if (!role && is_name(w, name))
			add_name(w, name);
		else if (w->d->byline.n && (role || w->written))
			return false;
	}
	return true;
}

// "By Ann Lee, Tom Ruud and Bo Hall, staff writers" -> the names.
static void add_names(struct writers *w, struct slice s)
{
	struct slice part;
	s = drop_by(w->c, s);
	if (slice_find(s, "://") >= 0)
		return;
	if (slice_find(s, " @") > 0)
		s.len = (size_t)slice_find(s, " @");
	if (w->written)
		s = until_end(w->c, s);
	while (cut_any(&s, marks_between, &part) && add_part(w, drop_by(w->c, part)))
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
		add_names(w, slice_is_nocase(m->name, "citation_author") ? turn(c, m->value) : m->value);
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
	for (each (line, &c->lines)) {
		if (c->away[line->node] || near != near_headline(c, line->at.from) || span_len(line->at) > 2 * longest)
			continue;
		struct slice text = strip(slice_in(c->text.at, line->at));
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
	if (s.len && count_words(s) == 2 && is_name(w, s) && !has_word_of(w->c, PAGE_institution, s) &&
	    !outlets_known(w->own))
		push(w, w->own, w->own_at);
}

// Asks one place, unless names are known.
static void ask(struct writers *w, void (*place)(struct writers *, bool near), bool near, bool running)
{
	w->running = running;
	if (!w->d->byline.n)
		place(w, near);
}

void html_author_find(const struct html_clues *c, struct document *d)
{
	struct writers w = { .c = c, .d = d };
	ask_jsonld(&w, JSONLD_author);
	if (!d->byline.n)
		ask_jsonld(&w, JSONLD_creator);
	if (!d->byline.n)
		ask_metas(&w);
	w.written = true;
	ask(&w, ask_marks, true, false);
	ask(&w, ask_lines, true, true);
	if (!d->byline.n)
		add_own(&w);
	ask(&w, ask_marks, false, true);
	ask(&w, ask_lines, false, true);
}
