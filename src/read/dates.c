// Dates in running text. What is said by the calendar is taken as it stands, without its year where no year is given;
// what is said by the day of reading ("Thursday", "last week") needs the day of publication, and is left alone without
// it.
#include "read/dates.h"

#include "base/limits.h"
#include "read/calendar.h"
#include "read/counted.h"
#include "read/debris.h"
#include "read/look.h"
#include "read/when.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STANDIN_FIRST = 1996, STANDIN_LAST = 2023, NEAR_VERB = 40 };

// The day a page was written.
struct base {
	bool month_known, day_known; // day_known: weekdays can be counted from it
	bool year_known;             // else the year is a stand-in that has the right weekday
	struct date date;
	long day;
};

// Where the scan stands.
struct scan {
	struct arena *arena;
	struct document *d;
	struct base base;
	struct slice sentence; // the whole
	uint32_t at;           // of the sentence in the text
	size_t i;              // in the sentence: a word's start
	struct slice before;   // the word before i
	int told;              // the year that the text named last with a month; 0: none
	struct date last;      // the day that the text named last; year 0: none
	int ahead, recalls;    // it looks ahead, it speaks of an earlier case; -1 until somebody asks, which is costly
};

static const char *const before_month[] = { "in",     "since",   "of",         "by",      "until",  "till",
					    "from",   "last",    "this",       "next",    "early",  "late",
					    "mid",    "during",  "throughout", "through", "before", "after",
					    "around", "between", "and",        "to",      "every",  NULL };
static const char *const before_year[] = { "in",     "since",  "of",     "from",   "by",      "until", "till",
					   "before", "after",  "the",    "during", "between", "and",   "to",
					   "spring", "summer", "autumn", "winter", "fall",    "early", "late",
					   "mid",    "around", "about",  "year",   "through", NULL };
static const char *const ahead[] = { "will",     "due",     "scheduled", "planned",    "expected",    "upcoming",
				     "resumes",  "resume",  "set for",   "goes ahead", "takes place", "is to",
				     "are to",   "next",    "to be",     "until",      "deadline",    "begins",
				     "begin on", "opens",   "opens on",  "open on",    "starts",      "start on",
				     "reopen",   "reopens", "forecast",  "voting is",  "is set",      "goes on sale",
				     NULL };
static const char *const said[] = { "said",     "told",      "says",      "wrote",   "announced", "confirmed",
				    "added",    "claimed",   "denied",    "accused", "published", "statement",
				    "reported", "dismissed", "insisted",  "posted",  "dated",     "filed",
				    "blamed",   "declined",  "suggested", "tweeted", "speaking",  NULL };
static const char *const earlier_case[] = { "not the first", "similar", "before",   "previous",    "previously",
					    "echoes",        "recall",  "remember", "same method", "again",
					    "convicted",     "accused", "blamed",   "record",      "first time",
					    "once",          NULL };

static bool has_any(struct slice s, const char *const *list)
{
	for (; *list; list++)
		if (look_has(s, *list))
			return true;
	return false;
}

static struct slice next_word(struct slice s, size_t at)
{
	struct slice rest = look_from(s, at), word;
	look_word(&rest, &word);
	return word;
}

static bool sentence_looks_ahead(struct scan *s)
{
	if (s->ahead < 0)
		s->ahead = has_any(s->sentence, ahead);
	return s->ahead;
}

static bool recalls(struct scan *s)
{
	if (s->recalls < 0)
		s->recalls = has_any(s->sentence, earlier_case);
	return s->recalls;
}

static enum date_role role_of(struct scan *s, size_t len, bool year_only)
{
	size_t from = s->i > NEAR_VERB ? s->i - NEAR_VERB : 0, to = s->i + len + 16;
	struct slice near = { s->sentence.at + from, (to < s->sentence.len ? to : s->sentence.len) - from };
	if (!year_only && has_any(near, said))
		return DATE_ROLE_statement;
	bool opens = s->i <= 8; // "In 2009 ..."
	return year_only && (opens || recalls(s)) ? DATE_ROLE_precedent : DATE_ROLE_other;
}

