#include "base/utf8.h"
#include "test/tap.h"

static void decodes(const char *bytes, size_t n, size_t length, uint32_t want, const char *name)
{
	uint32_t code = 0;
	size_t len = utf8_decode(bytes, n, &code);
	ok(len == length && (!len || code == want), "%s: %zu bytes, U+%04X", name, len, code);
}

static void round_trip(void)
{
	size_t wrong = 0;
	for (uint32_t c = 0; c <= 0x10ffff; c++) {
		char at[4];
		uint32_t back;
		if (c >= 0xd800 && c < 0xe000)
			continue;
		size_t n = utf8_encode(c, at);
		wrong += utf8_decode(at, n, &back) != n || back != c;
		wrong += n > 1 && utf8_decode(at, n - 1, &back) != 0; // cut short
	}
	is_int(wrong, 0, "every code point comes back, and never from fewer bytes");
}

int main(void)
{
	decodes("A", 1, 1, 'A', "ASCII");
	decodes("\xc3\xa9", 2, 2, 0xe9, "two bytes");
	decodes("\xe2\x80\x9c", 3, 3, 0x201c, "three bytes");
	decodes("\xf0\x9f\x94\xa5", 4, 4, 0x1f525, "four bytes");
	decodes("\xc0\xaf", 2, 0, 0, "overlong slash");
	decodes("\xe0\x9f\xbf", 3, 0, 0, "overlong in three");
	decodes("\xf0\x8f\xbf\xbf", 4, 0, 0, "overlong in four");
	decodes("\xed\xa0\x80", 3, 0, 0, "surrogate");
	decodes("\xf4\x90\x80\x80", 4, 0, 0, "above U+10FFFF");
	decodes("\x80", 1, 0, 0, "lone continuation");
	decodes("\xff", 1, 0, 0, "no such byte");
	round_trip();

	const char *bad = "caf\xc3\xa9 \xff rest";
	is_int(utf8_valid(bad, strlen(bad)), 6, "the first bad byte is found");
	is_int(utf8_valid("caf\xc3\xa9", 5), 5, "good text is good to its end");
	is_int(utf8_valid("", 0), 0, "no text is good");
	is_int(utf8_count("caf\xc3\xa9\xf0\x9f\x94\xa5", 9), 5, "characters, not bytes");
	is_int(utf8_floor("caf\xc3\xa9", 4), 3, "floor of an inner byte");
	is_int(utf8_floor("caf\xc3\xa9", 3), 3, "floor of a first byte");
	return done();
}
