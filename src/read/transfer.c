// A stray '=' is itself, white space at the end of a quoted-printable line was added on the way; in base64, what is no
// letter of it is left out, and what follows its padding begins anew, as where parts were put together.
#include "read/transfer.h"

#include "base/limits.h"

#include <string.h>

struct decoder {
	struct arena *arena;
	const char *from;
	char *out;
	uint32_t n;
	struct runs *map;
};

static void put_same(struct decoder *d, uint32_t from, uint32_t to)
{
	memcpy(d->out + d->n, d->from + from, to - from);
	runs_add(d->arena, d->map, (struct run){ d->n, from, to - from, 0, 0 });
	d->n += to - from;
}

// n bytes that were made from [from, to) as a whole.
static void put_unit(struct decoder *d, const unsigned char *bytes, uint32_t n, uint32_t from, uint32_t to)
{
	memcpy(d->out + d->n, bytes, n);
	runs_add(d->arena, d->map, (struct run){ d->n, from, n, n, to - from });
	d->n += n;
}

static bool crowded(const struct decoder *d)
{
	return d->map->n >= LIMIT_CONVERTED;
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	char lower = (char)(c | 0x20);
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// The end of white space that stands at the end of a line, its end included; `at` where other things follow.
static uint32_t blank_end(const char *text, uint32_t at, uint32_t to)
{
	uint32_t i = at;
	while (i < to && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r'))
		i++;
	return i == to ? i : text[i] == '\n' ? i + 1 : at;
}

static void decode_quoted(struct decoder *d, span at)
{
	uint32_t same = at.from;
	for (uint32_t i = at.from; i < at.to && !crowded(d);) {
		if (d->from[i] != '=') {
			i++;
			continue;
		}
		uint32_t soft = blank_end(d->from, i + 1, at.to);
		int high = i + 2 < at.to ? hex_value(d->from[i + 1]) : -1;
		int low = high >= 0 ? hex_value(d->from[i + 2]) : -1;
		unsigned char byte = (unsigned char)(high * 16 + low);
		if (soft == i + 1 && low < 0) {
			i++;
			continue;
		}
		put_same(d, same, i);
		if (soft == i + 1)
			put_unit(d, &byte, 1, i, i + 3);
		same = i = soft == i + 1 ? i + 3 : soft;
	}
	put_same(d, same, at.to);
}

static int letter_value(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static void decode_base64(struct decoder *d, span at)
{
	uint32_t bits = 0, from = 0;
	int have = 0;
	for (uint32_t i = at.from; i <= at.to && !crowded(d); i++) {
		bool ends = i == at.to || d->from[i] == '=';
		int value = ends ? -1 : letter_value(d->from[i]);
		if (value >= 0) {
			from = have ? from : i;
			bits = bits << 6 | (uint32_t)value;
			have++;
		}
		if (have < 4 && !ends)
			continue;
		bits <<= 6 * (4 - have);
		unsigned char bytes[] = { (unsigned char)(bits >> 16), (unsigned char)(bits >> 8),
					  (unsigned char)bits };
		if (have > 1)
			put_unit(d, bytes, (uint32_t)have - 1, from, ends ? i : i + 1);
		bits = 0;
		have = 0;
	}
}

enum status transfer_decode(struct arena *a, enum transfer how, struct slice message, span at, struct slice *out,
			    struct runs *map, struct err *e)
{
	struct decoder d = { .arena = a, .from = message.at, .map = map };
	d.out = arena_take(a, span_len(at) + 1);
	if (how == TRANSFER_QUOTED)
		decode_quoted(&d, at);
	else if (how == TRANSFER_BASE64)
		decode_base64(&d, at);
	else
		put_same(&d, at.from, at.to);
	if (crowded(&d))
		return err_set(e, STATUS_LIMIT, "more than %d encoded places in one part (CONVERTED)", LIMIT_CONVERTED);
	*out = (struct slice){ d.out, d.n };
	return STATUS_OK;
}
