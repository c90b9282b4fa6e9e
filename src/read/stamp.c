#include "read/stamp.h"

#include "read/calendar.h"
#include "read/look.h"

#include <string.h>

struct scan {
	const struct page_words *words;
	const char *lang;
	struct slice s;
	size_t i;
};

static char peek(const struct scan *k)
{
	return k->i < k->s.len ? k->s.at[k->i] : 0;
}

static bool take(struct scan *k, const char *any)
{
	bool hit = peek(k) && strchr(any, peek(k));
	k->i += hit;
	return hit;
}

static bool take_text(struct scan *k, const char *text)
{
	bool hit = slice_starts(look_from(k->s, k->i), text);
	k->i += hit ? strlen(text) : 0;
	return hit;
}

static void skip(struct scan *k, const char *any)
{
	while (take(k, any))
		;
}

// Digits, between least and most of them and none after; false and nothing taken where there are not.
static bool take_number(struct scan *k, size_t least, size_t most, int *value)
{
	size_t n = 0;
	*value = 0;
	while (k->i + n < k->s.len && look_digit(k->s.at[k->i + n]) && n <= most)
		*value = *value * 10 + (k->s.at[k->i + n++] - '0');
	if (n < least || n > most)
		return false;
	k->i += n;
	return true;
}

static bool take_digits(struct scan *k, size_t n, int *value)
{
	struct scan part = *k;
	part.s.len = k->i + n < k->s.len ? k->i + n : k->s.len;
	bool ok = take_number(&part, n, n, value);
	k->i = ok ? part.i : k->i;
	return ok;
}

static struct slice word_at(const struct scan *k)
{
	size_t n = 0;
	while (k->i + n < k->s.len && look_letter(k->s.at[k->i + n]) && n < 40)
		n++;
	return (struct slice){ k->s.at + k->i, n };
}

// A month's name and the point after it.
static bool take_month(struct scan *k, int *month)
{
	struct slice word = word_at(k);
	char own[48];
	size_t n = strnlen(k->lang, 2);
	*month = 0;
	if (!word.len)
		return false;
	if (n && n + 1 + word.len <= sizeof own) {
		memcpy(own, k->lang, n);
		own[n] = '/';
		memcpy(own + n + 1, word.at, word.len);
		*month = page_words_row(k->words, PAGE_month, (struct slice){ own, n + 1 + word.len });
	}
	if (!*month)
		*month = page_words_row(k->words, PAGE_month, word);
	k->i += *month ? word.len : 0;
	if (*month)
		take(k, ".");
	return *month != 0;
}

// The words between the parts of a written date: blanks, a comma, "de", "of".
static void skip_joins(struct scan *k)
{
	skip(k, " \t\n\r,");
	struct slice word = word_at(k);
	if (word.len && page_words_row(k->words, PAGE_join, word)) {
		k->i += word.len;
		skip(k, " \t\n\r,'");
	}
}

static bool take_day(struct scan *k, int *day)
{
	static const char *const ends[] = { "st", "nd", "rd", "th", "er", "º", "ª", "." };
	if (!take_number(k, 1, 2, day) || *day < 1 || *day > 31)
		return false;
	for (size_t e = 0; e < sizeof ends / sizeof *ends; e++)
		if (look_starts(look_from(k->s, k->i), ends[e])) {
			k->i += strlen(ends[e]);
			break;
		}
	return true;
}

// "2019", "'19", "19": two figures are of this century.
static bool take_year(struct scan *k, int *year)
{
	bool quoted = take(k, "'") || take_text(k, "\u2019");
	if (!quoted && take_number(k, 4, 4, year))
		return true;
	if (!take_number(k, 2, 2, year) || peek(k) == ':')
		return false;
	*year += 2000;
	return true;
}

// "Z", " GMT", " +0200", "-07:00", "+02".
static void skip_zone(struct scan *k)
{
	struct scan z = *k;
	int hours, minutes;
	skip(&z, " ");
	if ((take_text(&z, "Z") || take_text(&z, "UTC") || take_text(&z, "GMT")) && !look_letter(peek(&z)))
		*k = z;
	z = *k;
	skip(&z, " ");
	if (!take(&z, "+-") || !take_digits(&z, 2, &hours) || hours > 14)
		return;
	take(&z, ":");
	take_digits(&z, 2, &minutes);
	*k = z;
}

// " pm", " a.m."
static void skip_half(struct scan *k)
{
	static const char *const halves[] = { "am", "pm", "a.m.", "p.m." };
	struct scan h = *k;
	skip(&h, " ");
	for (size_t i = 0; i < sizeof halves / sizeof *halves; i++)
		if (look_starts(look_from(h.s, h.i), halves[i])) {
			k->i = h.i + strlen(halves[i]);
			return;
		}
}

// "T13:00:00.000Z", " 13:00 Uhr", ", 1:05 pm", " at 13:00 +0200", "@ 09:15" behind a date; false where no clock is.
static bool take_clock(struct scan *k)
{
	static const char *const before[] = { "at",    "um",   "@",   "-", "|",   "\u2013", "\u2022", "\u00b7", "à",
					      "a las", "alle", "ore", "o", "kl.", "kl",     "às",     "om" };
	struct scan c = *k;
	int hours, minutes;
	if (!take(&c, "T"))
		skip(&c, " ,\t\n\r");
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		if (take_text(&c, before[i])) {
			skip(&c, " \t\n\r");
			break;
		}
	if (!take_number(&c, 1, 2, &hours) || !take(&c, ":.h") || !take_digits(&c, 2, &minutes) || hours > 24 ||
	    minutes > 59 || look_digit(peek(&c)))
		return false;
	if (take(&c, ":") && take_digits(&c, 2, &minutes) && take(&c, ".,"))
		skip(&c, "0123456789");
	skip_half(&c);
	skip_zone(&c);
	k->i = c.i;
	return true;
}

