// Days and weekdays of the Gregorian calendar.
#ifndef READ_CALENDAR_H
#define READ_CALENDAR_H

#include "case/date.h"

int calendar_weekday(long day); // of a day by number (date_day): 0 Monday to 6 Sunday
int calendar_days_in(int year, int month);
bool calendar_valid(int year, int month, int day);

int calendar_month(struct slice word); // 1 to 12 of "March", "Sept.", "Feb"; 0 for none. "may" and "march" are none
int calendar_weekday_named(struct slice word); // 0 to 6 of "Monday", "Thu"; -1 for none

// A date that stands for "never set": 1970-01-01 in any zone, 0001, 1900-01-01, 9999, the zero days of spreadsheets.
bool calendar_unset(int year, int month, int day);

#endif
