// Dates that are told by counting: what is read of them, and from where it counts.
#include "read/counted.h"

#include "test/tap.h"

#include <string.h>

static const struct {
	const char *text;
	size_t len; // 0: nothing is counted
	enum counted_from from;
	enum counted_unit unit;
	int shift;
} cases[] = {
	{ "two days later a diver found a knife", 14, COUNTED_FROM_LAST, COUNTED_DAYS, 2 },
	{ "A day later the line was open", 11, COUNTED_FROM_LAST, COUNTED_DAYS, 1 },
	{ "three days earlier", 18, COUNTED_FROM_LAST, COUNTED_DAYS, -3 },
	{ "Ten days before, the lock was changed", 15, COUNTED_FROM_LAST, COUNTED_DAYS, -10 },
	{ "12 days afterwards.", 18, COUNTED_FROM_LAST, COUNTED_DAYS, 12 },
	{ "two years ago", 13, COUNTED_FROM_NOW, COUNTED_YEARS, -2 },
	{ "a day ago", 9, COUNTED_FROM_NOW, COUNTED_DAYS, -1 },
	{ "The next morning", 16, COUNTED_FROM_LAST, COUNTED_DAYS, 1 },
	{ "the previous day", 16, COUNTED_FROM_LAST, COUNTED_DAYS, -1 },
	{ "the same evening", 16, COUNTED_FROM_LAST, COUNTED_DAYS, 0 },
	{ "the day after, nobody came", 13, COUNTED_FROM_LAST, COUNTED_DAYS, 1 },
	{ "the night before.", 16, COUNTED_FROM_LAST, COUNTED_DAYS, -1 },
	{ "two days before the storm broke", 0, 0, 0, 0 },
	{ "two years later", 0, 0, 0, 0 },
	{ "three weeks later", 0, 0, 0, 0 },
	{ "that night", 0, 0, 0, 0 },
	{ "the next train", 0, 0, 0, 0 },
	{ "the day the bridge fell", 0, 0, 0, 0 },
	{ "two days of talks", 0, 0, 0, 0 },
	{ "a daydream later", 0, 0, 0, 0 },
	{ "", 0, 0, 0, 0 },
};

int main(void)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct counted c = { 0 };
		bool read = counted_read(slice_of(cases[i].text), &c);
		ok(read == (cases[i].len > 0), "whether it counts: %s", cases[i].text);
		if (read && cases[i].len)
			ok(c.len == cases[i].len && c.from == cases[i].from && c.unit == cases[i].unit &&
			       c.shift == cases[i].shift,
			   "what it counts: %s", cases[i].text);
	}
	return done();
}
