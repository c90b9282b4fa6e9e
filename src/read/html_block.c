// Walks the tree once. What a page does not show (scripts, forms' choices, hidden elements) is no block.
#include "read/html_block.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "read/html_text.h"
#include "read/look.h"

// Elements that a browser draws as blocks of their own, and those that are not shown or hold no text of the page.
static const uint8_t block_tags[] = {
	TAG_html,    TAG_body,     TAG_div,     TAG_p,       TAG_h1,      TAG_h2,         TAG_h3,       TAG_h4,
	TAG_h5,      TAG_h6,       TAG_section, TAG_article, TAG_main,    TAG_aside,      TAG_header,   TAG_footer,
	TAG_nav,     TAG_address,  TAG_blockquote, TAG_center, TAG_details, TAG_summary,  TAG_dialog,   TAG_fieldset,
	TAG_figure,  TAG_figcaption, TAG_pre,   TAG_listing, TAG_hr,      TAG_form,       TAG_ul,       TAG_ol,
	TAG_menu,    TAG_dir,      TAG_li,      TAG_dl,      TAG_dt,      TAG_dd,         TAG_table,    TAG_caption,
	TAG_tbody,   TAG_thead,    TAG_tfoot,   TAG_tr,      TAG_td,      TAG_th,         TAG_legend,   TAG_hgroup,
};
static const uint8_t dropped_tags[] = {
	TAG_script, TAG_style,    TAG_template, TAG_svg,   TAG_noscript, TAG_button, TAG_select, TAG_iframe,
	TAG_head,   TAG_title,    TAG_textarea, TAG_object, TAG_embed,   TAG_audio,  TAG_video,  TAG_canvas,
	TAG_math,   TAG_datalist, TAG_map,      TAG_noframes, TAG_noembed, TAG_applet, TAG_optgroup, TAG_option,
};

struct open {
	uint32_t node, block;
	bool link;
};

enum { OPEN_MOST = 520, SEEN = 1 << 10 }; // deeper than trees are; names that are remembered

struct splitter {
	struct arena *arena;
	const struct html_tree *tree;
	struct html_page *page;
	struct buf out;
	struct runs map; // of `out`, to the decoded page
	struct open open[OPEN_MOST];
	int n;
	uint32_t from;            // where the block in hand begins in `out`
	uint32_t words, linked;   // of it, twice, since ideographs count half
	bool in_word, broken;     // broken: nothing but white space since a <br>
	bool block[TAG_COUNT], dropped[TAG_COUNT];
	struct seen {
		uint64_t hash;
		uint8_t what;
	} seen[SEEN]; // pages repeat their names: what they say is worked out once
};

static bool is_space(const char *at, size_t len)
{
	unsigned char c = (unsigned char)at[0];
	return (len == 1 && look_space(at[0])) || (len == 2 && c == 0xc2 && (unsigned char)at[1] == 0xa0) ||
	       (len == 3 && c == 0xe2 && (unsigned char)at[1] == 0x80 && (unsigned char)at[2] == 0x8b);
}

// Chinese, Japanese: no spaces between words.
static bool ideograph(uint32_t code)
{
	return (code >= 0x3040 && code < 0xa000) || (code >= 0x20000 && code < 0x30000);
}

static void count(struct splitter *s, uint32_t from, bool link)
{
	const char *text = s->out.at;
	for (size_t i = from; i < s->out.n;) {
		uint32_t code = 0;
		size_t len = utf8_decode(text + i, s->out.n - i, &code);
		len = len ? len : 1;
		uint32_t more = 0;
		if (is_space(text + i, len)) {
			s->in_word = false;
		} else if (ideograph(code)) {
			more = 1;
			s->in_word = false;
			s->broken = false;
		} else {
			more = s->in_word ? 0 : 2;
			s->in_word = true;
			s->broken = false;
		}
		s->words += more;
		s->linked += link ? more : 0;
		i += len;
	}
}

static bool has_letter(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (look_letter(text.at[i]) || look_digit(text.at[i]))
			return true;
	return false;
}

static span trim(const char *text, span at)
{
	while (at.from < at.to) {
		uint32_t code;
		size_t len = utf8_decode(text + at.from, at.to - at.from, &code);
		if (!len || !is_space(text + at.from, len))
			break;
		at.from += (uint32_t)len;
	}
	while (at.to > at.from) {
		uint32_t last = at.to - 1;
		while (last > at.from && ((unsigned char)text[last] & 0xc0) == 0x80)
			last--;
		if (!is_space(text + last, at.to - last))
			break;
		at.to = last;
	}
	return at;
}

// Ends the block in hand.
static void flush(struct splitter *s)
{
	span at = trim(buf_str(&s->out), (span){ s->from, (uint32_t)s->out.n });
	struct slice text = slice_in(buf_str(&s->out), at);
	if (s->words && has_letter(text))
		list_push(s->arena, &s->page->list,
			  ((struct html_block){ .node = s->open[s->n - 1].block, .at = at, .words = (s->words + 1) / 2,
						.linked = (s->linked + 1) / 2, .sentence = look_sentence_end(text) }));
	s->from = (uint32_t)s->out.n;
	s->words = s->linked = 0;
	s->in_word = s->broken = false;
}

