// A feed is taken whole, since what it says of all its items may be anywhere in front of them; a feed is no archive.
#include "read/feed_split.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "read/charset.h"
#include "read/feed.h"
#include "read/html_build.h"
#include "read/html_text.h"
#include "read/look.h"

static struct slice without_mark(struct slice s)
{
	return slice_starts(s, "\xef\xbb\xbf") ? look_from(s, 3) : s;
}

bool feed_split_may_be(struct slice head)
{
	return slice_starts(without_mark(head), "<");
}

// Without the declaration, comments and document type in front of the root element.
static struct slice root_of(struct slice s)
{
	static const char *const skipped[][2] = { { "<?", "?>" }, { "<!--", "-->" }, { "<!", ">" } };
	for (size_t i = 0; i < sizeof skipped / sizeof *skipped;) {
		s = slice_trim(s);
		ptrdiff_t end = slice_starts(s, skipped[i][0]) ? slice_find(s, skipped[i][1]) : -1;
		if (end >= 0)
			s = look_from(s, (size_t)end + slice_of(skipped[i][1]).len);
		i = end >= 0 ? 0 : i + 1;
	}
	return s;
}

bool feed_split_is(struct slice head)
{
	static const char *const roots[] = { "<rss", "<feed", "<rdf:RDF" };
	if (!feed_split_may_be(head))
		return false;
	head.len = head.len < FEED_HEAD ? head.len : FEED_HEAD;
	struct slice root = root_of(without_mark(head));
	for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
		if (slice_starts(root, roots[i]))
			return true;
	return false;
}

enum { TITLE_MOST = 300 }; // bytes; a longer title names no outlet

// On one line, without what could steer a terminal; NULL where nothing is left, or too much.
static const char *one_line(struct arena *a, struct slice s)
{
	char *out = arena_take(a, s.len + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.len; i++) {
		bool space = (unsigned char)s.at[i] <= ' ' || s.at[i] == 0x7f;
		if (!space)
			out[n++] = s.at[i];
		else if (n && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	n -= n && out[n - 1] == ' ';
	out[n] = 0;
	return n && n <= TITLE_MOST ? out : NULL;
}

// The feed's own title: the first in front of the items. NULL where it has none, or is in an old encoding.
static const char *title_of(struct arena *a, struct slice front)
{
	struct decoded from = { .text = arena_copy(a, front.at, front.len), .len = front.len };
	struct html_tree tree;
	struct err e;
	if (utf8_valid(from.text, from.len) != from.len || html_build(a, &from, true, &tree, &e) != STATUS_OK)
		return NULL;
	for (uint32_t n = 1; n < tree.nodes.n; n++) {
		uint32_t text = html_tree_first(&tree, n);
		if (tree.nodes.at[n].text || !slice_is(html_tree_name(&tree, n), "title") || !text)
			continue;
		return one_line(a, html_text_of(a, &tree, text));
	}
	return NULL;
}

static void give_items(struct arena *a, struct slice feed, member_give *give, void *context)
{
	struct slice rest = feed, item;
	struct member m = { .kind = MEMBER_DOCUMENT };
	const struct charset *charset = charset_declared(feed);
	m.envelope.charset = charset ? charset->name : NULL;
	for (size_t number = 1; feed_next(&rest, &item); number++) {
		if (number == 1)
			m.envelope.outlet = title_of(a, (struct slice){ feed.at, (size_t)(item.at - feed.at) });
		m.place = arena_printf(a, "item %zu", number);
		m.envelope.path = m.place + slice_of("item ").len;
		m.bytes = item;
		if (!give(context, &m))
			return;
	}
}

void feed_split(struct input *in, member_give *give, void *context)
{
	struct arena scratch = { 0 };
	struct buf feed = buf_in(&scratch);
	struct member m = { 0 };
	if (input_all(in, &feed, LIMIT_MEMBER, &m.err) == STATUS_OK)
		give_items(&scratch, (struct slice){ buf_str(&feed), feed.n }, give, context);
	else
		give(context, &m);
	arena_free(&scratch);
}
