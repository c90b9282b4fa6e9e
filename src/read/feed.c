// RSS 2.0, RSS 1.0 with its modules content and dc, RFC 4287. Prefixes are taken for what they stand for by custom. The
// text is escaped (once, or in CDATA) or, in Atom, may be XHTML as it is; either is read as HTML.
#include "read/feed.h"

#include "base/buf.h"
#include "read/calendar.h"
#include "read/html_build.h"
#include "read/html_text.h"
#include "read/look.h"
#include "read/when.h"

#include <string.h>

// --- where items are ---

// The name of an item's element that a tag begins with, or NULL.
static const char *item_name(struct slice tag)
{
	static const char *const names[] = { "item", "entry" };
	for (int i = 0; i < 2; i++) {
		size_t n = strlen(names[i]);
		if (slice_starts(tag, names[i]) && tag.len > n &&
		    (html_space(tag.at[n]) || tag.at[n] == '>' || tag.at[n] == '/'))
			return names[i];
	}
	return NULL;
}

// What is behind the first `end` in s; nothing where there is none.
static struct slice behind(struct slice s, const char *end)
{
	ptrdiff_t at = slice_find(s, end);
	return look_from(s, at < 0 ? s.len : (size_t)at + strlen(end));
}

// From one '<' to the next that is markup; false at the end.
static bool next_tag(struct slice *s)
{
	for (;;) {
		const char *at = memchr(s->at, '<', s->len);
		*s = look_from(*s, at ? (size_t)(at - s->at) : s->len);
		if (slice_starts(*s, "<!--"))
			*s = behind(*s, "-->");
		else if (slice_starts(*s, "<![CDATA["))
			*s = behind(*s, "]]>");
		else
			return at;
	}
}

bool feed_next(struct slice *rest, struct slice *item)
{
	const char *name = NULL;
	for (struct slice s = *rest; next_tag(&s); s = look_from(s, 1)) {
		const char *starts = item_name(look_from(s, 1));
		bool ends = name && slice_starts(s, "</") && item_name(look_from(s, 2)) == name;
		if (name && (starts == name || ends)) {
			*rest = ends ? behind(s, ">") : s;
			item->len = (size_t)(rest->at - item->at);
			return true;
		}
		if (!name && starts) {
			name = starts;
			item->at = s.at;
		}
	}
	*rest = look_from(*rest, rest->len);
	return false;
}

// --- what one says ---

bool feed_is_item(const struct decoded *from)
{
	struct slice s = slice_trim((struct slice){ from->text, from->len });
	return slice_starts(s, "<") && item_name(look_from(s, 1));
}

// The elements of an item. Of those of one field the highest rank counts, then the first; authors count all.
enum field { FIELD_TITLE, FIELD_LINK, FIELD_DATE, FIELD_AUTHOR, FIELD_TEXT, FIELDS };

static const struct {
	const char *name;
	enum field field;
	int rank;
} elements[] = {
	{ "title", FIELD_TITLE, 1 },    { "link", FIELD_LINK, 1 },         { "pubDate", FIELD_DATE, 2 },
	{ "published", FIELD_DATE, 2 }, { "dc:date", FIELD_DATE, 2 },      { "updated", FIELD_DATE, 1 },
	{ "author", FIELD_AUTHOR, 1 },  { "dc:creator", FIELD_AUTHOR, 1 }, { "content:encoded", FIELD_TEXT, 3 },
	{ "content", FIELD_TEXT, 2 },   { "description", FIELD_TEXT, 1 },  { "summary", FIELD_TEXT, 1 },
};

struct item {
	struct arena *arena;
	const struct html_tree *tree;
	struct feed_item *out;
	bool atom;
	int rank[FIELDS]; // of what was taken so far
};

// The characters of all texts in an element; `map`, which may be NULL, leads from them to the decoded feed.
static struct slice text_of(struct arena *a, const struct html_tree *t, uint32_t n, struct runs *map)
{
	struct buf out = buf_in(a);
	for (uint32_t i = n + 1; i < t->nodes.at[n].end; i++)
		if (t->nodes.at[i].text)
			html_text_add(t, i, &out, map);
	return (struct slice){ buf_str(&out), out.n };
}

static bool has_type(const struct html_tree *t, uint32_t n, const char *type)
{
	const struct html_attr *attr = html_tree_attr_named(t, n, "type");
	return attr && slice_is_nocase(slice_in(t->from->text, attr->value), type);
}

// One line of text: white space folded; NULL where there is none.
static const char *line_of(struct arena *a, struct slice s)
{
	struct buf out = buf_in(a);
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] > ' ')
			buf_char(&out, s.at[i]);
		else if (out.n && out.at[out.n - 1] != ' ')
			buf_char(&out, ' ');
	struct slice line = slice_trim((struct slice){ buf_str(&out), out.n });
	return line.len ? arena_copy(a, line.at, line.len) : NULL;
}

// A title is HTML but for Atom's plain ones.
static enum status take_title(struct item *x, uint32_t n, struct err *e)
{
	struct arena *a = x->arena;
	struct slice title = text_of(a, x->tree, n, NULL);
	struct decoded from = { .text = title.at, .len = title.len };
	struct html_tree page;
	bool plain = x->atom && !has_type(x->tree, n, "html");
	if (!plain && html_build(a, &from, false, &page, e) != STATUS_OK)
		return e->status;
	x->out->title = line_of(a, plain ? title : text_of(a, &page, 0, NULL));
	return STATUS_OK;
}

