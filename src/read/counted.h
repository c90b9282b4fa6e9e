// Dates that are told by counting: "two days later", "the next morning", "a year ago".
#ifndef READ_COUNTED_H
#define READ_COUNTED_H

#include "base/slice.h"

// What is counted from: the day of publication, or the day that the text named last.
enum counted_from { COUNTED_FROM_NOW, COUNTED_FROM_LAST };
enum counted_unit { COUNTED_DAYS, COUNTED_WEEKS, COUNTED_MONTHS, COUNTED_YEARS };

struct counted {
	size_t len; // bytes of the words that say so
	enum counted_from from;
	enum counted_unit unit;
	int shift; // units, below 0 for earlier
};

// At the very start of s, which must be the start of a word; false where nothing is counted there.
bool counted_read(struct slice s, struct counted *c);

#endif
