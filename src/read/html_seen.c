// A written date is worth more near the headline, in an element that is called after dates, behind a label, in a line
// of its own; and less in prose and in places that are not the article's. The weights were set on pages with answers.
#include "read/html_seen.h"

#include "read/calendar.h"
#include "read/look.h"

#include <strings.h>

enum {
	NEAR_AFTER = 700, // bytes of text behind the headline
	NEAR_BEFORE = 300,
	LINE_SHORT = 60,
	LINE_LONG = 200,  // a line of prose
	MARK_LONG = 200,  // an element that is longer is not a date's
	PROSE_START = 40, // bytes into prose in which a dateline stands
	LABEL = 48,       // bytes before a date in which its label stands
	LABEL_GAP = 14,   // bytes between the two
	MOST = 2000,      // dates of a page that are weighed
};

// --- order ---

struct html_order html_seen_order(const struct html_clues *c, struct date captured)
{
	struct stamp s;
	int days = 0, months = 0, first;
	for (size_t i = 0; stamp_find(c->words, c->lang, c->text, i, &s); i = s.at + s.len) {
		if (!s.numeric || s.ambiguous || s.day.day <= 12)
			continue;
		look_number(look_from(c->text, s.at), &first);
		days += first > 12;
		months += first <= 12;
	}
	const char *lang = c->lang;
	bool english = !strncasecmp(lang, "en", 2), region = english && (lang[2] == '-' || lang[2] == '_');
	if ((days > 0) != (months > 0))
		return (struct html_order){ true, days > 0, captured };
	if (*lang && !english)
		return (struct html_order){ true, true, captured };
	return (struct html_order){ region, region && strncasecmp(lang + 3, "us", 2) != 0, captured };
}

bool html_seen_settle(const struct html_order *order, struct stamp *s)
{
	if (s->ambiguous && !order->known)
		return false;
	if (s->ambiguous && !order->day_first)
		s->day = (struct date){ s->day.year, s->day.day, s->day.month };
	s->ambiguous = false;
	if (stamp_unset(s))
		return false;
	return !order->captured.year || date_day(s->day) <= date_day(order->captured) + 1; // a day for zones
}

// --- worth ---

int html_seen_label(const struct html_clues *c, uint32_t at)
{
	size_t from = at > LABEL ? at - LABEL : 0, len;
	while (from && from < at && !look_space(c->text.at[from]))
		from++;
	for (size_t i = from; i < at; i++) {
		const char *text = c->text.at;
		bool begins =
		    look_letter(text[i]) && (i == from || !(look_letter(text[i - 1]) || look_digit(text[i - 1])));
		struct slice rest = { text + i, at - i };
		int row = begins ? page_words_at(c->words, PAGE_label, rest, &len) : 0;
		if (!row)
			continue;
		bool gap = true;
		for (size_t k = len; k < rest.len; k++)
			gap = gap && !look_letter(rest.at[k]);
		if (gap || rest.len - len < LABEL_GAP)
			return row;
	}
	return 0;
}

bool html_seen_near(const struct html_clues *c, uint32_t at)
{
	if (!c->headline)
		return false;
	span head = html_clues_span(c, c->headline);
	return at + NEAR_BEFORE > head.from && at < head.to + NEAR_AFTER;
}

struct weighing {
	const struct html_clues *c;
	const struct html_order *order;
	size_t mark;     // marks of dates that begin before the place
	uint32_t marked; // where the furthest of them ends
	size_t n;        // dates so far
	struct html_seen best;
};

static bool is_marked(struct weighing *w, uint32_t at)
{
	const struct html_clues *c = w->c;
	for (; w->mark < c->dates.n && c->start[c->dates.at[w->mark]] <= at; w->mark++) {
		span mark = html_clues_span(c, c->dates.at[w->mark]);
		if (span_len(mark) <= MARK_LONG && mark.to > w->marked)
			w->marked = mark.to;
	}
	return at < w->marked;
}

static int place_worth(const struct html_clues *c, uint32_t at)
{
	if (!html_seen_near(c, at))
		return 0;
	uint32_t behind = html_clues_span(c, c->headline).to;
	return at < behind ? 2 : at - behind < 400 ? 3 : 2;
}

static void weigh_line(struct weighing *w, const struct html_line *line)
{
	const struct html_clues *c = w->c;
	struct stamp s;
	uint32_t len = span_len(line->at);
	struct slice head = { c->text.at + line->at.from, len < 2 * LINE_LONG ? len : 2 * LINE_LONG };
	for (size_t i = 0; w->n < MOST && stamp_find(c->words, c->lang, head, i, &s); i = s.at + s.len, w->n++) {
		uint32_t at = line->at.from + (uint32_t)s.at;
		bool marked = is_marked(w, at);
		int label = html_seen_label(c, at);
		if (label == 2 || !html_seen_settle(w->order, &s))
			continue;
		int worth = place_worth(c, at) + (marked ? 2 : 0) + (label == 1 ? 3 : 0) + (len <= LINE_SHORT ? 1 : 0);
		if (len > LINE_LONG)
			worth -= s.at < PROSE_START ? 1 : 4;
		if (c->away[line->node])
			worth -= 3;
		if (worth > w->best.worth)
			w->best = (struct html_seen){ s, { at, at + (uint32_t)s.len }, worth };
	}
}

struct html_seen html_seen_find(const struct html_clues *c, const struct html_order *order)
{
	struct weighing w = { .c = c, .order = order };
	for (each (line, &c->lines))
		weigh_line(&w, line);
	return w.best;
}
