// A date as precisely as it is known: a day, a month, a year, or nothing.
#ifndef CASE_DATE_H
#define CASE_DATE_H

#include "base/span.h"

enum { DATE_TEXT = 16 };

struct date {
	int year, month, day; // 0 where unknown; year 0: no date at all
};

bool date_known(struct date d);
bool date_read(struct slice text, struct date *d); // "2023", "2023-05", "2023-05-03", a time after it is left out
void date_print(struct date d, char out[DATE_TEXT]); // the same spelling; "" for none
const char *date_precision(struct date d);         // "day", "month", "year" or "unknown"

// Order by last day: a month counts as its end, a year as its end, no date comes last. <0, 0 or >0.
int date_compare(struct date a, struct date b);

long date_day(struct date d); // days since 1970-01-01; the date must be a day
struct date date_of_day(long day);

#endif
