#include "read/html_clues.h"

#include "base/utf8.h"
#include "read/html_headline.h"
#include "read/look.h"

#include <string.h>

enum {
	ASIDE_SHORT = 200, // bytes of an aside that may be the article's data
	TITLE_LONG = 1000,
};

// The walk: where the text stands that comes next.
struct walk {
	struct html_clues *c;
	struct buf text;
	uint32_t *block; // [node] the nearest block around it
	uint32_t line;   // the block that the last text was in
	uint32_t parent; // of the last text
	bool breaks;     // a block began or a line broke since
};

static struct slice value_of(const struct html_clues *c, uint32_t n, enum html_attr_name name)
{
	return slice_trim(html_text_value(c->arena, c->tree, html_tree_attr(c->tree, n, name)));
}

static bool no_text(enum html_tag tag)
{
	return html_is(tag, HTML_RAW) || tag == TAG_template || tag == TAG_svg || tag == TAG_select ||
	       tag == TAG_textarea || tag == TAG_title;
}

static void blank_spaces(char *at, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		if (!memcmp(at + i, "\xc2\xa0", 2))
			memset(at + i, ' ', 2);
		else if (i + 2 < n && !memcmp(at + i, "\xe2\x80", 2) && (unsigned char)at[i + 2] <= 0x8f)
			memset(at + i, ' ', 3);
}

static void add_text(struct walk *w, uint32_t n)
{
	struct html_clues *c = w->c;
	const struct html_node *node = &c->tree->nodes.at[n];
	bool apart = w->parent != node->parent && !html_is(c->tree->nodes.at[node->parent].tag, HTML_FORMATTING);
	bool begins = w->breaks || w->line != w->block[n];
	if (begins || apart)
		buf_char(&w->text, begins ? '\n' : ' ');
	if (begins) {
		uint32_t at = (uint32_t)w->text.n;
		list_push(c->arena, &c->lines, ((struct html_line){ { at, at }, n }));
	}
	w->breaks = false;
	w->line = w->block[n];
	w->parent = node->parent;
	size_t from = w->text.n;
	html_text_add(c->tree, n, &w->text, &c->map);
	for (size_t i = from; i < w->text.n; i++)
		if (w->text.at[i] == '\n')
			w->text.at[i] = ' ';
	if (w->text.n > from)
		blank_spaces(w->text.at + from, w->text.n - from);
	if (c->lines.n)
		c->lines.at[c->lines.n - 1].at.to = (uint32_t)w->text.n;
}

static void add_meta(struct html_clues *c, uint32_t n)
{
	static const enum html_attr_name names[] = { ATTR_property, ATTR_name, ATTR_itemprop, ATTR_http_equiv };
	const struct html_attr *content = html_tree_attr(c->tree, n, ATTR_content);
	if (!content)
		content = html_tree_attr(c->tree, n, ATTR_value);
	struct slice value = slice_trim(html_text_value(c->arena, c->tree, content));
	for (size_t i = 0; i < sizeof names / sizeof *names && value.len; i++) {
		struct slice name = value_of(c, n, names[i]);
		if (name.len)
			list_push(c->arena, &c->metas, ((struct html_said){ name, value, content->value }));
	}
}

static void add_link(struct html_clues *c, uint32_t n)
{
	const struct html_attr *href = html_tree_attr(c->tree, n, ATTR_href);
	if (!c->canonical.value.len && href && slice_is_nocase(value_of(c, n, ATTR_rel), "canonical"))
		c->canonical = (struct html_said){ { "canonical", 9 }, value_of(c, n, ATTR_href), href->value };
}

static struct slice title_of(const struct html_clues *c, uint32_t text)
{
	struct slice s = slice_trim(html_text_of(c->arena, c->tree, text));
	return (struct slice){ s.at, s.len > TITLE_LONG ? utf8_floor(s.at, TITLE_LONG) : s.len };
}

static void add_head(struct html_clues *c, uint32_t n, enum html_tag tag)
{
	uint32_t text = html_tree_first(c->tree, n);
	if (tag == TAG_meta)
		add_meta(c, n);
	else if (tag == TAG_link)
		add_link(c, n);
	else if (tag == TAG_title && text && !c->title.value.len)
		c->title = (struct html_said){ { "title", 5 }, title_of(c, text), c->tree->nodes.at[text].at };
	else if (tag == TAG_script && text && look_has(value_of(c, n, ATTR_type), "ld+json"))
		jsonld_read(c->arena, slice_in(c->tree->from->text, c->tree->nodes.at[text].at), &c->jsonld);
	else if (tag == TAG_html && !*c->lang) {
		struct slice lang = value_of(c, n, ATTR_lang);
		if (!lang.len)
			lang = value_of(c, n, ATTR_xml_lang);
		c->lang = arena_copy(c->arena, lang.at, lang.len < 12 ? lang.len : 12);
	}
}

// Whether one of the words of a class or id says that a place is not the article's own.
static bool named_away(const struct html_clues *c, struct slice names)
{
	struct slice name;
	size_t len;
	while (slice_cut(&names, ' ', &name)) {
		int row = page_words_named(c->words, name).of[PAGE_away];
		if (row == 1 || (row == 2 && page_words_at(c->words, PAGE_away, name, &len) == 2))
			return true;
	}
	return false;
}