// Whether a date is the page's own, which stands in the text too: "Published 9 May 2023" as the last line.
static bool is_page_date(const struct document *d, span at)
{
	span there = document_original(d, at);
	for (each (row, &d->dates)) {
		if (!row->original)
			return false; // those come first
		if (row->role == DATE_ROLE_publication && row->at.from < there.to && there.from < row->at.to)
			return true;
	}
	return false;
}

static void emit(struct scan *s, size_t len, const char *value, bool year_only)
{
	uint32_t at = s->at + (uint32_t)s->i;
	if (s->d->dates.n >= LIMIT_DATES || is_page_date(s->d, (span){ at, at + (uint32_t)len }))
		return; // of too many dates_find tells
	list_push(s->arena, &s->d->dates,
		  ((struct dated){
		      { at, at + (uint32_t)len }, arena_text(s->arena, value), role_of(s, len, year_only), false }));
}

static void emit_when(struct scan *s, size_t len, const struct when *w)
{
	char value[WHEN_TEXT];
	struct when shown = *w;
	if (!s->base.year_known && s->base.month_known && w->year >= STANDIN_FIRST - 1 && w->year <= STANDIN_LAST + 1 &&
	    abs(w->year - s->base.date.year) <= 1)
		shown.year = 0;
	when_print(&shown, value);
	emit(s, len, value, !w->month);
	if (w->year && w->day)
		s->last = (struct date){ w->year, w->month, w->day };
}

static void emit_day(struct scan *s, size_t len, long day)
{
	struct date d = date_of_day(day);
	emit_when(s, len, &(struct when){ .year = d.year, .month = d.month, .day = d.day });
}

static void emit_days(struct scan *s, size_t len, long first, long last)
{
	struct date from = date_of_day(first), to = date_of_day(last);
	char value[WHEN_TEXT], one[WHEN_TEXT], two[WHEN_TEXT];
	when_print(&(struct when){ .year = s->base.year_known ? from.year : 0, .month = from.month, .day = from.day },
		   one);
	when_print(&(struct when){ .year = s->base.year_known ? to.year : 0, .month = to.month, .day = to.day }, two);
	snprintf(value, sizeof value, "%.15s/%.15s", one, two);
	emit(s, len, value, false);
}

static bool is_bound(const struct scan *s)
{
	return look_one_of(s->before, (const char *const[]){ "by", "until", "till", NULL });
}

// "11 February last year", "April of this year": the bytes it takes behind a month or day, 0 where none does.
static size_t year_behind(const struct scan *s, struct when *w)
{
	static const struct {
		const char *words;
		int shift;
	} years[] = { { " last year", -1 },   { " of last year", -1 }, { " this year", 0 },
		      { " of this year", 0 }, { " next year", 1 },     { " of next year", 1 } };
	struct slice rest = look_from(s->sentence, s->i + w->len);
	for (size_t k = 0; s->base.year_known && k < sizeof years / sizeof *years; k++)
		if (look_starts(rest, years[k].words)) {
			w->year = s->base.date.year + years[k].shift;
			return strlen(years[k].words);
		}
	return 0;
}

// The year of a month or day that names none: the last such one before publication, unless the sentence looks ahead.
static int year_for(struct scan *s, int month, int day)
{
	const struct date *p = &s->base.date;
	bool later = month > p->month || (month == p->month && day > p->day);
	if (!later)
		return p->year;
	return is_bound(s) || sentence_looks_ahead(s) ? p->year : p->year - 1;
}

static bool month_is_date(const struct scan *s, const struct when *w)
{
	if (w->year || look_one_of(s->before, before_month))
		return true;
	bool also_a_word =
	    w->month == 3 || w->month == 4 || w->month == 5 || w->month == 6 || w->month == 8 || w->len <= 4;
	struct slice next = next_word(s->sentence, s->i + w->len);
	return !also_a_word && !(next.len && look_upper(next.at[0]));
}

