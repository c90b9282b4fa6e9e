#include "read/html_text.h"

#include "read/html_refs.h"

// A stretch of the page that is decoded.
struct stretch {
	const char *page;
	span at;
	unsigned coding;
	enum html_refs_in in;
};

// Where the next byte that may not be itself stands, from `at` on.
static uint32_t find_coded(const struct stretch *s, uint32_t at)
{
	while (at < s->at.to && s->page[at] != '&' && s->page[at] != '\r')
		at++;
	return at;
}

// What the '&' or CR at `at` begins: writes what it stands for, returns its bytes; 0 where it is itself.
static size_t read_coded(const struct stretch *s, uint32_t at, char out[HTML_REFS_MOST], size_t *n)
{
	struct slice rest = slice_in(s->page, (span){ at, s->at.to });
	if (rest.at[0] == '&')
		return s->coding & HTML_REFS ? html_refs_read(rest, s->in, out, n) : 0;
	out[0] = '\n';
	*n = 1;
	return slice_starts(rest, "\r\n") ? 2 : 1;
}

static void put(struct buf *out, struct runs *map, struct slice chars, struct run run)
{
	run.text = (uint32_t)out->n;
	run.len = (uint32_t)chars.len;
	buf_slice(out, chars);
	if (map)
		runs_add(out->arena, map, run);
}

static void decode(const struct stretch *s, struct buf *out, struct runs *map)
{
	uint32_t same = s->at.from;
	for (uint32_t at = find_coded(s, same); at < s->at.to;) {
		char chars[HTML_REFS_MOST];
		size_t n, len = read_coded(s, at, chars, &n);
		if (len) {
			put(out, map, slice_in(s->page, (span){ same, at }), (struct run){ .original = same });
			put(out, map, (struct slice){ chars, n },
			    (struct run){ .original = at, .unit = (uint32_t)n, .from = (uint32_t)len });
			same = at + (uint32_t)len;
		}
		at = find_coded(s, len ? same : at + 1);
	}
	put(out, map, slice_in(s->page, (span){ same, s->at.to }), (struct run){ .original = same });
}

static struct stretch stretch_of(const struct html_tree *t, uint32_t node)
{
	const struct html_node *n = &t->nodes.at[node];
	return (struct stretch){ t->from->text, n->at, n->coding, t->xml ? HTML_REFS_XML : HTML_REFS_TEXT };
}

static struct stretch stretch_of_value(const struct html_tree *t, const struct html_attr *attr)
{
	return (struct stretch){ t->from->text, attr->value, attr->coding, t->xml ? HTML_REFS_XML : HTML_REFS_VALUE };
}

void html_text_add(const struct html_tree *t, uint32_t node, struct buf *out, struct runs *map)
{
	struct stretch s = stretch_of(t, node);
	decode(&s, out, map);
}

void html_text_add_value(const struct html_tree *t, const struct html_attr *attr, struct buf *out, struct runs *map)
{
	struct stretch s = stretch_of_value(t, attr);
	decode(&s, out, map);
}

static struct slice decoded(struct arena *a, const struct stretch *s)
{
	if (!s->coding)
		return slice_in(s->page, s->at);
	struct buf out = buf_in(a);
	decode(s, &out, NULL);
	return (struct slice){ buf_str(&out), out.n };
}

struct slice html_text_of(struct arena *a, const struct html_tree *t, uint32_t node)
{
	struct stretch s = stretch_of(t, node);
	return decoded(a, &s);
}

struct slice html_text_value(struct arena *a, const struct html_tree *t, const struct html_attr *attr)
{
	if (!attr)
		return (struct slice){ "", 0 };
	struct stretch s = stretch_of_value(t, attr);
	return decoded(a, &s);
}
