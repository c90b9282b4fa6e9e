// Dates as pages give them: ISO 8601, RFC 822, "2. Oktober 2019", "October 2nd, 2019", "2019年10月2日", "02.10.19",
// with the clock and the zone behind them. What has no day, month and year is none; days without a year, ranges and
// decades in English sentences are when.h's.
#ifndef READ_STAMP_H
#define READ_STAMP_H

#include "case/date.h"
#include "read/page_words.h"

struct stamp {
	size_t at, len;  // where it stands, the clock and its zone included
	struct date day; // as written, in the zone it was written in
	bool clock;      // with the time of the day
	bool numeric;    // day and month in figures, the year last, not with points: 03/05/2019
	bool ambiguous;  // numeric, and either could be the day; `day` takes the first one for it
};

// A date at the start of s; `lang` ("de", or "") decides between languages that use a word for different months.
bool stamp_read(const struct page_words *w, const char *lang, struct slice s, struct stamp *out);

// The next date in s from byte `from` on.
bool stamp_find(const struct page_words *w, const char *lang, struct slice s, size_t from, struct stamp *out);

// A date that stands for nothing: before 1995, never set in any zone, or impossible.
bool stamp_unset(const struct stamp *s);

#endif
