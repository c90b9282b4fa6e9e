// Evidence in the order of its worth: what the page says in JSON-LD, metas and microdata; its address; what is written
// near its headline. What machines wrote may be of another zone than the reader's, or of the day the page was moved:
// the visible date is asked whether it agrees.
#include "read/html_date.h"

#include "read/calendar.h"
#include "read/look.h"
#include "read/stamp.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	NEAR_AFTER = 700,    // bytes of text behind the headline in which its date stands
	NEAR_BEFORE = 300,
	LINE_LONG = 200,     // a line of prose
	MARK_LONG = 200,     // an element that is longer is not a date's
	ENOUGH = 2,          // what a written date must be worth to stand alone,
	FAIR = 4,            // to cast doubt on another,
	AWAY = 3,            // what it is worth less in a place that is not the article's own
	SURE = 6,            // to stand against it
};

struct found {
	struct stamp stamp;
	const char *from;
	span at;   // in the original
	int worth; // of a written date
	bool labelled;
};

struct search {
	const struct html_clues *c;
	const struct html_meta_hints *hints;
	int day_first, month_first; // numeric dates on the page that can be read in one way only
	struct found said, url, seen; // by machines; in the address; written
};

static bool day_comes_first(const struct search *s, bool *known)
{
	const char *lang = s->c->lang;
	bool english = !strncasecmp(lang, "en", 2);
	*known = true;
	if (s->day_first != s->month_first && (!s->day_first || !s->month_first))
		return s->day_first > 0;
	if (*lang && !english)
		return true;
	*known = english && (lang[2] == '-' || lang[2] == '_');
	return *known && strncasecmp(lang + 3, "us", 2) != 0;
}

// Decides which figure is the day; false where the date is none, is unset, or nobody knows.
static bool settle(const struct search *s, struct stamp *stamp)
{
	bool known = true;
	if (stamp->ambiguous && !day_comes_first(s, &known)) {
		int day = stamp->day.month;
		stamp->day.month = stamp->day.day;
		stamp->day.day = day;
	}
	stamp->ambiguous = false;
	if (!known || stamp_unset(stamp))
		return false;
	return !s->hints->captured.year || calendar_day(stamp->day) <= calendar_day(s->hints->captured) + 1;
}

// Takes what a machine wrote, unless something better is known.
static bool say(struct search *s, const char *from, struct slice value, span at)
{
	struct stamp stamp;
	struct slice v = slice_trim(value);
	if (s->said.from || !v.len || !stamp_find(s->c->words, s->c->lang, (struct slice){ v.at, v.len < 60 ? v.len : 60 }, 0, &stamp) ||
	    stamp.at > 12 || !settle(s, &stamp))
		return false;
	s->said = (struct found){ .stamp = stamp, .from = from, .at = at };
	return true;
}

static span page_span(const struct html_clues *c, struct slice value)
{
	const char *text = c->tree->from->text;
	uint32_t from = (uint32_t)(value.at - text);
	return bytes_original(c->tree->from, (span){ from, from + (uint32_t)value.len });
}

static void ask_jsonld(struct search *s, bool article)
{
	const struct html_clues *c = s->c;
	for (uint32_t i = 0; i < c->jsonld.n && !s->said.from; i++) {
		const struct jsonld_object *o = &c->jsonld.at[i];
		int row = page_words_row(c->words, PAGE_type, o->value[JSONLD_type]);
		bool plain = !o->value[JSONLD_type].len && o->value[JSONLD_headline].len;
		if (article ? i != c->article : row != 2 && !plain)
			continue;
		struct slice v = o->value[JSONLD_published];
		if (!say(s, "json-ld", v, page_span(c, v)) && article) {
			v = o->value[JSONLD_created];
			say(s, "json-ld", v, page_span(c, v));
		}
	}
}

static void ask_metas(struct search *s, int row)
{
	for (each (m, &s->c->metas))
		if (page_words_row(s->c->words, PAGE_meta_date, m->name) == row)
			say(s, "meta", m->value, bytes_original(s->c->tree->from, m->at));
}

// The value that an element has for machines.
static const struct html_attr *machine_value(const struct html_clues *c, uint32_t n)
{
	static const enum html_attr_name names[] = { ATTR_datetime, ATTR_content, ATTR_title };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const struct html_attr *attr = html_tree_attr(c->tree, n, names[i]);
		if (attr && !span_empty(attr->value))
			return attr;
	}
	return NULL;
}

