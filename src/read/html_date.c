// Evidence in the order of its worth: what the page says in JSON-LD, metas and microdata, its address, what is written
// around its headline. Machines write in their own zone, and sometimes the day a page was moved: what readers see is
// asked whether it agrees.
#include "read/html_date.h"

#include "read/calendar.h"
#include "read/html_seen.h"
#include "read/look.h"

#include <stdlib.h>

enum { VALUE_LONG = 60, VALUE_LEAD = 12 }; // bytes of a value that are looked at, and of what may stand before its date

struct found {
	struct stamp stamp;
	const char *from; // NULL: nothing
	span at;          // in the original
};

struct search {
	const struct html_clues *c;
	struct html_order order;
	struct found said, url, seen; // by machines; in the address; for readers
	int worth;                    // of `seen`
};

// --- what machines say ---

// Takes a value's date, unless something better is known.
static bool say(struct search *s, const char *from, struct slice value, span at)
{
	struct stamp stamp;
	value = slice_trim(value);
	if (value.len > VALUE_LONG)
		value.len = VALUE_LONG;
	if (s->said.from || !stamp_find(s->c->words, s->c->lang, value, 0, &stamp) || stamp.at > VALUE_LEAD ||
	    !html_seen_settle(&s->order, &stamp))
		return false;
	s->said = (struct found){ stamp, from, at };
	return true;
}

static bool say_jsonld(struct search *s, struct slice value)
{
	if (!value.len)
		return false;
	uint32_t from = (uint32_t)(value.at - s->c->tree->from->text); // values of JSON-LD are the page's own bytes
	return say(s, "json-ld", value, bytes_original(s->c->tree->from, (span){ from, from + (uint32_t)value.len }));
}

static void ask_article(struct search *s)
{
	const struct html_clues *c = s->c;
	if (c->article == UINT32_MAX)
		return;
	const struct jsonld_object *o = &c->jsonld.at[c->article];
	if (!say_jsonld(s, o->value[JSONLD_published]))
		say_jsonld(s, o->value[JSONLD_created]);
}

// Objects that hold an article, and those that do not say what they are but have a headline.
static void ask_pages(struct search *s)
{
	for (each (o, &s->c->jsonld)) {
		struct slice type = o->value[JSONLD_type];
		bool page =
		    type.len ? page_words_row(s->c->words, PAGE_type, type) == 2 : o->value[JSONLD_headline].len > 0;
		if (page)
			say_jsonld(s, o->value[JSONLD_published]);
	}
}

static void ask_metas(struct search *s, int row)
{
	for (each (m, &s->c->metas))
		if (page_words_row(s->c->words, PAGE_meta_date, m->name) == row)
			say(s, "meta", m->value, bytes_original(s->c->tree->from, m->at));
}

