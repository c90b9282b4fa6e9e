// Weekdays and names of the Gregorian calendar, and the dates that nobody means.
#include "read/calendar.h"

#include "read/look.h"

#include <string.h>
#include <strings.h>

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
