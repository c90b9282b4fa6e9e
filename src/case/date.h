// A date as precisely as it is known: a day, a month, a year, or nothing.
#ifndef CASE_DATE_H
#define CASE_DATE_H

#include "base/span.h"

enum { DATE_TEXT = 16, DATE_TIME = 48 };

struct date {
	int year, month, day; // 0 where unknown; year 0: no date at all
	int64_t at;           // seconds since 1970 in UTC, where the time of day is known; else 0
};

bool date_known(struct date d);
bool date_read(struct slice text, struct date *d); // "2023", "2023-05", "2023-05-03", "2023-05-03T10:32:42+02:00"
void date_print(struct date d, char out[DATE_TEXT]); // the same spelling; "" for none
void date_print_time(struct date d, char out[DATE_TIME]); // "2023-05-03T08:32:42Z"; "" where the time is not known
const char *date_precision(struct date d);         // "day", "month", "year" or "unknown"

// Order by last day: a month counts as its end, a year as its end, no date comes last. <0, 0 or >0.
int date_compare(struct date a, struct date b);

long date_day(struct date d); // days since 1970-01-01; the date must be a day
struct date date_of_day(long day);

// A moment for ordering, in seconds since 1970: the time where it is known, else the end of the last day; INT64_MAX for
// no date.
int64_t date_moment(struct date d);

#endif
