// A small grammar: how many days, which way ("later", "earlier"); how many years ago; the same, the
// next, the previous day or a part of it. Weeks and months are seldom meant to the day.
#include "read/counted.h"

#include "read/look.h"

#include <stdlib.h>

// "two", "12": below 100; 0 for a word that is no number.
static int number_of(struct slice word)
{
	static const char *const words[] = { "a",     "two",  "three", "four",   "five",   "six",      "seven",
					     "eight", "nine", "ten",   "eleven", "twelve", "thirteen", "fourteen" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_is_nocase(word, words[i]))
			return (int)i + 1;
	if (slice_is_nocase(word, "one") || slice_is_nocase(word, "an"))
		return 1;
	return word.len && word.len < 3 && look_digit(word.at[0]) ? (int)strtol(word.at, NULL, 10) : 0;
}

static bool unit_of(struct slice word, enum counted_unit *unit)
{
	static const char *const days[] = { "day", "days", NULL }, *const years[] = { "year", "years", NULL };
	*unit = look_one_of(word, days) ? COUNTED_DAYS : COUNTED_YEARS;
	return *unit == COUNTED_DAYS || look_one_of(word, years);
}

static bool part_of_day(struct slice word)
{
	static const char *const parts[] = { "day", "night", "evening", "morning", "afternoon", NULL };
	return look_one_of(word, parts);
}

// Whether the words end here: a mark or the end, or a word that cannot go on with "before".
static bool stands_alone(struct slice rest)
{
	return !rest.len || (rest.at[0] != ' ' && rest.at[0] != '-');
}

// Which way it counts, at the word behind the unit.
static bool direction(struct slice word, struct slice rest, struct counted *c)
{
	static const char *const later[] = { "later", "afterwards", NULL };
	static const char *const earlier[] = { "earlier", "beforehand", "previously", NULL };
	bool before = slice_is_nocase(word, "before"), after = slice_is_nocase(word, "after");
	c->from = COUNTED_FROM_LAST;
	if (slice_is_nocase(word, "ago")) {
		c->from = COUNTED_FROM_NOW;
		c->shift = -c->shift;
		return true;
	}
	if (look_one_of(word, earlier) || before)
		c->shift = -c->shift;
	else if (!look_one_of(word, later) && !after)
		return false;
	return (!before && !after) || stands_alone(rest); // "before the blast" needs the day of the blast
}

// "two days later", "a year ago", "three days before the blast".
static bool how_many(struct slice s, struct counted *c)
{
	struct slice rest = s, word;
	look_word(&rest, &word);
	c->shift = number_of(word);
	if (!c->shift || !look_word(&rest, &word) || !unit_of(word, &c->unit) || !look_word(&rest, &word))
		return false;
	c->len = (size_t)(word.at + word.len - s.at);
	return direction(word, rest, c) && (c->unit == COUNTED_DAYS || c->from == COUNTED_FROM_NOW);
}

// "the day after", "the night before".
static bool day_beside(struct slice s, struct counted *c)
{
	struct slice rest = s, word;
	*c = (struct counted){ .shift = 1, .unit = COUNTED_DAYS };
	if (!look_word(&rest, &word) || !slice_is_nocase(word, "the") || !look_word(&rest, &word) ||
	    !part_of_day(word) || !look_word(&rest, &word))
		return false;
	c->len = (size_t)(word.at + word.len - s.at);
	return (slice_is_nocase(word, "before") || slice_is_nocase(word, "after")) && direction(word, rest, c);
}

// "the same evening", "the next morning", "the previous day". Not "that night", which is mostly the one told of.
static bool beside(struct slice s, struct counted *c)
{
	static const char *const next[] = { "next", "following", NULL };
	struct slice rest = s, word, which;
	*c = (struct counted){ .from = COUNTED_FROM_LAST, .unit = COUNTED_DAYS };
	if (!look_word(&rest, &word) || !slice_is_nocase(word, "the") || !look_word(&rest, &which) ||
	    !look_word(&rest, &word) || !part_of_day(word))
		return false;
	c->shift = look_one_of(which, next) ? 1 : slice_is_nocase(which, "previous") ? -1 : 0;
	c->len = (size_t)(word.at + word.len - s.at);
	return c->shift || slice_is_nocase(which, "same");
}

bool counted_read(struct slice s, struct counted *c)
{
	return how_many(s, c) || day_beside(s, c) || beside(s, c);
}
