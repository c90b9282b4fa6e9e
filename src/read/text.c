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
	size_t run; // of `from`: no later byte comes from an earlier one
	bool crowded;
};

static void add_run(struct composer *c, struct run r)
{
	struct run *last = c->d->map.n ? &c->d->map.at[c->d->map.n - 1] : NULL;
	if (last && last->text + last->len == r.text && last->original + last->len == r.original)
		last->len += r.len;
	else if (c->d->map.n >= LIMIT_RUNS)
		c->crowded = true;
	else
		list_push(c->arena, &c->d->map, r);
}

// Appends bytes of the decoded text, control characters as spaces.
static void put(struct composer *c, uint32_t from, uint32_t to)
{
	const struct run *runs = c->from->map.at;
	size_t n = c->from->map.n;
	for (uint32_t at = from; at < to;) {
		while (c->run + 1 < n && runs[c->run + 1].text <= at)
			c->run++;
		const struct run *r = &runs[c->run];
		uint32_t end = c->run + 1 < n && runs[c->run + 1].text < to ? runs[c->run + 1].text : to;
		uint32_t in = at - r->text, left = in < r->len ? r->len - in : 0;
		add_run(c, (struct run){ c->n + (at - from), r->original + in, left < end - at ? left : end - at });
		at = end;
	}
	for (uint32_t i = from; i < to; i++) {
		unsigned char b = (unsigned char)c->from->text[i];
		c->text[c->n++] = (char)(b < 0x20 || b == 0x7f ? ' ' : b);
	}
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
			put(c, i, i + 1); // a wide space: one place for its first byte, which becomes a space
			c->text[c->n - 1] = ' ';
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
	for (const struct run *r = from->map.at; r < from->map.at + from->map.n; r++)
		list_push(a, &d->map, *r);
	for (each (k, &b->list))
		list_push(a, &d->paragraphs, k->at);
	return STATUS_OK;
}
