#include "read/when.h"

#include "read/calendar.h"
#include "read/look.h"

#include <stdio.h>
#include <string.h>

static size_t skip_spaces(struct slice s, size_t i)
{
	while (i < s.len && look_space(s.at[i]))
		i++;
	return i;
}

// Digits at i: exactly as many as there are, if between least and most. 0 where not.
static size_t digits(struct slice s, size_t i, size_t least, size_t most, int *value)
{
	size_t n = 0;
	*value = 0;
	while (i + n < s.len && look_digit(s.at[i + n]) && n <= most)
		*value = *value * 10 + (s.at[i + n++] - '0');
	return n >= least && n <= most ? n : 0;
}

static struct slice letters(struct slice s, size_t i)
{
	size_t n = 0;
	while (i + n < s.len && look_letter(s.at[i + n]))
		n++;
	return (struct slice){ s.at + i, n };
}

// A month's name at i with its point; 0 where there is none.
static size_t month_at(struct slice s, size_t i, int *month)
{
	struct slice word = letters(s, i);
	*month = calendar_month(word);
	if (!*month)
		return 0;
	return word.len + (word.len < 5 && i + word.len < s.len && s.at[i + word.len] == '.');
}

// A year of four digits after i: "2023", ", 2023". Not "2,023" and not "20230".
static size_t year_at(struct slice s, size_t i, int *year)
{
	size_t at = i;
	int found;
	if (at < s.len && s.at[at] == ',')
		at++;
	at = skip_spaces(s, at);
	size_t n = at == i ? 0 : digits(s, at, 4, 4, &found);
	if (!n || (at + n < s.len && (look_letter(s.at[at + n]) || s.at[at + n] == ':')))
		return 0;
	*year = found;
	return at + n - i;
}

// A day of the month, "3", "03", "3rd", "the 3rd".
static size_t day_at(struct slice s, size_t i, int *day)
{
	size_t n = digits(s, i, 1, 2, day);
	if (!n || *day < 1 || *day > 31)
		return 0;
	struct slice rest = look_from(s, i + n);
	static const char *const ends[] = { "st", "nd", "rd", "th" };
	for (size_t k = 0; k < 4; k++)
		if (look_starts(rest, ends[k]))
			return n + 2;
	return rest.len && look_letter(rest.at[0]) ? 0 : n;
}

// "to 21", "and 9", "-9", "–9" after a day: the bytes it takes.
static size_t second_day(struct slice s, size_t i, int *day)
{
	static const char *const joins[] = { " to ", " and ", "-", "\u2013", " - ", " \u2013 " };
	struct slice rest = look_from(s, i);
	for (size_t k = 0; k < sizeof joins / sizeof *joins; k++)
		if (slice_starts(rest, joins[k])) {
			size_t n = strlen(joins[k]), d = day_at(s, i + n, day);
			return d ? n + d : 0;
		}
	return 0;
}

// 2023-05-03 and 03.05.2023 with any of - / . between.
static bool read_numeric(struct slice s, struct when *w)
{
	int a, b, c;
	size_t n = digits(s, 0, 1, 4, &a), m, k;
	if (!n || n == 3 || n >= s.len || !strchr("-/.", s.at[n]))
		return false;
	char mark = s.at[n];
	m = digits(s, n + 1, 1, 2, &b);
	if (!m || n + 1 + m >= s.len || s.at[n + 1 + m] != mark)
		return false;
	k = digits(s, n + m + 2, 1, 4, &c);
	if (!k || (n == 4) == (k == 4) || k == 3)
		return false;
	w->len = n + m + k + 2;
	if (n == 4) {
		*w = (struct when){ .len = w->len, .year = a, .month = b, .day = c };
	} else {
		bool american = mark != '.' && a <= 12 && b > 12;
		w->ambiguous = mark != '.' && a <= 12 && b <= 12 && a != b;
		w->year = c;
		w->month = american ? a : b;
		w->day = american ? b : a;
	}
	return calendar_valid(w->year ? w->year : 4, w->month, w->day) && w->year > 0;
}

// "3 May 2023", "20 to 21 May", "3rd of May".
static bool read_day_first(struct slice s, struct when *w)
{
	size_t i = day_at(s, 0, &w->day), n;
	if (!i)
		return false;
	if ((n = second_day(s, i, &w->to_day)))
		i += n;
	i = skip_spaces(s, i);
	if (look_starts(look_from(s, i), "of"))
		i = skip_spaces(s, i + 2);
	n = month_at(s, i, &w->month);
	if (!n)
		return false;
	i += n;
	w->len = i + year_at(s, i, &w->year);
	return calendar_valid(w->year ? w->year : 4, w->month, w->day);
}

