// Normalized text: kept paragraphs joined by a blank line, runs of white space as one space, invisible characters gone.
// No other normalization, so that every code point leads back to the bytes it was decoded from; a space may stand for
// another white space character there.
#include "read/text.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

struct composer {
	struct arena *arena;
	const struct decoded *from;
	struct document *d;
	char *text;
	uint32_t n;
	bool crowded; // more runs than the limit
};

// Appends bytes of the decoded text, control characters as spaces.
static void put(struct composer *c, uint32_t from, uint32_t to)
{
	runs_follow(c->arena, &c->d->map, c->n, &c->from->map, (span){ from, to });
	c->crowded = c->d->map.n > LIMIT_RUNS;
	for (uint32_t i = from; i < to; i++) {
		unsigned char b = (unsigned char)c->from->text[i];
		c->text[c->n++] = (char)(b < 0x20 || b == 0x7f ? ' ' : b);
	}
}

// Appends a space for a wider one.
static void put_space(struct composer *c, span at)
{
	span from = bytes_original(c->from, at);
	runs_add(c->arena, &c->d->map, (struct run){ c->n, from.from, 1, 1, span_len(from) });
	c->text[c->n++] = ' ';
}

enum look_of { VISIBLE, SPACE, NOTHING };

// What a character is to a reader, and its length in bytes.
static enum look_of appearance(const char *at, size_t n, size_t *len)
{
	unsigned char b = (unsigned char)at[0];
	*len = 1;
	if (b < 0x80)
		return b <= 0x20 || b == 0x7f ? SPACE : VISIBLE;
	uint32_t code = 0;
	*len = utf8_decode(at, n, &code);
	switch (code) {
	case 0x85:
	case 0xa0:
	case 0x1680:
	case 0x2028:
	case 0x2029:
	case 0x202f:
	case 0x205f:
	case 0x3000:
		return SPACE;
	case 0xad:
	case 0x200b:
	case 0x2060:
	case 0xfeff:
		return NOTHING;
	default:
		return code >= 0x2000 && code <= 0x200a ? SPACE : VISIBLE;
	}
}

// Appends one paragraph. A space of one byte is copied with what stands before it, so that plain text stays in few
// runs.
static void put_folded(struct composer *c, span at)
{
	const char *text = c->from->text;
	uint32_t start = c->n, same = at.from;
	bool gap = true; // what comes next begins the paragraph or follows a space
	for (uint32_t i = at.from; i < at.to && !c->crowded;) {
		size_t len;
		enum look_of is = appearance(text + i, at.to - i, &len);
		if (is == VISIBLE || (is == SPACE && !gap && len == 1)) {
			gap = is == SPACE;
			i += (uint32_t)len;
			continue;
		}
		put(c, same, i);
		if (is == SPACE && !gap) {
			put_space(c, (span){ i, i + (uint32_t)len });
			gap = true;
		}
		same = i += (uint32_t)len;
	}
	put(c, same, at.to);
	while (c->n > start && c->text[c->n - 1] == ' ')
		c->n--;
}

static void trim_map(struct document *d, uint32_t n)
{
	while (d->map.n && d->map.at[d->map.n - 1].text >= n)
		d->map.n--;
	if (d->map.n) {
		struct run *last = &d->map.at[d->map.n - 1];
		if (last->text + last->len > n)
			last->len = n - last->text;
	}
}

enum status text_compose(struct arena *a, const struct decoded *from, const struct blocks *b, struct document *d,
			 struct err *e)
{
	struct composer c = { .arena = a, .from = from, .d = d };
	c.text = arena_take(a, from->len + 2 * b->list.n + 1);
	for (each (k, &b->list)) {
		if (k->out)
			continue;
		uint32_t before = c.n, start;
		if (before) {
			memcpy(c.text + c.n, "\n\n", 2);
			c.n += 2;
		}
		start = c.n;
		put_folded(&c, k->at);
		if (c.crowded)
			return err_set(e, STATUS_LIMIT,
				       "white space or conversion in more than %d places; clean the file first",
				       LIMIT_RUNS);
		if (c.n == start)
			c.n = before;
		else
			list_push(a, &d->paragraphs, ((span){ start, c.n }));
		trim_map(d, c.n);
	}
	c.text[c.n] = 0;
	d->text = c.text;
	d->len = c.n;
	return c.n ? STATUS_OK : err_set(e, STATUS_BAD_INPUT, "no text in it");
}

enum status text_verbatim(struct arena *a, const struct decoded *from, const struct blocks *b, struct document *d,
			  struct err *e)
{
	if (!b->list.n)
		return err_set(e, STATUS_BAD_INPUT, "no text in it");
	d->text = arena_copy(a, from->text, from->len);
	d->len = (uint32_t)from->len;
	d->map = from->map;
	for (each (k, &b->list))
		list_push(a, &d->paragraphs, k->at);
	return STATUS_OK;
}