static bool year_is_date(const struct scan *s, const struct when *w)
{
	if (w->year > 2100)
		return false;
	if (s->i && s->sentence.at[s->i - 1] == '(' && w->year >= 1800)
		return true;
	if (w->year < 1800)
		return look_one_of(s->before, (const char *const[]){ "in", NULL });
	return look_one_of(s->before, before_year) ||
	       (s->i > 4 && look_starts(look_from(s->sentence, s->i - 4), "mid-"));
}

// "3 May", "March 9, 2023", "June", "2019": how far to go on, 0 where there is none.
static size_t absolute(struct scan *s)
{
	struct when w;
	if (!when_read(look_from(s->sentence, s->i), &w))
		return 0;
	if (w.day && calendar_unset(w.year ? w.year : 2000, w.month, w.day))
		return w.len;
	if (w.ambiguous)
		w = (struct when){ .len = w.len, .year = w.year };
	if (w.month && !w.day && !month_is_date(s, &w))
		return 0;
	if (!w.month && !year_is_date(s, &w))
		return 0;
	if (!w.year)
		w.len += year_behind(s, &w);
	if (!w.year && s->base.month_known) {
		w.year = year_for(s, w.month, w.day);
		if (look_one_of(s->before, (const char *const[]){ "last", NULL }) && w.month == s->base.date.month)
			w.year = s->base.date.year - 1;
	} else if (!w.year) {
		w.year = s->told; // where nothing else tells, it goes on in the year that it was in
	} else if (w.month) {
		s->told = w.year;
	}
	emit_when(s, w.len, &w);
	return w.len;
}

// Whether what stands before a weekday, outside quotations, looks ahead: "will resume on Monday", "is Saturday at 5".
static bool looks_ahead(const struct scan *s)
{
	size_t from = s->i > 60 ? s->i - 60 : 0;
	for (size_t k = from; k < s->i; k++)
		if (strchr("\"\n", s->sentence.at[k]))
			from = k + 1;
	struct slice near = { s->sentence.at + from, s->i - from };
	static const char *const next_to[] = { "is", "are", NULL };
	return look_one_of(s->before, next_to) || (has_any(near, ahead) && !has_any(near, said));
}

// "Thursday", "Monday's": the last one, today included, or the next where the sentence looks ahead.
static size_t weekday(struct scan *s)
{
	struct slice rest = look_from(s->sentence, s->i), word;
	look_word(&rest, &word);
	if (slice_ends(word, "'s"))
		word.len -= 2;
	const char *curly = memmem(word.at, word.len, "\u2019s", 4);
	if (curly)
		word.len = (size_t)(curly - word.at);
	int day = word.len > 3 ? calendar_weekday_named(word) : -1;
	if (day < 0)
		return 0;
	if (!s->base.day_known)
		return word.len;
	long today = s->base.day;
	int back = (calendar_weekday(today) - day + 7) % 7;
	static const char *const next[] = { "next", NULL };
	bool later = look_one_of(s->before, next) || is_bound(s) || looks_ahead(s);
	if (later)
		emit_day(s, word.len, today + (back ? 7 - back : 0));
	else
		emit_day(s, word.len, today - back);
	return word.len;
}

// Words that count from the day of publication.
static const struct phrase {
	const char *words;
	enum counted_unit unit;
	int shift;
} phrases[] = {
	{ "this morning", COUNTED_DAYS, 0 }, { "this afternoon", COUNTED_DAYS, 0 },
	{ "this evening", COUNTED_DAYS, 0 }, { "tonight", COUNTED_DAYS, 0 },
	{ "yesterday", COUNTED_DAYS, -1 },   { "last night", COUNTED_DAYS, -1 },
	{ "today", COUNTED_DAYS, 0 },        { "tomorrow", COUNTED_DAYS, 1 },
	{ "last week", COUNTED_WEEKS, -1 },  { "next week", COUNTED_WEEKS, 1 },
	{ "this month", COUNTED_MONTHS, 0 }, { "last month", COUNTED_MONTHS, -1 },
	{ "next month", COUNTED_MONTHS, 1 }, { "earlier this month", COUNTED_MONTHS, 0 },
	{ "last year", COUNTED_YEARS, -1 },  { "earlier this year", COUNTED_YEARS, 0 },
	{ "next year", COUNTED_YEARS, 1 },
};

