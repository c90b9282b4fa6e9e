#include "case/date.h"
#include "test/tap.h"

static void reads(const char *text, const char *want, const char *precision)
{
	struct date d = { 0 };
	char back[DATE_TEXT];
	bool good = date_read(slice_of(text), &d);
	date_print(d, back);
	ok(good && !strcmp(back, want) && !strcmp(date_precision(d), precision), "'%s' is %s, to the %s", text, want,
	   precision);
}

static void refuses(const char *text)
{
	struct date d = { 1, 2, 3 };
	ok(!date_read(slice_of(text), &d) && d.year == 1, "'%s' is no date", text);
}

int main(void)
{
	reads("2023-05-03", "2023-05-03", "day");
	reads("2023-05", "2023-05", "month");
	reads("2023", "2023", "year");
	reads(" 2023-05-03T23:59:59Z ", "2023-05-03", "day");
	reads("2024-02-29", "2024-02-29", "day");
	reads("2000-02-29", "2000-02-29", "day");
	static const char *const bad[] = { "",           "0000",       "23",         "2023-",
					   "2023-13",    "2023-00",    "2023-02-29", "1900-02-29",
					   "2023-04-31", "2023-05-00", "2023-5-3",   "2023-05-033",
					   "2023T10",    "20230503",   "03.05.2023", "2023/05/03" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		refuses(bad[i]);

	// A month counts as its end, a year as its end, no date comes last: this list is in order.
	static const struct date order[] = { { 2022, 12, 31 }, { 2022, 12, 0 }, { 2022, 0, 0 }, { 2023, 5, 3 },
					     { 2023, 5, 31 },  { 2023, 5, 0 },  { 2023, 6, 1 }, { 2023, 12, 31 },
					     { 2023, 0, 0 },   { 0, 0, 0 } };
	enum { N = sizeof order / sizeof *order };
	int wrong = 0;
	for (int i = 0; i < N; i++)
		for (int j = 0; j < N; j++) {
			int c = date_compare(order[i], order[j]);
			wrong += (c > 0) - (c < 0) != (i > j) - (i < j);
		}
	is_int(wrong, 0, "dates are ordered by their last day, all pairs");
	return done();
}
