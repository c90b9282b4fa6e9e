// Dates as they are written: "3 May 2023", "Thursday, October 12, 2023", "Feb. 14", "01/01/1970 00:00", "20 to 21 May".
#ifndef READ_WHEN_H
#define READ_WHEN_H

#include "case/date.h"

struct when {
	size_t len;           // bytes it takes, weekday included, clock time not
	size_t clock;         // bytes of a clock time and zone after it
	int year, month, day; // 0 where not said
	int to_day;           // of a range of days; 0 for none
	int to_year;          // "1997 and 1998"
	bool decade;          // "the 1990s"
	bool ambiguous;       // 03/05/2023
};

// A date at the very start of s, which must be the start of a word; false where there is none. A month alone and a year
// alone count: whether they are dates is for the caller, who knows the word before.
bool when_read(struct slice s, struct when *w);

// The value as casedraft/1 spells it: "2023-05-03", "XXXX-05-03", "199X", "2023-05-20/2023-05-21".
enum { WHEN_TEXT = 32 };
void when_print(const struct when *w, char out[WHEN_TEXT]);

#endif
