// What an alignment says: is one text a copy of the other, does it use a part, do both quote the same words?
#ifndef TRACE_LIKENESS_H
#define TRACE_LIKENESS_H

#include "trace/align.h"

enum { LIKENESS_RUN = 14 }; // own words in a row that make a passage

enum likeness {
	LIKENESS_NONE,
	LIKENESS_TEMPLATE, // the same form filled in with other names and numbers
	LIKENESS_QUOTES,   // the same speaker's words, the rest is their own
	LIKENESS_PART,     // a passage of the other text
	LIKENESS_ITEM,     // an item of a digest, or a digest with this item
	LIKENESS_COPY,
};

// `x` is the later text of the two in time, so far as times are known; `al` is of x with y.
enum likeness likeness_of(const struct alignment *al, size_t x_words, size_t y_words);

double likeness_cover(const struct alignment *al); // the better of both shares

#endif
