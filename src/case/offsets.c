#include "case/offsets.h"

#include "base/utf8.h"

enum { STRIDE = 64 };

struct offsets offsets_of(struct arena *a, const char *text, size_t len)
{
	struct offsets o = { .text = text, .len = (uint32_t)len };
	if (!text)
		return o;
	size_t marks = len / STRIDE + 1;
	o.before = arena_array(a, uint32_t, marks);
	for (size_t i = 0; i < marks; i++) {
		size_t from = i * STRIDE, to = from + STRIDE < len ? from + STRIDE : len;
		o.before[i] = o.points;
		o.points += (uint32_t)utf8_count(text + from, to - from);
	}
	return o;
}

uint32_t offsets_points(const struct offsets *o, uint32_t byte)
{
	if (!o->text)
		return byte;
	if (byte > o->len)
		byte = o->len;
	uint32_t mark = byte / STRIDE;
	return o->before[mark] + (uint32_t)utf8_count(o->text + mark * STRIDE, byte - mark * STRIDE);
}

uint32_t offsets_bytes(const struct offsets *o, uint32_t points)
{
	if (!o->text)
		return points;
	if (points >= o->points)
		return o->len;
	uint32_t lo = 0, hi = o->len / STRIDE; // the last checkpoint with before <= points
	while (lo < hi) {
		uint32_t mid = (lo + hi + 1) / 2;
		if (o->before[mid] <= points)
			lo = mid;
		else
			hi = mid - 1;
	}
	uint32_t at = lo * STRIDE, left = points - o->before[lo];
	while (((unsigned char)o->text[at] & 0xc0) == 0x80) // a checkpoint inside a character
		at++;
	for (; left; left--)
		do
			at++;
		while (((unsigned char)o->text[at] & 0xc0) == 0x80);
	return at;
}