static void say_element(struct search *s, uint32_t n, const char *from)
{
	const struct html_clues *c = s->c;
	const struct html_attr *attr = machine_value(c, n);
	if (attr && say(s, from, html_text_value(c->arena, c->tree, attr), bytes_original(c->tree->from, attr->value)))
		return;
	say(s, from, html_clues_text(c, n), html_clues_original(c, html_clues_span(c, n)));
}

static void ask_items(struct search *s, bool away)
{
	const struct html_clues *c = s->c;
	for (each (n, &c->items)) {
		struct slice name = html_text_value(c->arena, c->tree, html_tree_attr(c->tree, *n, ATTR_itemprop));
		if (c->away[*n] == away && (look_has(name, "datePublished") || look_has(name, "dateCreated")))
			say_element(s, *n, "itemprop");
	}
}

// A day in an address: /2019/10/02/, 2019-10-02, 20191002.
static bool read_url(const struct search *s, struct slice url, struct stamp *out)
{
	for (size_t i = 8; i + 7 < url.len; i++) {
		struct stamp stamp;
		if (look_digit(url.at[i - 1]) || !look_digit(url.at[i]) || (url.at[i] != '1' && url.at[i] != '2') ||
		    !stamp_read(s->c->words, "", look_from(url, i), &stamp) || !look_digit(url.at[i + 3]) ||
		    !settle(s, &stamp))
			continue;
		stamp.minute = -1;
		*out = stamp;
		return true;
	}
	return false;
}

static void ask_url(struct search *s)
{
	const struct html_clues *c = s->c;
	struct stamp stamp;
	struct slice given = slice_of(s->hints->url);
	if (read_url(s, given, &stamp))
		s->url = (struct found){ .stamp = stamp, .from = "url" };
	else if (read_url(s, c->canonical, &stamp))
		s->url = (struct found){ .stamp = stamp, .from = "url", .at = page_span(c, c->canonical) };
	for (each (m, &c->metas))
		if (!s->url.from && slice_is_nocase(m->name, "og:url") && read_url(s, m->value, &stamp))
			s->url = (struct found){ .stamp = stamp, .from = "url",
						 .at = bytes_original(c->tree->from, m->at) };
}

// --- what is written ---

// Marks of dates, passed in the order of the text.
struct reading {
	size_t mark;     // marks behind us
	uint32_t marked; // where the furthest of them ends
};

// The words before a date say what day it is: row 1 of its publication, row 2 of something else; 0 nothing.
static int label_before(const struct html_clues *c, struct slice line, size_t at)
{
	size_t from = at > 48 ? at - 48 : 0, len;
	while (from && from < at && !look_space(line.at[from]))
		from++;
	for (size_t i = from; i < at; i++) {
		if (i > from && (look_letter(line.at[i - 1]) || look_digit(line.at[i - 1])))
			continue;
		int row = page_words_at(c->words, PAGE_label, (struct slice){ line.at + i, at - i }, &len);
		bool gap = true;
		for (size_t k = i + len; row && k < at; k++)
			gap = gap && !look_letter(line.at[k]);
		if (row && (gap || at - i - len < 14))
			return row;
	}
	return 0;
}

static int worth_of(const struct html_clues *c, struct slice line, uint32_t at, const struct stamp *stamp, bool marked,
		    int label)
{
	uint32_t head = c->headline ? html_clues_span(c, c->headline).from : 0;
	uint32_t behind = c->headline ? html_clues_span(c, c->headline).to : 0;
	int worth = (marked ? 2 : 0) + (label == 1 ? 3 : 0) + (line.len <= 60 ? 1 : 0);
	if (c->headline && at >= behind && at - behind <= NEAR_AFTER)
		worth += 3 - (at - behind) / 400;
	else if (c->headline && at < head && head - at <= NEAR_BEFORE)
		worth += 2;
	if (line.len > LINE_LONG)
		worth -= stamp->at < 40 ? 1 : 4;
	return worth;
}

static void weigh_line(struct search *s, struct reading *r, struct slice line, uint32_t line_at, bool away)
{
	const struct html_clues *c = s->c;
	struct stamp stamp;
	struct slice head = { line.at, line.len < 2 * LINE_LONG ? line.len : 2 * LINE_LONG };
	for (size_t i = 0; stamp_find(c->words, c->lang, head, i, &stamp); i = stamp.at + stamp.len) {
		uint32_t at = line_at + (uint32_t)stamp.at;
		for (; r->mark < c->dates.n && c->start[c->dates.at[r->mark]] <= at; r->mark++) {
			span m = html_clues_span(c, c->dates.at[r->mark]);
			if (span_len(m) <= MARK_LONG && m.to > r->marked)
				r->marked = m.to;
		}
		int label = label_before(c, c->text, at);
		if (label == 2 || !settle(s, &stamp))
			continue;
		int worth = worth_of(c, line, at, &stamp, at < r->marked, label) - (away ? AWAY : 0);
		if (worth > s->seen.worth)
			s->seen = (struct found){ .stamp = stamp, .from = "text", .worth = worth, .labelled = label == 1,
				.at = html_clues_original(c, (span){ at, at + (uint32_t)stamp.len }) };
	}
}