// What lies so many units from a date, as far as the date is known.
static void emit_shifted(struct scan *s, size_t len, struct date d, enum counted_unit unit, int shift)
{
	bool days = unit == COUNTED_DAYS || unit == COUNTED_WEEKS;
	if (days ? !d.day : unit == COUNTED_MONTHS ? !d.month : !d.year)
		return;
	long day = days ? date_day(d) : 0, monday = day - calendar_weekday(day) + 7L * shift;
	int month = d.year * 12 + d.month - 1 + shift;
	if (unit == COUNTED_DAYS)
		emit_day(s, len, day + shift);
	else if (unit == COUNTED_WEEKS)
		emit_days(s, len, monday, monday + 6);
	else if (unit == COUNTED_MONTHS)
		emit_when(s, len, &(struct when){ .year = month / 12, .month = month % 12 + 1 });
	else
		emit_when(s, len, &(struct when){ .year = d.year + shift });
}

// From the day of publication.
static void emit_from_now(struct scan *s, size_t len, enum counted_unit unit, int shift)
{
	struct date d = s->base.date;
	d.day = s->base.day_known ? d.day : 0;
	if (s->base.month_known && (unit != COUNTED_YEARS || s->base.year_known))
		emit_shifted(s, len, d, unit, shift);
}

static size_t relative(struct scan *s)
{
	struct slice rest = look_from(s->sentence, s->i);
	for (size_t k = 0; k < sizeof phrases / sizeof *phrases; k++) {
		if (!look_starts(rest, phrases[k].words))
			continue;
		size_t len = strlen(phrases[k].words);
		emit_from_now(s, len, phrases[k].unit, phrases[k].shift);
		return len;
	}
	return 0;
}

// "two days later", "the next morning", "two years ago".
static size_t counted(struct scan *s)
{
	struct counted c;
	if (!counted_read(look_from(s->sentence, s->i), &c))
		return 0;
	if (c.from == COUNTED_FROM_NOW)
		emit_from_now(s, c.len, c.unit, c.shift);
	else
		emit_shifted(s, c.len, s->last, c.unit, c.shift);
	return c.len;
}

// "in the spring", "for the summer", "spring 2019".
static size_t season(struct scan *s)
{
	static const struct {
		const char *name;
		int month;
	} seasons[] = { { "spring", 3 }, { "summer", 6 }, { "autumn", 9 } };
	struct slice word = next_word(s->sentence, s->i);
	for (size_t k = 0; k < sizeof seasons / sizeof *seasons; k++) {
		if (!slice_is(word, seasons[k].name))
			continue;
		struct when w = { 0 };
		size_t after = s->i + word.len + 1;
		bool dated =
		    after < s->sentence.len && when_read(look_from(s->sentence, after), &w) && w.year && !w.month;
		int year = dated ? w.year : s->base.year_known ? year_for(s, seasons[k].month, 0) : 0;
		bool the = look_one_of(s->before, (const char *const[]){ "the", "last", "this", "next", NULL });
		if (!year || (!dated && !the))
			return 0;
		char value[WHEN_TEXT];
		snprintf(value, sizeof value, "%04d-%02d/%04d-%02d", year % 10000, seasons[k].month, year % 10000,
			 seasons[k].month + 2);
		size_t len = dated ? word.len + 1 + w.len : word.len;
		emit(s, len, value, false);
		return len;
	}
	return 0;
}

