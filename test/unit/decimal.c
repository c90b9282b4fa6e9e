// Decimal numbers: as strtod reads them, to the last bit, and nothing else.
#include "read/decimal.h"
#include "base/rng.h"
#include "test/tap.h"

#include <stdint.h>
#include <stdlib.h>

static const char *const good[] = {
	"0",
	"-0",
	"1",
	"+1",
	".5",
	"5.",
	"0.1",
	"1e0",
	"1e22",
	"1e23",
	"9007199254740993",
	"9007199254740993e-3",
	"9007199254740992.5e1",
	"0.30000000000000004",
	"123456789012345678",
	"1234567890123456789",
	"0.1234567890123456789",
	"12345678901234567890",
	"0.99999999999999994",
	"0.9999999999999999445",
	"0.99999999999999994448884876874",
	"18014398509481985e-1",
	"18014398509481987e-1",
	"2.2250738585072011e-308",
	"4.9e-324",
	"2e-324",
	"1e-400",
	"1.7976931348623157e308",
	"1.7976931348623159e308",
	"1e400",
	"-1e400",
	"0.000000000000000000000000000000000000000001",
	"00000000000000000000000001",
	"1e+05",
	"1E-05",
	"0e99999999999",
	"1e-99999999999",
	"0.500000000000000166533453693773481063544750213623046875",
	"3.4028234664e38",
};

static const char *const bad[] = {
	"",    "-",        "+",   ".",  "e5", "1e", "1e+", "1e5.", "1.2.3", "nan",   "NaN",
	"inf", "infinity", "0x1", "1f", "1 ", " 1", "1,5", "--1",  "1e5e5", "1\x80",
};

static bool same(const char *text)
{
	double x = -7, want = strtod(text, NULL);
	return decimal_read(slice_of(text), &x) && !memcmp(&x, &want, sizeof x);
}

// Digits of any length, the point anywhere in them, and exponents near and far.
static void random_texts(void)
{
	size_t wrong = 0;
	for (uint64_t i = 0; i < 300000; i++) {
		char text[80];
		uint64_t r = rng_bits(7, i, 0), digits = rng_bits(7, i, 1);
		int length = (int)(r % 20), n;
		if (r >> 8 & 1)
			n = snprintf(text, sizeof text, "0.%0*llu", length,
				     (unsigned long long)digits >> (r >> 16 & 63));
		else
			n = snprintf(text, sizeof text, "%llu", (unsigned long long)digits >> (r >> 16 & 63));
		if (r >> 9 & 1)
			n = snprintf(text + n, sizeof text - (size_t)n, "e%d", (int)(r >> 32 & 63) - 40);
		if (!same(text) && ++wrong < 5)
			printf("# %s\n", text);
	}
	is_int(wrong, 0, "300,000 numbers are read as strtod reads them");
}

// Numbers halfway between two doubles, and one digit to either side.
static void halves(void)
{
	size_t wrong = 0;
	for (uint64_t i = 0; i < 50000; i++) {
		char text[64];
		uint64_t m = (rng_bits(8, i, 0) >> 11 | (uint64_t)1 << 52) << 1 | 1; // 54 bits, odd
		int places = (int)(rng_bits(8, i, 1) % 3) + 1;
		snprintf(text, sizeof text, "%llu%.*s", (unsigned long long)m, places, i & 1 ? "000" : "500");
		wrong += !same(text);
		snprintf(text, sizeof text, "%llue-%d", (unsigned long long)m + i % 3 - 1, places);
		wrong += !same(text);
		snprintf(text, sizeof text, "%.17g", (double)m / 1e16);
		wrong += !same(text);
	}
	is_int(wrong, 0, "so are those near the middle of two doubles");
}

int main(void)
{
	double x;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		ok(same(good[i]), "%s is read as strtod reads it", good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		ok(!decimal_read(slice_of(bad[i]), &x), "'%s' is no number", bad[i]);
	random_texts();
	halves();
	return done();
}
