#include "case/date.h"

#include <stdio.h>
#include <string.h>

bool date_known(struct date d)
{
	return d.year > 0;
}

// Exactly n digits off the front.
static bool digits(struct slice *s, size_t n, int *out)
{
	if (s->len < n)
		return false;
	*out = 0;
	for (size_t i = 0; i < n; i++) {
		if (s->at[i] < '0' || s->at[i] > '9')
			return false;
		*out = *out * 10 + (s->at[i] - '0');
	}
	s->at += n;
	s->len -= n;
	return true;
}

static bool mark(struct slice *s)
{
	if (!s->len || s->at[0] != '-')
		return false;
	s->at++;
	s->len--;
	return true;
}

static int days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return days[month - 1] + (month == 2 && leap);
}

// "10:32:42.5+02:00" behind a day: seconds from the start of the day in UTC. Without a zone it is taken as UTC.
static bool time_read(struct slice s, int64_t *seconds)
{
	int hour, minute, second = 0, zone_hour = 0, zone_minute = 0, sign = 0;
	if (!digits(&s, 2, &hour) || !s.len || s.at[0] != ':')
		return false;
	s = (struct slice){ s.at + 1, s.len - 1 };
	if (!digits(&s, 2, &minute) || hour > 23 || minute > 59)
		return false;
	if (s.len && s.at[0] == ':') {
		s = (struct slice){ s.at + 1, s.len - 1 };
		if (!digits(&s, 2, &second) || second > 60)
			return false;
	}
	while (s.len && (s.at[0] == '.' || s.at[0] == ',' || s.at[0] == ' ' || (s.at[0] >= '0' && s.at[0] <= '9')))
		s = (struct slice){ s.at + 1, s.len - 1 };
	if (s.len && (s.at[0] == '+' || s.at[0] == '-')) {
		sign = s.at[0] == '+' ? 1 : -1;
		s = (struct slice){ s.at + 1, s.len - 1 };
		if (!digits(&s, 2, &zone_hour))
			return false;
		if (s.len && s.at[0] == ':')
			s = (struct slice){ s.at + 1, s.len - 1 };
		if (s.len && !digits(&s, 2, &zone_minute))
			return false;
	}
	*seconds = hour * 3600 + minute * 60 + second - sign * (zone_hour * 3600 + zone_minute * 60);
	return true;
}

bool date_read(struct slice text, struct date *d)
{
	struct slice s = slice_trim(text);
	struct date out = { 0 };
	if (!digits(&s, 4, &out.year) || !out.year)
		return false;
	if (mark(&s) && (!digits(&s, 2, &out.month) || out.month < 1 || out.month > 12))
		return false;
	if (out.month && mark(&s) &&
	    (!digits(&s, 2, &out.day) || out.day < 1 || out.day > days_in(out.year, out.month)))
		return false;
	if (s.len && !(out.day && (s.at[0] == 'T' || s.at[0] == ' ')))
		return false;
	int64_t seconds;
	if (s.len && time_read((struct slice){ s.at + 1, s.len - 1 }, &seconds))
		out.at = (int64_t)date_day(out) * 86400 + seconds;
	*d = out;
	return true;
}

void date_print(struct date d, char out[DATE_TEXT])
{
	out[0] = 0;
	if (d.year > 0 && d.month > 0 && d.day > 0)
		snprintf(out, DATE_TEXT, "%04d-%02d-%02d", d.year % 10000, d.month % 100, d.day % 100);
	else if (d.year > 0 && d.month > 0)
		snprintf(out, DATE_TEXT, "%04d-%02d", d.year % 10000, d.month % 100);
	else if (d.year > 0)
		snprintf(out, DATE_TEXT, "%04d", d.year % 10000);
}

void date_print_time(struct date d, char out[DATE_TIME])
{
	long days = (long)(d.at / 86400 - (d.at % 86400 < 0)), second = (long)(d.at - (int64_t)days * 86400);
	struct date day = date_of_day(days);
	out[0] = 0;
	if (d.at)
		snprintf(out, DATE_TIME, "%04d-%02d-%02dT%02ld:%02ld:%02ldZ", day.year % 10000, day.month % 100,
			 day.day % 100, second / 3600, second / 60 % 60, second % 60);
}

const char *date_precision(struct date d)
{
	return d.day ? "day" : d.month ? "month" : d.year ? "year" : "unknown";
}

int date_compare(struct date a, struct date b)
{
	// What is not known counts as after everything that is: the last day of the month, of the year, of time.
	int x[] = { a.year ? a.year : 10000, a.month ? a.month : 99, a.day ? a.day : 99 };
	int y[] = { b.year ? b.year : 10000, b.month ? b.month : 99, b.day ? b.day : 99 };
	for (int i = 0; i < 3; i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

// Day numbers by the algorithm of Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
long date_day(struct date d)
{
	long y = d.year - (d.month <= 2);
	long era = (y >= 0 ? y : y - 399) / 400;
	long of_era = y - era * 400;
	long of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date date_of_day(long day)
{
	day += 719468;
	long era = (day >= 0 ? day : day - 146096) / 146097;
	long of_era = day - era * 146097;
	long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long of_year = of_era - (365 * year + year / 4 - year / 100);
	int mp = (int)((5 * of_year + 2) / 153);
	struct date d = { .month = mp < 10 ? mp + 3 : mp - 9, .day = (int)(of_year - (153 * mp + 2) / 5) + 1 };
	d.year = (int)(year + era * 400) + (d.month <= 2);
	return d;
}

int64_t date_moment(struct date d)
{
	if (!date_known(d))
		return INT64_MAX;
	if (d.at)
		return d.at;
	// The day after: of the month and the year where these are all that is known.
	struct date next = { d.year, d.month ? d.month : 13, d.day, 0 };
	if (!d.day) {
		next.year += next.month >= 12;
		next.month = next.month >= 12 ? 1 : next.month + 1;
		next.day = 1;
	}
	return ((int64_t)date_day(next) + (d.day != 0)) * 86400 - 1;
}
