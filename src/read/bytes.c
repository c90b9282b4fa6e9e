// The encoding of a page: a byte order mark, UTF-8 wherever it fits, what the transport or the page itself says, what
// the bytes look like, windows-1252. UTF-8 comes before what is said because text of another encoding is hardly ever
// valid UTF-8, while pages that were saved or passed on often say what is no longer true.
#include "read/bytes.h"

#include "read/charset.h"
#include "read/convert.h"
#include "read/guess.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

enum {
	REPLACEMENT = 0xfffd,
	FEW = 4,           // so many bytes are too few for statistics
	SAMPLE = 256 << 10 // bytes that statistics look at
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

static bool is_high(char c)
{
	return (unsigned char)c >= 0x80;
}

static bool is_control(unsigned char c)
{
	return (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7f;
}

// What a first pass over the bytes counts.
struct census {
	size_t controls, first_control; // NUL among them
	size_t broken, first_broken;    // bytes that are no UTF-8
	size_t wide;                    // characters of several bytes
	size_t nuls, escapes;
};

// How many bytes from the start are ASCII without control characters, in steps of eight.
static size_t plain_bytes(const char *at, size_t n)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
	size_t i = 0;
	for (uint64_t w; i + sizeof w <= n; i += sizeof w) {
		memcpy(&w, at + i, sizeof w);
		uint64_t low = w - ones * ' ', delete = w + ones; // a top bit: a byte below ' ', or 0x7f
		if ((w | low | delete) & tops)
			break;
	}
	return i;
}

static struct census take_census(const char *at, size_t n)
{
	struct census c = { .first_control = n, .first_broken = n };
	for (size_t i = plain_bytes(at, n); i < n; i += plain_bytes(at + i, n - i)) {
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
			c.escapes += at[i] == '\x1b';
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
	size_t replaced, first_replaced;
	bool crowded; // more runs than the limit
};

static struct converter converter_of(struct arena *a, struct decoded *out, size_t most)
{
	size_t room = most < LIMIT_DOCUMENT ? most : LIMIT_DOCUMENT;
	return (struct converter){ .arena = a, .out = out, .text = arena_take(a, room + 1), .room = room };
}

static bool put(struct converter *c, const char *at, size_t n, struct run run)
{
	c->crowded |= c->out->map.n >= LIMIT_CONVERTED || n > c->room - c->n;
	if (c->crowded)
		return false;
	run.text = (uint32_t)c->n;
	run.len = (uint32_t)n;
	memcpy(c->text + c->n, at, n);
	runs_add(c->arena, &c->out->map, run);
	c->n += n;
	return true;
}

// Copies bytes that stand in the original at `from`.
static bool put_same(struct converter *c, const char *at, size_t from, size_t n)
{
	return !n || put(c, at + from, n, (struct run){ .original = (uint32_t)from });
}

// One character that stands in the original as other bytes.
static bool put_code(struct converter *c, uint32_t code, size_t from, size_t n)
{
	char utf8[4];
	size_t len = utf8_encode(code, utf8);
	if (code == REPLACEMENT && !c->replaced++)
		c->first_replaced = from;
	return put(c, utf8, len,
		   (struct run){ .original = (uint32_t)from, .unit = (uint32_t)len, .from = (uint32_t)n });
}

// UTF-8 with bytes that are none; stretches that need no change are copied whole.
static void convert_utf8(struct converter *c, struct slice bytes, size_t from)
{
	size_t same = from;
	for (size_t i = from; i < bytes.len;) {
		uint32_t code;
		size_t len = utf8_decode(bytes.at + i, bytes.len - i, &code);
		if (len && code) {
			i += len;
			continue;
		}
		if (!put_same(c, bytes.at, same, i - same) || !put_code(c, REPLACEMENT, i, 1))
			return;
		same = ++i;
	}
	put_same(c, bytes.at, same, bytes.len - same);
}

// The end of a stretch of ASCII from `at` on.
static size_t skip_ascii(struct slice bytes, size_t at)
{
	while (at < bytes.len && bytes.at[at] && !is_high(bytes.at[at]))
		at++;
	return at;
}

// Any other encoding, by ICU.
static void convert_other(struct converter *c, struct slice bytes, size_t from, const struct charset *charset,
			  struct convert *icu)
{
	for (size_t i = from; i < bytes.len;) {
		size_t same = charset->shifts ? i : skip_ascii(bytes, i);
		struct slice rest = { bytes.at + same, bytes.len - same };
		if (!put_same(c, bytes.at, i, same - i) || !rest.len)
			return;
		uint32_t code = convert_next(icu, &rest);
		i = bytes.len - rest.len;
		if (!put_code(c, code, same, i - same))
			return;
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
		return err_set(e, STATUS_LIMIT,
			       "more than %d bytes as UTF-8 or %d places in an old encoding (DOCUMENT, CONVERTED)",
			       LIMIT_DOCUMENT, LIMIT_CONVERTED);
	if (c->replaced && !c->out->warning)
		c->out->warning = arena_printf(c->arena,
					       "bytes that are no character: %zu, the first at byte %zu; "
					       "replaced by U+FFFD",
					       c->replaced, c->first_replaced);
	c->text[c->n] = 0;
	c->out->text = c->text;
	c->out->len = c->n;
	return STATUS_OK;
}

// What statistics make of the bytes around the first that is not UTF-8.
static const struct charset *guess(struct slice bytes, const struct census *seen)
{
	char label[32];
	size_t from = seen->escapes ? 0 : seen->first_broken;
	while (from > 0 && is_high(bytes.at[from]))
		from--;
	struct slice sample = { bytes.at + from, bytes.len - from < SAMPLE ? bytes.len - from : SAMPLE };
	guess_charset(sample, label, sizeof label);
	return charset_named(slice_of(label));
}

// The encoding of bytes without a mark; *guessed where nothing says it.
static const struct charset *choose(struct slice bytes, const char *transport, const struct census *seen, bool *guessed)
{
	const struct charset *utf8 = charset_named(slice_of("utf-8")), *said = NULL;
	if (!seen->broken && (seen->wide || !seen->escapes))
		return utf8;
	if (transport)
		said = charset_named(slice_of(transport));
	if (!said)
		said = charset_declared(bytes);
	if (!seen->broken) {
		said = said && said != utf8 ? said : guess(bytes, seen);
		return said && said->shifts ? said : utf8;
	}
	if (seen->broken <= seen->wide / 8)
		return utf8;
	if (said && said != utf8)
		return said;
	if (seen->broken <= seen->wide)
		return utf8;
	*guessed = true;
	said = seen->broken < FEW ? NULL : guess(bytes, seen);
	return said && said != utf8 ? said : charset_named(slice_of("windows-1252"));
}

static enum status convert_whole(struct arena *a, struct slice bytes, size_t from, const struct charset *charset,
				 struct decoded *out, struct err *e)
{
	struct converter c = converter_of(a, out, 3 * (bytes.len - from));
	struct convert *icu = charset->icu ? convert_open(a, charset->icu) : NULL;
	if (charset->icu && !icu)
		return err_set(e, STATUS_BAD_INPUT, "its encoding, %s, cannot be read here", charset->name);
	if (icu) {
		convert_other(&c, bytes, from, charset, icu);
		convert_close(icu);
	} else {
		convert_utf8(&c, bytes, from);
	}
	return finish(&c, e);
}

enum status bytes_decode(struct arena *a, struct slice bytes, const char *transport, struct decoded *out, struct err *e)
{
	*out = (struct decoded){ .text = "" };
	size_t mark;
	const struct charset *charset = charset_marked(bytes, &mark);
	if (charset && charset->icu) {
		out->warning = "read as UTF-16";
		return convert_whole(a, bytes, mark, charset, out, e);
	}
	struct census seen = take_census(bytes.at + mark, bytes.len - mark);
	if (refuse_binary(bytes, &seen, e) != STATUS_OK)
		return e->status;
	bool guessed = false;
	if (!charset)
		charset = choose(bytes, transport, &seen, &guessed);
	if (!charset->icu && !seen.broken && !seen.nuls) {
		take_whole(a, bytes, mark, out);
		return STATUS_OK;
	}
	if (guessed)
		out->warning = arena_printf(a, "not UTF-8 (byte %zu): read as %s", seen.first_broken, charset->name);
	return convert_whole(a, bytes, mark, charset, out, e);
}

span bytes_original(const struct decoded *d, span at)
{
	return runs_original(&d->map, at);
}