static void scan_sentence(struct scan *s, size_t from)
{
	size_t (*const forms[])(struct scan *) = { absolute, weekday, relative, counted, season };
	s->before = (struct slice){ s->sentence.at, 0 };
	s->ahead = s->recalls = -1;
	for (s->i = from; s->i < s->sentence.len;) {
		char c = s->sentence.at[s->i];
		if (!look_letter(c) && !look_digit(c)) {
			s->i++;
			continue;
		}
		size_t n = 0;
		for (size_t k = 0; !n && k < sizeof forms / sizeof *forms; k++)
			n = forms[k](s);
		struct slice word = next_word(s->sentence, s->i);
		s->before = word;
		s->i += n ? n : word.len;
	}
}

// The year is not known but the weekday is: the first paragraph of a dispatch tells of the day in its dateline.
static void stand_in(struct base *b, struct slice lead)
{
	struct slice word;
	int day = -1;
	while (day < 0 && look_word(&lead, &word))
		day = word.len > 3 ? calendar_weekday_named(word) : -1;
	b->date.year = STANDIN_LAST - 1;
	for (int y = STANDIN_FIRST; day >= 0 && y <= STANDIN_LAST && !b->day_known; y++) {
		struct date d = { y, b->date.month, b->date.day };
		if (!calendar_valid(y, d.month, d.day) || calendar_weekday(date_day(d)) != day)
			continue;
		b->date = d;
		b->day_known = true;
	}
}

static struct base find_base(const struct document *d, struct slice lead)
{
	struct base b = { 0 };
	for (each (row, &d->dates)) {
		int month, day;
		if (row->role != DATE_ROLE_publication)
			continue;
		if (date_known(d->published)) {
			b = (struct base){ .month_known = true,
					   .day_known = d->published.day,
					   .year_known = true,
					   .date = d->published };
		} else if (sscanf(row->value, "XXXX-%2d-%2d", &month, &day) == 2) {
			b.month_known = true;
			b.date = (struct date){ 0, month, day };
			stand_in(&b, lead);
		}
	}
	if (b.day_known)
		b.day = date_day(b.date);
	return b;
}

void dates_find(struct arena *a, struct document *d)
{
	struct scan s = { .arena = a, .d = d };
	uint32_t skip = 0; // datelines have been read
	struct slice lead = { d->text, 0 };
	for (size_t i = 0; i < d->paragraphs.n && i < 6; i++) {
		struct slice p = slice_in(d->text, d->paragraphs.at[i]);
		size_t n = debris_dateline(p);
		if (n && d->published_from) {
			skip = d->paragraphs.at[i].from + (uint32_t)n;
			lead = look_from(p, n);
			break;
		}
	}
	s.base = find_base(d, lead);
	for (each (at, &d->sentences)) {
		s.sentence = slice_in(d->text, *at);
		s.at = at->from;
		size_t from = at->from < skip && skip < at->to && lead.len ? skip - at->from : 0;
		scan_sentence(&s, from);
	}
	if (d->dates.n >= LIMIT_DATES)
		list_push(a, &d->warnings, "more dates than the limit DATES: the rest is left out");
}

void dates_unset(struct arena *a, const struct decoded *from, const struct blocks *b, struct document *d)
{
	for (each (k, &b->list)) {
		struct slice s = block_text(b, k);
		if (k->words > 20 || (!k->out && !k->date_line))
			continue;
		for (size_t i = 0; i < s.len; i++) {
			struct when w;
			bool starts = !i || !(look_letter(s.at[i - 1]) || look_digit(s.at[i - 1]));
			if (!starts || !when_read(look_from(s, i), &w) || !w.day || !w.year ||
			    !calendar_unset(w.year, w.month, w.day))
				continue;
			uint32_t at = k->at.from + (uint32_t)i;
			char value[WHEN_TEXT];
			when_print(&w, value);
			span whole = bytes_original(from, (span){ at, at + (uint32_t)(w.len + w.clock) });
			list_push(a, &d->dates,
				  ((struct dated){ whole, arena_text(a, value), DATE_ROLE_debris, true }));
			list_push(a, &d->warnings, arena_printf(a, "date %s taken as unset", value));
			break;
		}
	}
}