// A <br> is white space; two of them part blocks.
static void line_break(struct splitter *s)
{
	if (s->broken) {
		flush(s);
	} else if (s->words) {
		buf_char(&s->out, ' '); // no way back: it is folded with the space around it or stands for the break
		s->in_word = false;
	}
	s->broken = true;
}

static bool says(struct slice style, const char *property, const char *value)
{
	for (ptrdiff_t at; (at = slice_find(style, property)) >= 0;) {
		style = look_from(style, (size_t)at + 1);
		struct slice v = look_from(style, slice_of(property).len - 1);
		while (v.len && (look_space(v.at[0]) || v.at[0] == ':'))
			v = look_from(v, 1);
		if (look_starts(v, value))
			return true;
	}
	return false;
}

static bool hidden(const struct splitter *s, uint32_t n)
{
	const struct html_tree *t = s->tree;
	const struct html_attr *style = html_tree_attr(t, n, ATTR_style);
	const struct html_attr *aria = html_tree_attr(t, n, ATTR_aria_hidden);
	struct slice css = style ? slice_in(t->from->text, style->value) : (struct slice){ "", 0 };
	return html_tree_attr(t, n, ATTR_hidden) || says(css, "display", "none") || says(css, "visibility", "hidden") ||
	       (aria && slice_is_nocase(slice_in(t->from->text, aria->value), "true"));
}

static void read_names(struct splitter *s, const struct furniture *f, uint32_t n)
{
	static const enum html_attr_name which[] = { ATTR_class, ATTR_id };
	for (int i = 0; i < 2; i++) {
		const struct html_attr *attr = html_tree_attr(s->tree, n, which[i]);
		if (!attr)
			continue;
		struct slice value = slice_in(s->tree->from->text, attr->value);
		uint64_t hash = hash_fast(value.at, value.len, 4) | 1;
		struct seen *seen = &s->seen[hash >> 1 & (SEEN - 1)];
		if (seen->hash != hash)
			*seen = (struct seen){ hash, (uint8_t)furniture_names(f, value) };
		s->page->names[n] |= seen->what;
	}
}

// Whether the walk goes into an element.
static bool enters(struct splitter *s, const struct furniture *f, uint32_t n)
{
	const struct html_node *k = &s->tree->nodes.at[n];
	if (s->dropped[k->tag] || k->foreign || hidden(s, n))
		return false;
	read_names(s, f, n);
	return s->block[k->tag] || !(s->page->names[n] & FURNITURE_HOVER);
}

static void open(struct splitter *s, uint32_t n)
{
	const struct html_node *k = &s->tree->nodes.at[n];
	const struct open *out = &s->open[s->n - 1];
	bool block = s->block[k->tag];
	if (block)
		flush(s);
	if (s->n < OPEN_MOST)
		s->open[s->n++] = (struct open){ n, block ? n : out->block, out->link || k->tag == TAG_a };
}

static void close_before(struct splitter *s, uint32_t n)
{
	while (s->n > 1 && s->tree->nodes.at[s->open[s->n - 1].node].end <= n) {
		if (s->open[s->n - 1].block == s->open[s->n - 1].node)
			flush(s);
		s->n--;
	}
}

static void walk(struct splitter *s, const struct furniture *f)
{
	const struct html_tree *t = s->tree;
	uint32_t end = t->nodes.at[s->page->body].end;
	for (uint32_t n = s->page->body + 1; n < end;) {
		const struct html_node *k = &t->nodes.at[n];
		close_before(s, n);
		uint32_t next = n + 1;
		if (k->text) {
			uint32_t from = (uint32_t)s->out.n;
			html_text_add(t, n, &s->out, &s->map);
			count(s, from, s->open[s->n - 1].link);
		} else if (k->tag == TAG_br) {
			line_break(s);
		} else if (!enters(s, f, n)) {
			next = k->end;
		} else {
			open(s, n);
		}
		n = next;
	}
	close_before(s, end);
	flush(s);
}

static uint32_t find_body(const struct html_tree *t)
{
	for (uint32_t n = 1; n < t->nodes.n; n++)
		if (t->nodes.at[n].tag == TAG_body)
			return n;
	return 0;
}

enum status html_block_split(struct arena *a, const struct furniture *f, const struct html_tree *t,
			     struct html_page *out, struct err *e)
{
	struct splitter *s = arena_new(a, struct splitter);
	*out = (struct html_page){ .tree = t, .names = arena_array(a, uint8_t, t->nodes.n), .body = find_body(t) };
	*s = (struct splitter){ .arena = a, .tree = t, .page = out, .out = buf_in(a) };
	for (size_t i = 0; i < sizeof block_tags; i++)
		s->block[block_tags[i]] = true;
	for (size_t i = 0; i < sizeof dropped_tags; i++)
		s->dropped[dropped_tags[i]] = true;
	s->open[s->n++] = (struct open){ out->body, out->body, false };
	walk(s, f);
	if (out->list.n > LIMIT_PARAGRAPHS)
		return err_set(e, STATUS_LIMIT, "more than %d paragraphs; split the file", LIMIT_PARAGRAPHS);
	out->text.text = buf_str(&s->out);
	out->text.len = s->out.n;
	runs_through(a, &out->text.map, &s->map, &t->from->map);
	return STATUS_OK;
}