static bool tag_away(enum html_tag tag)
{
	return tag == TAG_nav || tag == TAG_footer || tag == TAG_aside || tag == TAG_button || tag == TAG_form;
}

static bool tag_own(enum html_tag tag)
{
	return tag == TAG_body || tag == TAG_html || tag == TAG_main || tag == TAG_article;
}

// What the names of an element say that it is.
static void add_marks(struct html_clues *c, uint32_t n, enum html_tag tag)
{
	bool date = false, author = false, away = tag_away(tag);
	for (uint32_t i = 0; i < c->tree->nodes.at[n].n_attrs; i++) {
		const struct html_attr *attr = &c->tree->attrs.at[c->tree->nodes.at[n].attrs + i];
		enum html_attr_name name = (enum html_attr_name)attr->known;
		bool link = name == ATTR_href && tag == TAG_a, id = name == ATTR_class || name == ATTR_id;
		if (!link && !id && name != ATTR_rel && name != ATTR_itemprop && name != ATTR_data_testid)
			continue;
		struct slice value = slice_in(c->tree->from->text, attr->value);
		struct page_rows rows = page_words_named(c->words, value);
		author |= rows.of[PAGE_marks_author];
		date |= rows.of[PAGE_marks_date] && !link;
		away |= id && rows.of[PAGE_away] && !tag_own(tag) && named_away(c, value);
		if (name == ATTR_itemprop)
			list_push(c->arena, &c->items, n);
	}
	c->away[n] = away;
	if (html_is(tag, HTML_HEADING))
		list_push(c->arena, &c->headings, n);
	if (tag == TAG_time)
		list_push(c->arena, &c->times, n);
	if (date)
		list_push(c->arena, &c->dates, n);
	if (author)
		list_push(c->arena, &c->authors, n);
}

static uint32_t add_element(struct walk *w, uint32_t n)
{
	struct html_clues *c = w->c;
	const struct html_node *node = &c->tree->nodes.at[n];
	enum html_tag tag = (enum html_tag)node->tag;
	bool block = html_is(tag, HTML_SPECIAL) && tag != TAG_img && tag != TAG_wbr && tag != TAG_input;
	add_head(c, n, tag);
	if (no_text(tag) || node->foreign)
		return node->end;
	w->breaks |= block;
	w->block[n] = block ? n : w->block[node->parent];
	add_marks(c, n, tag);
	return n + 1;
}

// A place that holds the headline is the article's own, whatever it is called; what is in it may still be away.
static void settle_away(struct html_clues *c)
{
	for (uint32_t n = c->headline; n; n = c->tree->nodes.at[n].parent)
		c->away[n] = false;
	for (uint32_t n = 1; n < c->tree->nodes.n; n++)
		if (html_tree_is(c->tree, n, TAG_aside) && span_len(html_clues_span(c, n)) < ASIDE_SHORT)
			c->away[n] = false;
	for (uint32_t n = 1; n < c->tree->nodes.n; n++)
		c->away[n] = c->away[n] || c->away[c->tree->nodes.at[n].parent];
}

void html_clues_find(struct arena *a, const struct page_words *words, const struct html_tree *t,
		     struct html_clues *out)
{
	*out = (struct html_clues){
		.arena = a, .tree = t, .words = words, .article = UINT32_MAX, .lang = ""
	};
	out->title.value = out->canonical.value = slice_of("");
	size_t n = t->nodes.n;
	out->start = arena_array(a, uint32_t, n + 1);
	out->away = arena_array(a, uint8_t, n);
	struct walk w = { .c = out, .text = buf_in(a), .block = arena_array(a, uint32_t, n) };
	for (uint32_t i = 1, to; i < n; i = to) {
		const struct html_node *node = &t->nodes.at[i];
		out->start[i] = (uint32_t)w.text.n;
		to = i + 1;
		if (node->text) {
			w.block[i] = w.block[node->parent];
			add_text(&w, i);
		} else {
			to = add_element(&w, i);
		}
		for (uint32_t skipped = i + 1; skipped < to; skipped++)
			out->start[skipped] = out->start[i];
	}
	out->start[n] = (uint32_t)w.text.n;
	out->text = (struct slice){ buf_str(&w.text), w.text.n };
	out->headline = html_headline_find(out);
	settle_away(out);
}

span html_clues_span(const struct html_clues *c, uint32_t node)
{
	return (span){ c->start[node], c->start[c->tree->nodes.at[node].end] };
}

struct slice html_clues_text(const struct html_clues *c, uint32_t node)
{
	return slice_trim(slice_in(c->text.at, html_clues_span(c, node)));
}

span html_clues_original(const struct html_clues *c, span at)
{
	return bytes_original(c->tree->from, runs_original(&c->map, at));
}

const struct html_said *html_clues_meta(const struct html_clues *c, enum page_class names, int row)
{
	for (each (m, &c->metas)) {
		int at = page_words_row(c->words, names, m->name);
		if (at && (!row || at == row))
			return m;
	}
	return NULL;
}