static void count_orders(struct search *s)
{
	struct stamp stamp;
	const struct html_clues *c = s->c;
	for (size_t i = 0; stamp_find(c->words, c->lang, c->text, i, &stamp); i = stamp.at + stamp.len)
		if (stamp.numeric && !stamp.ambiguous && stamp.day.day > 12) {
			struct slice at = look_from(c->text, stamp.at);
			int first;
			look_number(at, &first);
			s->day_first += first > 12;
			s->month_first += first <= 12;
		}
}

static void ask_text(struct search *s)
{
	struct reading r = { 0 };
	for (each (line, &s->c->lines))
		weigh_line(s, &r, slice_in(s->c->text.at, line->at), line->at.from, s->c->away[line->node]);
}

// A time element near the headline, or the only one.
static void ask_times(struct search *s)
{
	const struct html_clues *c = s->c;
	uint32_t behind = c->headline ? html_clues_span(c, c->headline).to : 0;
	for (each (n, &c->times)) {
		uint32_t at = c->start[*n];
		bool near = c->headline && at + NEAR_BEFORE > behind && at < behind + NEAR_AFTER;
		struct slice line = { c->text.at, at };
		if (!c->away[*n] && near && label_before(c, line, at) != 2)
			say_element(s, *n, "time");
	}
}

// --- the choice ---

static long apart(const struct stamp *a, const struct stamp *b)
{
	return labs(calendar_day(a->day) - calendar_day(b->day));
}

// What was written by machines, corrected by what is written for people: a day more or less is a zone's, an earlier day
// is that of the text, a later one may be its update. `none` where the two cannot both be right.
// 03/05 where the text has 05/03: the text is right.
static bool swapped(const struct found *said, const struct found *seen)
{
	const struct date *a = &said->stamp.day, *b = &seen->stamp.day;
	return (said->stamp.numeric || seen->stamp.numeric) && a->year == b->year && a->month == b->day && a->day == b->month;
}

static const struct found *choose(const struct search *s, bool *none)
{
	const struct found *best = s->said.from ? &s->said : s->url.from ? &s->url : NULL;
	*none = false;
	if (!best)
		return s->seen.worth >= ENOUGH ? &s->seen : NULL;
	bool agree = s->seen.from && apart(&s->seen.stamp, &best->stamp) == 0;
	if (s->url.from && !agree && best->stamp.minute >= 0 && apart(&s->url.stamp, &best->stamp) == 1)
		best = &s->url;
	if (!s->seen.from || s->seen.worth < ENOUGH)
		return best;
	long later = calendar_day(s->seen.stamp.day) - calendar_day(best->stamp.day);
	if (later == 0 || (s->seen.stamp.numeric && swapped(best, &s->seen)) || (s->url.from && apart(&s->url.stamp, &best->stamp) == 0))
		return best;
	if (labs(later) > 1 && s->seen.worth < FAIR)
		return best;
	*none = later > 1 && s->seen.worth < SURE && !swapped(best, &s->seen);
	return &s->seen;
}

static void add_row(const struct html_clues *c, const struct found *f, struct document *d)
{
	char text[DATE_TEXT];
	date_print(f->stamp.day, text);
	list_push(c->arena, &d->dates, ((struct dated){ f->at, arena_text(c->arena, text), DATE_ROLE_publication, true }));
}

void html_date_find(const struct html_clues *c, const struct html_meta_hints *hints, struct document *d)
{
	struct search s = { .c = c, .hints = hints };
	count_orders(&s);
	ask_jsonld(&s, true);
	ask_metas(&s, 1);
	ask_items(&s, false);
	ask_items(&s, true);
	ask_jsonld(&s, false);
	ask_url(&s);
	if (!s.url.from)
		ask_times(&s);
	ask_metas(&s, 2);
	ask_text(&s);
	bool none;
	const struct found *best = choose(&s, &none);
	if (!best)
		return;
	if (none) {
		add_row(c, &s.said, d);
		add_row(c, &s.seen, d);
		return;
	}
	d->published = best->stamp.day;
	d->published_from = best->from;
	add_row(c, best, d);
}