// "May 3, 2023", "May 3", "May 2023", "May".
static bool read_month_first(struct slice s, struct when *w)
{
	size_t i = month_at(s, 0, &w->month), n;
	if (!i)
		return false;
	w->len = i;
	size_t year = year_at(s, i, &w->year);
	if (year) {
		w->len = i + year;
		return true;
	}
	size_t at = skip_spaces(s, i);
	n = at > i ? day_at(s, at, &w->day) : 0;
	bool clock = n && at + n + 1 < s.len && s.at[at + n] == ':' && look_digit(s.at[at + n + 1]);
	if (!n || clock || !calendar_valid(4, w->month, w->day)) {
		w->day = 0;
		return true;
	}
	i = at + n;
	if ((n = second_day(s, i, &w->to_day)))
		i += n;
	w->len = i + year_at(s, i, &w->year);
	return true;
}

static bool read_year(struct slice s, struct when *w)
{
	size_t n = digits(s, 0, 4, 4, &w->year);
	if (!n || w->year < 1000)
		return false;
	struct slice rest = look_from(s, n);
	if (look_starts(rest, "s")) {
		w->decade = true;
		w->len = n + 1;
		return w->year % 10 == 0;
	}
	if (rest.len && (look_letter(rest.at[0]) || rest.at[0] == '%'))
		return false;
	if (rest.len > 1 && strchr(",.:-/", rest.at[0]) && look_digit(rest.at[1]))
		return false;
	int to;
	if (slice_starts(rest, " and ") && digits(s, n + 5, 4, 4, &to) && to > w->year && to < 2100) {
		w->to_year = to;
		n += 9;
	}
	w->len = n;
	return true;
}

// ", 17:42", " 09:15 GMT", " 00:00", ", 07.10" after a date.
static size_t clock_after(struct slice s, size_t i)
{
	size_t at = i;
	int hours, minutes;
	if (at < s.len && (s.at[at] == ',' || s.at[at] == 'T'))
		at++;
	at = skip_spaces(s, at);
	if (look_starts(look_from(s, at), "at"))
		at = skip_spaces(s, at + 2);
	size_t n = digits(s, at, 1, 2, &hours);
	if (!n || at + n >= s.len || !strchr(":.", s.at[at + n]) || !digits(s, at + n + 1, 2, 2, &minutes))
		return 0;
	at += n + 3;
	if (at < s.len && s.at[at] == ':' && digits(s, at + 1, 2, 2, &minutes))
		at += 3;
	size_t zone = skip_spaces(s, at);
	struct slice word = letters(s, zone);
	if (word.len == 1 && word.at[0] == 'Z')
		return zone + 1 - i;
	bool upper = word.len >= 2 && word.len <= 4;
	for (size_t k = 0; k < word.len; k++)
		upper =
		    upper && (look_upper(word.at[k]) || word.at[k] == 'm' || word.at[k] == 'a' || word.at[k] == 'p');
	return (upper ? zone + word.len : at) - i;
}

bool when_read(struct slice s, struct when *w)
{
	struct slice word = letters(s, 0);
	size_t lead = 0;
	if (calendar_weekday_named(word) >= 0) {
		lead = word.len;
		if (lead < s.len && s.at[lead] == ',')
			lead++;
		lead = skip_spaces(s, lead);
	}
	struct slice rest = look_from(s, lead);
	bool (*const forms[])(struct slice, struct when *) = { read_numeric, read_day_first, read_month_first,
							       read_year };
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		*w = (struct when){ 0 };
		if (!forms[i](rest, w))
			continue;
		if (lead && !w->day)
			return false; // "Sunday 2019": the weekday is no part of it
		w->len += lead;
		w->clock = w->day ? clock_after(s, w->len) : 0;
		return true;
	}
	return false;
}

static int print_one(char *out, size_t room, int year, int month, int day)
{
	char y[16] = "XXXX";
	if (year)
		snprintf(y, sizeof y, "%04d", year % 10000);
	if (!month)
		return snprintf(out, room, "%s", y);
	if (!day)
		return snprintf(out, room, "%s-%02d", y, month);
	return snprintf(out, room, "%s-%02d-%02d", y, month, day);
}

void when_print(const struct when *w, char out[WHEN_TEXT])
{
	if (w->decade) {
		snprintf(out, WHEN_TEXT, "%03dX", w->year / 10 % 1000);
		return;
	}
	int n = print_one(out, WHEN_TEXT, w->year, w->month, w->day);
	if (!w->to_day && !w->to_year)
		return;
	out[n++] = '/';
	print_one(out + n, WHEN_TEXT - (size_t)n, w->to_year ? w->to_year : w->year, w->month, w->to_day);
}