static bool take_link(struct item *x, uint32_t n)
{
	const struct html_tree *t = x->tree;
	const struct html_attr *href = html_tree_attr(t, n, ATTR_href), *rel = html_tree_attr(t, n, ATTR_rel);
	struct slice url = slice_trim(href ? html_text_value(x->arena, t, href) : text_of(x->arena, t, n, NULL));
	if ((rel && !slice_is_nocase(slice_in(t->from->text, rel->value), "alternate")) ||
	    !(slice_starts(url, "http://") || slice_starts(url, "https://")))
		return false;
	for (size_t i = 0; i < url.len; i++)
		if ((unsigned char)url.at[i] <= ' ')
			return false;
	x->out->link = arena_copy(x->arena, url.at, url.len);
	return true;
}

static bool take_date(struct item *x, uint32_t n)
{
	struct slice s = slice_trim(text_of(x->arena, x->tree, n, NULL));
	struct date d = { 0 };
	struct when w;
	if (!date_read(s, &d) && when_read(s, &w) && !w.ambiguous && w.year && w.day)
		d = (struct date){ w.year, w.month, w.day };
	if (!date_known(d) ||
	    (d.day && (!calendar_valid(d.year, d.month, d.day) || calendar_unset(d.year, d.month, d.day))))
		return false;
	x->out->date = d;
	return true;
}

// "Ann Lee", "ann@orlen.example (Ann Lee)", or Atom's <name>.
static void take_author(struct item *x, uint32_t n)
{
	const struct html_tree *t = x->tree;
	uint32_t name = html_tree_first(t, n);
	while (name && (t->nodes.at[name].text || !slice_is(html_tree_name(t, name), "name")))
		name = html_tree_next(t, name);
	struct slice s = slice_trim(text_of(x->arena, t, name ? name : n, NULL));
	const char *open = memchr(s.at, '(', s.len);
	if (open && memchr(s.at, '@', (size_t)(open - s.at)) && slice_ends(s, ")"))
		s = (struct slice){ open + 1, (size_t)(s.at + s.len - open) - 2 };
	const char *author = line_of(x->arena, s);
	if (author)
		list_push(x->arena, &x->out->authors, author);
}

static bool take_text(struct item *x, uint32_t n)
{
	const struct html_tree *t = x->tree;
	const struct html_node *k = &t->nodes.at[n];
	struct runs map = { 0 };
	struct slice s = text_of(x->arena, t, n, &map);
	if (!slice_trim(s).len)
		return false;
	if (has_type(t, n, "xhtml")) { // with its end tag, which HTML does not know
		span at = { k->inside, k->at.to };
		s = slice_in(t->from->text, at);
		map = (struct runs){ 0 };
		runs_add(x->arena, &map, (struct run){ 0, at.from, span_len(at), 0, 0 });
	}
	x->out->page = (struct decoded){ .text = s.at, .len = s.len };
	runs_through(x->arena, &x->out->page.map, &map, &t->from->map);
	return true;
}

static enum status take_element(struct item *x, uint32_t n, struct err *e)
{
	struct slice name = html_tree_name(x->tree, n);
	size_t i = 0;
	while (i < sizeof elements / sizeof *elements && !slice_is(name, elements[i].name))
		i++;
	if (i == sizeof elements / sizeof *elements)
		return STATUS_OK;
	enum field field = elements[i].field;
	if (elements[i].rank <= x->rank[field])
		return STATUS_OK;
	if (field == FIELD_TITLE && take_title(x, n, e) != STATUS_OK)
		return e->status;
	if (field == FIELD_AUTHOR)
		take_author(x, n);
	else if (field == FIELD_TITLE || (field == FIELD_LINK && take_link(x, n)) ||
		 (field == FIELD_DATE && take_date(x, n)) || (field == FIELD_TEXT && take_text(x, n)))
		x->rank[field] = elements[i].rank;
	return STATUS_OK;
}

enum status feed_read(struct arena *a, const struct decoded *from, struct feed_item *out, struct err *e)
{
	struct html_tree tree;
	if (html_build(a, from, true, &tree, e) != STATUS_OK)
		return e->status;
	uint32_t item = html_tree_first(&tree, 0);
	while (item && tree.nodes.at[item].text)
		item = html_tree_next(&tree, item);
	bool atom = slice_is(html_tree_name(&tree, item), "entry");
	*out = (struct feed_item){ .media = atom ? "application/atom+xml" : "application/rss+xml" };
	struct item x = { .arena = a, .tree = &tree, .out = out, .atom = atom };
	for (uint32_t n = html_tree_first(&tree, item); n; n = html_tree_next(&tree, n))
		if (!tree.nodes.at[n].text && take_element(&x, n, e) != STATUS_OK)
			return e->status;
	if (!out->page.len)
		return err_set(e, STATUS_BAD_INPUT, "no text in this item of a feed; read the page that it leads to");
	return STATUS_OK;
}
