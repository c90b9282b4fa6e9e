#include "base/utf8.h"

#include "base/buf.h"

#include <string.h>

size_t utf8_decode(const char *text, size_t n, uint32_t *code)
{
	const unsigned char *b = (const unsigned char *)text;
	if (b[0] < 0x80) {
		*code = b[0];
		return 1;
	}
	size_t len = b[0] >= 0xf0 ? 4 : b[0] >= 0xe0 ? 3 : 2;
	if (b[0] < 0xc2 || b[0] > 0xf4 || n < len)
		return 0;
	uint32_t c = b[0] & (0x7fu >> len);
	for (size_t i = 1; i < len; i++) {
		if ((b[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (b[i] & 0x3f);
	}
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	if (c < least[len] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	*code = c;
	return len;
}

size_t utf8_encode(uint32_t c, char out[4])
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	out[0] = (char)(lead[len] | c);
	return len;
}

size_t utf8_valid(const char *text, size_t n)
{
	uint32_t code;
	size_t i = 0;
	while (i < n) {
		size_t len = utf8_decode(text + i, n - i, &code);
		if (!len)
			return i;
		i += len;
	}
	return n;
}

size_t utf8_count(const char *text, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

size_t utf8_floor(const char *text, size_t at)
{
	while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80)
		at--;
	return at;
}

const char *utf8_clean(struct arena *a, const char *text)
{
	size_t n = strlen(text), good = utf8_valid(text, n);
	if (good == n)
		return arena_text(a, text);
	struct buf b = buf_in(a);
	while (n) {
		good = utf8_valid(text, n);
		buf_add(&b, text, good);
		if (good < n)
			buf_text(&b, "\xef\xbf\xbd");
		size_t taken = good < n ? good + 1 : n;
		text += taken;
		n -= taken;
	}
	return buf_str(&b);
}
