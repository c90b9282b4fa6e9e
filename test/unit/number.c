#include "write/number.h"
#include "case/scale.h"
#include "test/tap.h"

#include <stdlib.h>

static struct arena arena;

static void percents(void)
{
	static const struct {
		double p;
		const char *want;
	} rows[] = {
		{ 0.4546, "45.5" },        { 0.4479, "44.8" },       { 0.0488, "4.9" },     { 0.3, "30" },
		{ 0.5551, "56" },          { 0.44999, "44.9" },      { 0.45, "45.0" },      { 0.2, "20.0" },
		{ 0.1999, "19.9" },        { 0.009, "less than 1" }, { 0.01, "1.0" },       { 0.99, "99.0" },
		{ 0.991, "more than 99" }, { 0, "less than 1" },     { 1, "more than 99" }, { 0.0104, "1.0" },
		{ 1 - 0.8, "20.0" },       { 0.506, "51" },         { 0.7951, "79.5" },       { 0.79999, "79.9" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is_text(number_percent(&arena, rows[i].p), rows[i].want, "%g is %s %%", rows[i].p, rows[i].want);
}

static void tenths(void)
{
	static const struct {
		double p;
		const char *want;
	} rows[] = {
		{ 0.581, "58.1" },  { 0.4999, "50.0" }, { 0.0498, "4.9" },  { 0.05, "5.0" },     { 0.1996, "19.9" },
		{ 1 - 0.8, "20.0" }, { 0.0098, "0.9" },  { 0.9896, "99.0" }, { 0.9904, "99.1" },  { 0, "0.0" },
		{ 0.0001, "0.0" },  { 1, "100.0" },     { 0.9999, "100.0" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		is_text(number_tenths(&arena, rows[i].p), rows[i].want, "%g is %s %%", rows[i].p, rows[i].want);
}

// Whatever is printed, its word is the word of the value: the edge belongs to the upper word.
static void never_another_word(void)
{
	size_t wrong = 0;
	for (int i = 1000; i <= 99000; i++) {
		double p = i / 100000.0, printed = strtod(number_percent(&arena, p), NULL) / 100;
		wrong += scale_of(printed + 1e-12) != scale_of(p);
	}
	is_int(wrong, 0, "no number is printed in another word's band");
}

static void others(void)
{
	struct date day = { 2023, 5, 24 }, month = { 2023, 5, 0 }, none = { 0 };
	double edge = 0;
	is_text(number_interval(&arena, 0.31, 0.57), "31-57", "an interval");
	is_text(number_interval(&arena, 0.003, 0.04), "less than 1 to 4", "an interval from below the scale");
	is_text(number_interval(&arena, 0.301, 0.302), "30", "an interval of one number");
	is_text(number_band(&arena, 0.7), "55-80", "the band of likely");
	is_text(number_band(&arena, 0.995), "more than 99", "above the scale");
	is_text(number_whole(&arena, 1234567), "1,234,567", "thousands are set apart");
	is_text(number_whole(&arena, 10003), "10,003", "with their zeros");
	is_text(number_times(&arena, 3.0103), "2.0", "three decibans are twice");
	is_text(number_times(&arena, -0.1), "1.02", "weak evidence looks weak");
	is_text(number_decibans(&arena, -0.04), "0.0", "nothing has no sign");
	is_text(number_decibans(&arena, 1.66), "+1.7", "a weight has a sign");
	is_text(number_date(&arena, day), "24 May 2023", "a day");
	is_text(number_date(&arena, month), "May 2023", "a month");
	is_text(number_date(&arena, none), "an unknown date", "no date");
	ok(number_on_edge(0.4546, &edge) && edge == 0.45, "half a point above 45 is on its edge");
	ok(!number_on_edge(0.46, &edge), "a point above is not");
}

int main(void)
{
	percents();
	tenths();
	never_another_word();
	others();
	arena_free(&arena);
	return done();
}
