// After Helvetica, whose measures Arial and Liberation Sans share. Of other scripts only that they are wide: too much
// leaves room, too little would run into what stands beside it.
#include "write/measure.h"

#include "write/formats.h"
#include "base/utf8.h"

#include <string.h>

// Thousandths of the type's size.
static int letter_width(uint32_t c, bool bold)
{
	static const struct {
		const char *letters;
		int width, bold;
	} widths[] = {
		{ "ijl'|", 222, 278 },    { " ,.I/\\", 278, 278 },    { "tf:;![]", 278, 333 },
		{ "r()-`\"*", 340, 400 }, { "ckJsvxyz", 500, 556 },   { "ae0123456789", 556, 556 },
		{ "FLTZ", 611, 611 },     { "ABEKPSVXY&", 667, 722 }, { "wCDHNRU", 722, 778 },
		{ "GOQ", 778, 778 },      { "mM", 833, 889 },         { "W%@", 970, 980 },
	};
	if (c >= 0x80)
		return (c < 0x250    ? 640
			: c < 0x590  ? 720
			: c < 0x800  ? 600
			: c < 0x1100 ? 720
			: c < 0x2070 ? 600
				     : 1000) +
		       (bold ? 50 : 0);
	for (size_t i = 0; c && i < sizeof widths / sizeof *widths; i++)
		if (strchr(widths[i].letters, (int)c))
			return bold ? widths[i].bold : widths[i].width;
	return bold ? 611 : 556;
}

enum { ELLIPSIS = 1000 };

// How many bytes of the text fit into so many thousandths; *width becomes theirs.
static size_t fitting(const char *text, bool bold, double most, double *width)
{
	size_t n = strlen(text), at = 0;
	*width = 0;
	while (at < n) {
		uint32_t c = 0xfffd;
		size_t len = utf8_decode(text + at, n - at, &c);
		int w = letter_width(c, bold);
		if (*width + w > most)
			break;
		*width += w;
		at += len ? len : 1;
	}
	return at;
}

double measure_text(const char *text, double size, bool bold)
{
	double width;
	fitting(text, bold, 1e12, &width);
	return width * size / 1000;
}

size_t measure_fitting(const char *text, double size, bool bold, double width)
{
	double taken;
	return fitting(text, bold, 1000 * width / size, &taken);
}

const char *measure_cut(struct arena *a, const char *text, double size, bool bold, double width)
{
	const char *plain = plain_text(a, text);
	double taken, room = 1000 * width / size;
	if (!plain[fitting(plain, bold, room, &taken)])
		return plain;
	size_t n = fitting(plain, bold, room - ELLIPSIS, &taken);
	while (n && plain[n - 1] == ' ')
		n--;
	return arena_printf(a, "%.*s\xe2\x80\xa6", (int)n, plain);
}
