// The encoding of a page that does not say which: WHATWG's order without the parts that need a transport: byte order
// mark, valid UTF-8, windows-1252. windows-1252 is a 128-row table, so it needs no converter.
#include "read/bytes.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xfffd };

// What the bytes 0x80 to 0x9f mean in windows-1252 (WHATWG index); 0 where they mean nothing.
static const uint16_t windows_high[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

// Formats that people hand in by mistake.
static const struct {
	const char *start, *what;
} formats[] = {
	{ "%PDF-", "a PDF" },
	{ "PK\x03\x04", "a ZIP archive or an office document" },
	{ "\x1f\x8b", "compressed by gzip" },
	{ "\x28\xb5\x2f\xfd", "compressed by zstd" },
	{ "\x89PNG", "an image" },
	{ "\xff\xd8\xff", "an image" },
	{ "GIF8", "an image" },
	{ "\x7f"
	  "ELF",
	  "a program" },
	{ "SQLite format 3", "a database" },
	{ "\xd0\xcf\x11\xe0", "an old office document" },
	{ NULL, NULL },
};

static bool is_control(unsigned char c)
{
	return (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7f;
}

// What a first pass over the bytes counts.
struct census {
	size_t controls, first_control; // NUL among them
	size_t broken, first_broken;    // bytes that are no UTF-8
	size_t wide;                    // characters of several bytes
	size_t nuls;
};

static struct census take_census(const char *at, size_t n)
{
	struct census c = { .first_control = n, .first_broken = n };
	for (size_t i = 0; i < n;) {
		uint32_t code;
		if (at[i] >= ' ' && at[i] < 0x7f) { // nearly all of most pages
			i++;
			continue;
		}
		size_t len = utf8_decode(at + i, n - i, &code);
		if (!len) {
			if (!c.broken++)
				c.first_broken = i;
			len = 1;
		} else if (len > 1) {
			c.wide++;
		} else if (is_control((unsigned char)at[i])) {
			if (!c.controls++)
				c.first_control = i;
			c.nuls += !at[i];
		}
		i += len;
	}
	return c;
}

static enum status refuse_binary(struct slice bytes, const struct census *c, struct err *e)
{
	for (size_t i = 0; formats[i].start; i++)
		if (slice_starts(bytes, formats[i].start))
			return err_set(e, STATUS_BAD_INPUT, "not text: it is %s; hand in its text instead",
				       formats[i].what);
	size_t strange = c->controls + (c->broken > c->wide ? 0 : c->broken);
	if (strange * (c->broken ? 100 : 10) > bytes.len)
		return err_set(
		    e, STATUS_BAD_INPUT, "not text: %zu of its %zu bytes are control characters, the first at byte %zu",
		    c->controls, bytes.len, c->first_control < bytes.len ? c->first_control : c->first_broken);
	return STATUS_OK;
}

struct converter {
	struct arena *arena;
	struct decoded *out;
	char *text;
	size_t n, room;
	bool crowded; // more runs than the limit
};

// Copies bytes that stand in the original at `from`.
static void put_same(struct converter *c, const char *at, size_t from, size_t n)
{
	if (!n)
		return;
	memcpy(c->text + c->n, at + from, n);
	runs_add(c->arena, &c->out->map, (struct run){ (uint32_t)c->n, (uint32_t)from, (uint32_t)n, 0, 0 });
	c->n += n;
}

// One character that stands in the original as other bytes.
static void put_code(struct converter *c, uint32_t code, size_t from, size_t n)
{
	char utf8[4];
	size_t len = utf8_encode(code ? code : REPLACEMENT, utf8);
	if (c->out->map.n >= LIMIT_RUNS) {
		c->crowded = true;
		return;
	}
	memcpy(c->text + c->n, utf8, len);
	runs_add(c->arena, &c->out->map,
		 (struct run){ (uint32_t)c->n, (uint32_t)from, (uint32_t)len, (uint32_t)len, (uint32_t)n });
	c->n += len;
}

static uint32_t windows_code(unsigned char b)
{
	if (b < 0x80 || b >= 0xa0)
		return b;
	return windows_high[b - 0x80] ? windows_high[b - 0x80] : REPLACEMENT;
}

// UTF-8 with bytes that are none (windows false), or windows-1252; stretches that need no change are copied whole.
static void convert_bytes(struct converter *c, struct slice bytes, size_t from, bool windows)
{
	size_t same = from;
	for (size_t i = from; i < bytes.len && !c->crowded;) {
		uint32_t code;
		unsigned char b = (unsigned char)bytes.at[i];
		size_t len = windows ? b < 0x80 : utf8_decode(bytes.at + i, bytes.len - i, &code);
		if (len && b) {
			i += len;
			continue;
		}
		put_same(c, bytes.at, same, i - same);
		put_code(c, windows ? windows_code(b) : REPLACEMENT, i, 1);
		same = ++i;
	}
	if (!c->crowded)
		put_same(c, bytes.at, same, bytes.len - same);
}

static uint32_t unit16(const char *at, bool little)
{
	unsigned char first = (unsigned char)at[0], second = (unsigned char)at[1];
	return little ? (uint32_t)(second << 8 | first) : (uint32_t)(first << 8 | second);
}

static void convert_utf16(struct converter *c, struct slice bytes, bool little)
{
	size_t i = 2;
	while (i + 1 < bytes.len && !c->crowded) {
		uint32_t code = unit16(bytes.at + i, little);
		size_t len = 2;
		if (code >= 0xd800 && code < 0xdc00 && i + 3 < bytes.len) {
			uint32_t low = unit16(bytes.at + i + 2, little);
			if (low >= 0xdc00 && low < 0xe000) {
				code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
				len = 4;
			}
		}
		put_code(c, code >= 0xd800 && code < 0xe000 ? REPLACEMENT : code, i, len);
		i += len;
	}
}

// As it is: the text is the input itself.
static void take_whole(struct arena *a, struct slice bytes, size_t from, struct decoded *out)
{
	out->text = bytes.at + from;
	out->len = bytes.len - from;
	runs_add(a, &out->map, (struct run){ 0, (uint32_t)from, (uint32_t)out->len, 0, 0 });
}

static enum status finish(struct converter *c, struct err *e)
{
	if (c->crowded)
		return err_set(e, STATUS_LIMIT, "more than %d characters in an old encoding; convert the file to UTF-8",
			       LIMIT_RUNS);
	if (c->n > LIMIT_DOCUMENT)
		return err_set(e, STATUS_LIMIT,
			       "%zu bytes as UTF-8, more than the limit of %d of one document (DOCUMENT)", c->n,
			       LIMIT_DOCUMENT);
	c->text[c->n] = 0;
	c->out->text = c->text;
	c->out->len = c->n;
	return STATUS_OK;
}

enum status bytes_decode(struct arena *a, struct slice bytes, struct decoded *out, struct err *e)
{
	*out = (struct decoded){ .text = "" };
	bool little = slice_starts(bytes, "\xff\xfe"), big = slice_starts(bytes, "\xfe\xff");
	struct converter c = { .arena = a, .out = out };
	if (little || big) {
		c.text = arena_take(a, bytes.len / 2 * 3 + 4);
		convert_utf16(&c, bytes, little);
		out->warning = "read as UTF-16";
		return finish(&c, e);
	}
	size_t from = slice_starts(bytes, "\xef\xbb\xbf") ? 3 : 0;
	struct census seen = take_census(bytes.at + from, bytes.len - from);
	if (refuse_binary(bytes, &seen, e) != STATUS_OK)
		return e->status;
	if (!seen.broken && !seen.nuls) {
		take_whole(a, bytes, from, out);
		return STATUS_OK;
	}
	bool windows = seen.broken && seen.broken > seen.wide && !from;
	c.text = arena_take(a, bytes.len + 2 * (seen.broken + seen.nuls + (windows ? 4 * seen.wide : 0)) + 4);
	convert_bytes(&c, bytes, from, windows);
	if (windows)
		out->warning = arena_printf(a, "not UTF-8 (byte %zu): read as windows-1252", from + seen.first_broken);
	else
		out->warning = arena_printf(
		    a, "bytes that are no character: %zu, the first at byte %zu; replaced by U+FFFD",
		    seen.broken + seen.nuls, from + (seen.broken ? seen.first_broken : seen.first_control));
	return finish(&c, e);
}

span bytes_original(const struct decoded *d, span at)
{
	return runs_original(&d->map, at);
}
