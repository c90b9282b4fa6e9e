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

// "Two days later", "a year ago", "three days before the blast": what is behind the number.
static bool how_many(struct slice *rest, struct counted *c)
{
	struct slice word;
	return look_word(rest, &word) && unit_of(word, &c->unit) && look_word(rest, &word) &&
	       direction(word, *rest, c) && (c->unit == COUNTED_DAYS || c->from == COUNTED_FROM_NOW);
}

// "The day after", "the night before": what is behind the part of the day.
static bool before_or_after(struct slice *rest, struct counted *c)
{
	struct slice word;
	c->shift = 1;
	return look_word(rest, &word) && (slice_is_nocase(word, "before") || slice_is_nocase(word, "after")) &&
	       direction(word, *rest, c);
}

// "The same evening", "the next morning", "the previous day". Not "that night", which is mostly the one told of.
static bool which_day(struct slice which, struct slice *rest, struct counted *c)
{
	static const char *const next[] = { "next", "following", NULL };
	struct slice word;
	if (!look_word(rest, &word) || !part_of_day(word))
		return false;
	c->from = COUNTED_FROM_LAST;
	c->shift = look_one_of(which, next) ? 1 : slice_is_nocase(which, "previous") ? -1 : 0;
	return c->shift || slice_is_nocase(which, "same");
}

// What is behind "the".
static bool day_beside(struct slice *rest, struct counted *c)
{
	struct slice word;
	c->unit = COUNTED_DAYS;
	return look_word(rest, &word) && (part_of_day(word) ? before_or_after(rest, c) : which_day(word, rest, c));
}

bool counted_read(struct slice s, struct counted *c)
{
	struct slice rest = s, word;
	*c = (struct counted){ 0 };
	if (!look_word(&rest, &word))
		return false;
	bool the = slice_is_nocase(word, "the");
	c->shift = the ? 0 : number_of(word);
	if (!(the ? day_beside(&rest, c) : c->shift && how_many(&rest, c)))
		return false;
	c->len = (size_t)(rest.at - s.at);
	return true;
}