// 2019-10-02, 2019/10/2, 2019.10.02, 20191002, 2019年10月2日.
static bool read_year_first(struct scan *k, struct stamp *out)
{
	struct date *d = &out->day;
	if (take_number(k, 8, 8, &d->year)) {
		d->day = d->year % 100;
		d->month = d->year / 100 % 100;
		d->year /= 10000;
		return d->year >= 1900 && d->year < 2100;
	}
	if (!take_number(k, 4, 4, &d->year))
		return false;
	static const char *const marks[][3] = { { "-", "-", "" },   { "/", "/", "" },     { ".", ".", "" },
						{ ". ", ". ", "" }, { "年", "月", "日" }, { "년 ", "월 ", "일" } };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct scan m = *k;
		if (!take_text(&m, marks[i][0]) || !take_number(&m, 1, 2, &d->month) || !take_text(&m, marks[i][1]) ||
		    !take_number(&m, 1, 2, &d->day))
			continue;
		take_text(&m, marks[i][2]);
		*k = m;
		return true;
	}
	return false;
}

// 02.10.2019, 2/10/19, 10-02-2019.
static bool read_year_last(struct scan *k, struct stamp *out)
{
	int a, b, year;
	if (!take_number(k, 1, 2, &a))
		return false;
	char mark = peek(k);
	if (!take(k, "./-"))
		return false;
	if (mark == '.')
		skip(k, " ");
	if (!take_number(k, 1, 2, &b) || !take(k, (char[]){ mark, 0 }))
		return false;
	if (mark == '.')
		skip(k, " ");
	bool four = take_number(k, 4, 4, &year);
	if (!four && !take_number(k, 2, 2, &year))
		return false;
	bool american = mark != '.' && a <= 12 && b > 12;
	out->numeric = mark != '.';
	out->ambiguous = mark != '.' && a <= 12 && b <= 12 && a != b;
	out->day = (struct date){ four ? year : 2000 + year, american ? a : b, american ? b : a };
	return four || !strchr("-.:/", peek(k) ? peek(k) : ' ');
}

// "2. Oktober 2019", "2 de octubre de 2019", "02-Oct-2019".
static bool read_day_first(struct scan *k, struct stamp *out)
{
	if (!take_day(k, &out->day.day))
		return false;
	take(k, "-/");
	skip_joins(k);
	if (!take_month(k, &out->day.month))
		return false;
	take(k, "-/");
	skip_joins(k);
	return take_year(k, &out->day.year);
}

// "October 2, 2019", "Oct. 2nd 2019", and without its year, "Oct 2 14:03:11 2019".
static bool read_month_first(struct scan *k, struct stamp *out)
{
	if (!take_month(k, &out->day.month))
		return false;
	skip(k, " \t\n\r");
	if (!take_day(k, &out->day.day))
		return false;
	skip_joins(k);
	struct scan c = *k;
	if (take_clock(&c)) {
		skip(&c, " ");
		out->clock = take_number(&c, 4, 4, &out->day.year);
		k->i = out->clock ? c.i : k->i;
	}
	return out->clock || take_year(k, &out->day.year);
}

bool stamp_read(const struct page_words *w, const char *lang, struct slice s, struct stamp *out)
{
	static bool (*const forms[])(struct scan *, struct stamp *) = { read_year_first, read_year_last, read_day_first,
									read_month_first };
	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
		struct scan k = { .words = w, .lang = lang, .s = s };
		*out = (struct stamp){ 0 };
		if (!forms[f](&k, out) || !calendar_valid(out->day.year, out->day.month, out->day.day))
			continue;
		if (look_digit(peek(&k)))
			continue;
		out->clock = out->clock || take_clock(&k);
		out->len = k.i;
		return true;
	}
	return false;
}

static inline bool figure(char c)
{
	return c >= '0' && c <= '9';
}

// Where the word begins that stands right before byte i, behind `from`; i where none does.
static size_t word_before(struct slice s, size_t from, size_t i)
{
	size_t end = i, at;
	while (end > from && i - end < 4 && strchr(" .\n", s.at[end - 1]))
		end--;
	for (at = end; at > from && end - at < 40 && look_letter(s.at[at - 1]);)
		at--;
	return at < end && end < i ? at : i;
}

// A date begins with a figure, or with a word that a figure follows: only figures are looked for.
bool stamp_find(const struct page_words *w, const char *lang, struct slice s, size_t from, struct stamp *out)
{
	for (size_t i = from; i < s.len; i++) {
		if (!figure(s.at[i]))
			continue;
		size_t word = word_before(s, from, i);
		bool begins = !i || (unsigned char)s.at[i - 1] >= 0x80 || !look_letter(s.at[i - 1]);
		for (size_t at = word; begins && at <= i; at = at < i ? i : i + 1)
			if (stamp_read(w, lang, look_from(s, at), out)) {
				out->at = at;
				return true;
			}
		while (i + 1 < s.len && figure(s.at[i + 1]))
			i++;
	}
	return false;
}

bool stamp_unset(const struct stamp *s)
{
	return s->day.year < 1995 || s->day.year > 2200 || calendar_unset(s->day.year, s->day.month, s->day.day);
}
