// Day numbers by the algorithm of Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
#include "read/calendar.h"

#include "read/look.h"

#include <string.h>
#include <strings.h>

long calendar_day(struct date d)
{
	long y = d.year - (d.month <= 2);
	long era = (y >= 0 ? y : y - 399) / 400;
	long of_era = y - era * 400;
	long of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date calendar_date(long day)
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

int calendar_weekday(long day)
{
	return (int)(((day + 3) % 7 + 7) % 7);
}

int calendar_days_in(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

bool calendar_valid(int year, int month, int day)
{
	return month >= 1 && month <= 12 && day >= 1 && day <= calendar_days_in(year, month);
}

// Whole names and their usual short forms; "may" and "march" count only with a capital.
int calendar_month(struct slice word)
{
	static const char *const names[] = { "January", "February", "March",     "April",   "May",      "June",
					     "July",    "August",   "September", "October", "November", "December" };
	if (word.len && word.at[word.len - 1] == '.')
		word.len--;
	if (word.len < 3 || !look_upper(word.at[0]))
		return 0;
	if (slice_is_nocase(word, "Sept"))
		return 9;
	for (int m = 0; m < 12; m++) {
		size_t n = strlen(names[m]);
		if ((word.len == n || word.len == 3) && !strncasecmp(word.at, names[m], word.len))
			return m + 1;
	}
	return 0;
}

int calendar_weekday_named(struct slice word)
{
	static const char *const names[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
					     "Friday", "Saturday", "Sunday" };
	static const char *const shorts[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
	for (int d = 0; d < 7; d++)
		if (slice_is(word, names[d]) || slice_is(word, shorts[d]))
			return d;
	return -1;
}

bool calendar_unset(int year, int month, int day)
{
	if (year < 1000 || year >= 9999)
		return true;
	if (year == 1970 || year == 1900)
		return month == 1 && day == 1;
	if (year == 1969 || year == 1899)
		return month == 12 && day >= 30 + (year == 1969);
	return false;
}