static void say_element(struct search *s, uint32_t n, const char *from)
{
	static const enum html_attr_name machine[] = { ATTR_datetime, ATTR_content, ATTR_title };
	const struct html_clues *c = s->c;
	for (size_t i = 0; i < sizeof machine / sizeof *machine; i++) {
		const struct html_attr *attr = html_tree_attr(c->tree, n, machine[i]);
		if (attr &&
		    say(s, from, html_text_value(c->arena, c->tree, attr), bytes_original(c->tree->from, attr->value)))
			return;
	}
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

static void ask_times(struct search *s)
{
	const struct html_clues *c = s->c;
	for (each (n, &c->times)) {
		uint32_t at = c->start[*n];
		if (!s->said.from && !c->away[*n] && html_seen_near(c, at) && html_seen_label(c, at) != 2)
			say_element(s, *n, "time");
	}
}

// --- what the address says ---

// A day in it: /2019/10/02/, 2019-10-02, 20191002.
static bool say_url(struct search *s, struct slice url, span at)
{
	for (size_t i = 8; i + 7 < url.len && !s->url.from; i++) {
		struct stamp stamp;
		if (look_digit(url.at[i - 1]) || (url.at[i] != '1' && url.at[i] != '2') || !look_digit(url.at[i + 3]) ||
		    !stamp_read(s->c->words, "", look_from(url, i), &stamp) || !html_seen_settle(&s->order, &stamp))
			continue;
		stamp.clock = false;
		s->url = (struct found){ stamp, "url", at };
	}
	return s->url.from != NULL;
}

static void ask_url(struct search *s, const char *url)
{
	const struct html_clues *c = s->c;
	if (say_url(s, slice_of(url), (span){ 0, 0 }) ||
	    say_url(s, c->canonical.value, bytes_original(c->tree->from, c->canonical.at)))
		return;
	for (each (m, &c->metas))
		if (slice_is_nocase(m->name, "og:url") && say_url(s, m->value, bytes_original(c->tree->from, m->at)))
			return;
}

// The month of /2019/10/, where nothing says more.
static struct date month_of_url(const struct search *s, struct slice url)
{
	for (size_t i = 8; i + 9 <= url.len; i++) {
		struct slice part = { url.at + i + 1, 7 };
		struct date d;
		if (url.at[i] != '/' || part.at[4] != '/' || url.at[i + 8] != '/')
			continue;
		char text[8] = { part.at[0], part.at[1], part.at[2], part.at[3], '-', part.at[5], part.at[6], 0 };
		struct stamp first = { 0 };
		if (date_read(slice_of(text), &d) && d.month) {
			first.day = (struct date){ d.year, d.month, 1 };
			if (html_seen_settle(&s->order, &first))
				return d;
		}
	}
	return (struct date){ 0 };
}

static void find_month(const struct search *s, const char *url, struct document *d)
{
	d->published = month_of_url(s, slice_of(url));
	if (!d->published.year)
		d->published = month_of_url(s, s->c->canonical.value);
	if (d->published.year)
		d->published_from = "url";
}

// --- the choice ---

static void ask_text(struct search *s)
{
	struct html_seen seen = html_seen_find(s->c, &s->order);
	if (seen.worth >= HTML_SEEN_ENOUGH)
		s->seen = (struct found){ seen.stamp, "text", html_clues_original(s->c, seen.at) };
	s->worth = seen.worth;
}

static long apart(const struct found *a, const struct found *b)
{
	return labs(date_day(a->stamp.day) - date_day(b->stamp.day));
}

// 05/03 where the other has 03/05.
static bool swapped(const struct found *a, const struct found *b)
{
	const struct date *x = &a->stamp.day, *y = &b->stamp.day;
	return a->stamp.numeric && x->year == y->year && x->month == y->day && x->day == y->month;
}

// A day more or less is the zone's, and the day that readers see is the right one. An earlier day is the first
// publication's. A later one is that of an update, or the machine's is that of a draft: unknown, unless it is what the
// page says first and plainly. Then `other` is what cannot be true beside the answer.
static const struct found *choose(const struct search *s, const struct found **other)
{
	const struct found *best = s->said.from ? &s->said : s->url.from ? &s->url : NULL, *seen = &s->seen;
	*other = NULL;
	if (!best || !seen->from) {
		bool zone = best && s->url.from && best->stamp.clock && apart(&s->url, best) == 1;
		return zone ? &s->url : best ? best : seen->from ? seen : NULL;
	}
	long days = apart(seen, best);
	if (days && s->url.from && best->stamp.clock && apart(&s->url, best) == 1)
		return &s->url;
	if (days == 0 || swapped(seen, best) || (s->url.from && apart(&s->url, best) == 0))
		return best;
	if (days > 1 && s->worth < HTML_SEEN_FAIR)
		return best;
	bool later = days > 1 && date_compare(seen->stamp.day, best->stamp.day) > 0;
	if (later && s->worth < HTML_SEEN_SURE && !swapped(best, seen))
		*other = best;
	return seen;
}

static void add_row(const struct html_clues *c, const struct found *f, struct document *d)
{
	char text[DATE_TEXT];
	date_print(f->stamp.day, text);
	list_push(c->arena, &d->dates,
		  ((struct dated){ f->at, arena_text(c->arena, text), DATE_ROLE_publication, true }));
}

void html_date_find(const struct html_clues *c, const struct html_meta_hints *hints, struct document *d)
{
	struct search s = { .c = c, .order = html_seen_order(c, hints->captured) };
	ask_article(&s);
	ask_metas(&s, 1);
	ask_items(&s, false);
	ask_items(&s, true);
	ask_pages(&s);
	ask_url(&s, hints->url);
	if (!s.url.from)
		ask_times(&s);
	ask_metas(&s, 2);
	ask_text(&s);
	const struct found *other, *best = choose(&s, &other);
	if (!best) {
		find_month(&s, hints->url, d);
		return;
	}
	if (other)
		add_row(c, other, d);
	else
		d->published = best->stamp.day;
	d->published_from = other ? NULL : best->from;
	add_row(c, best, d);
}
