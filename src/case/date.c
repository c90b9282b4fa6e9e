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
