// The article's element is found (html_choose.c); here each block in it is kept or left out. A rule that would leave
// out most of the running text of a page is wrong about that page and is not used: first all names are believed, then
// only those of what is beside the article, then none.
#include "read/article.h"

#include "base/hash.h"
#include "read/html_choose.h"
#include "read/html_text.h"
#include "read/look.h"
#include "read/repeat.h"

#include <string.h>

enum {
	CAPTION_MOST = 40,   // words of a caption or of a line of links
	SENTENCE_LINK = 8,   // a sentence that is all link has more words
	FIRST_MOST = 20,     // words of a date line at the top
	FIRST_DIGITS = 4,
	COPY_LEAST = 5,      // words of a paragraph that counts as a copy
	LEAD_MOST = 3,       // paragraphs of a standfirst
	LEAD_LEAST = 8,      // words of one
};

struct finder {
	struct arena *arena;
	const struct furniture *furniture;
	const struct html_page *page;
	struct html_weights w;
	struct slice title;         // folded
	uint32_t *words, *linked;   // [node] of all blocks below
	uint64_t *copies;           // [block] hash of its words
	uint32_t container;
	bool believe_asides;
	bool *out;                  // [block] left out, as `kind`
	enum debris *kind;          // [block]
	size_t first, last;         // of the kept blocks; first > last where there is none
};

static const struct html_node *node_of(const struct finder *f, uint32_t n)
{
	return &f->page->tree->nodes.at[n];
}

static struct slice folded(struct arena *a, struct slice s)
{
	struct buf b = buf_in(a);
	repeat_fold(&b, s);
	return (struct slice){ buf_str(&b), b.n };
}

// What the page calls itself: og:title, else <title>.
static struct slice find_title(struct arena *a, const struct html_tree *t)
{
	struct slice title = { "", 0 };
	for (uint32_t n = 1; n < t->nodes.n; n++) {
		const struct html_attr *property = html_tree_attr(t, n, ATTR_property);
		if (t->nodes.at[n].tag == TAG_meta && property &&
		    slice_is_nocase(slice_in(t->from->text, property->value), "og:title"))
			return html_text_value(a, t, html_tree_attr(t, n, ATTR_content));
		if (t->nodes.at[n].tag == TAG_title && !title.len && html_tree_first(t, n))
			title = html_text_of(a, t, n + 1);
	}
	return title;
}

static void sum_words(struct finder *f)
{
	const struct html_page *p = f->page;
	for (size_t i = 0; i < p->list.n; i++) {
		const struct html_block *b = &p->list.at[i];
		struct slice words = folded(f->arena, html_block_text(p, b));
		f->words[b->node] += b->words;
		f->linked[b->node] += b->linked;
		f->copies[i] = hash_fast(words.at, words.len, 3);
	}
	for (uint32_t n = node_of(f, p->body)->end - 1; n > p->body; n--) {
		f->words[node_of(f, n)->parent] += f->words[n];
		f->linked[node_of(f, n)->parent] += f->linked[n];
	}
}

static bool heading(const struct finder *f, const struct html_block *b)
{
	return html_is((enum html_tag)node_of(f, b->node)->tag, HTML_HEADING);
}

static bool beside(const struct finder *f, const struct html_block *b)
{
	for (uint32_t n = b->node; n != f->container && n; n = node_of(f, n)->parent)
		if (f->w.own_aside[n])
			return true;
	return false;
}

static bool within_figure(const struct finder *f, const struct html_block *b)
{
	for (uint32_t n = b->node; n != f->container && n; n = node_of(f, n)->parent) {
		enum html_tag tag = (enum html_tag)node_of(f, n)->tag;
		if (tag == TAG_figure || tag == TAG_figcaption || tag == TAG_caption)
			return true;
	}
	return false;
}

// A list, table or box of which most words are links.
static bool within_links(const struct finder *f, const struct html_block *b)
{
	for (uint32_t n = b->node; n != f->container && n; n = node_of(f, n)->parent) {
		enum html_tag tag = (enum html_tag)node_of(f, n)->tag;
		bool box = tag == TAG_ul || tag == TAG_ol || tag == TAG_dl || tag == TAG_menu || tag == TAG_div ||
			   tag == TAG_table || tag == TAG_section;
		if (box && f->linked[n] * 100ull > f->words[n] * 55ull)
			return true;
	}
	return false;
}

static bool repeats_title(const struct finder *f, struct slice text)
{
	struct slice words = folded(f->arena, text);
	return words.len > 2 && f->title.len && memmem(f->title.at, f->title.len, words.at, words.len);
}

static bool date_line(const struct finder *f, const struct html_block *b)
{
	struct slice text = html_block_text(f->page, b);
	int digits = 0;
	for (size_t i = 0; i < text.len; i++)
		digits += look_digit(text.at[i]);
	return b->words < FIRST_MOST && digits >= FIRST_DIGITS && !b->sentence;
}

// What a block is, if it is no part of the article.
static bool is_debris(const struct finder *f, const struct html_block *b, enum debris *kind)
{
	struct slice text = html_block_text(f->page, b);
	enum html_tag tag = (enum html_tag)node_of(f, b->node)->tag;
	bool told = b->sentence && b->words > SENTENCE_LINK;
	*kind = DEBRIS_nav;
	if (f->believe_asides && beside(f, b))
		return true;
	if (b->linked * 10 > b->words * 9 && b->words < CAPTION_MOST && !told)
		return true;
	if (within_links(f, b))
		return true;
	*kind = DEBRIS_caption;
	if (within_figure(f, b) || (b->words < CAPTION_MOST && furniture_caption(f->furniture, text)))
		return true;
	*kind = DEBRIS_duplicate;
	if (tag == TAG_h1 || ((tag == TAG_h2 || tag == TAG_h3) && repeats_title(f, text)))
		return true;
	*kind = DEBRIS_boilerplate;
	return furniture_line(f->furniture, text, b->words, b->sentence);
}

// Of a paragraph that is printed exactly twice, in two places, the second is a copy; one printed more often is a
// refrain.
static void drop_copies(struct finder *f)
{
	const struct html_page *p = f->page;
	size_t room = 64;
	while (room < 2 * p->list.n)
		room *= 2;
	struct seen {
		uint64_t hash;
		uint32_t n, first, second; // blocks
	} *table = arena_array(f->arena, struct seen, room);
	for (size_t i = 0; i < p->list.n; i++) {
		const struct html_block *b = &p->list.at[i];
		enum html_tag tag = (enum html_tag)node_of(f, b->node)->tag;
		if (f->out[i] || b->words < COPY_LEAST || tag == TAG_td || tag == TAG_th)
			continue;
		size_t slot = f->copies[i] & (room - 1);
		while (table[slot].n && table[slot].hash != f->copies[i])
			slot = (slot + 1) & (room - 1);
		if (!table[slot].n++)
			table[slot].first = (uint32_t)i;
		table[slot].hash = f->copies[i];
		table[slot].second = (uint32_t)i;
	}
	for (size_t s = 0; s < room; s++) {
		const struct seen *t = &table[s];
		if (t->n == 2 && node_of(f, p->list.at[t->first].node)->parent !=
					 node_of(f, p->list.at[t->second].node)->parent) {
			f->out[t->second] = true;
			f->kind[t->second] = DEBRIS_duplicate;
		}
	}
}

// The first and last kept block. A date line at the top and headings with nothing after them go.
static void trim_ends(struct finder *f)
{
	const struct html_page *p = f->page;
	f->first = 1;
	f->last = 0;
	for (size_t i = 0; i < p->list.n; i++) {
		if (f->out[i])
			continue;
		if (f->first > f->last && date_line(f, &p->list.at[i])) {
			f->out[i] = true;
			f->kind[i] = DEBRIS_byline;
			continue;
		}
		f->first = f->first > f->last ? i : f->first;
		f->last = i;
	}
	while (f->first <= f->last && (f->out[f->last] || heading(f, &p->list.at[f->last]))) {
		f->out[f->last] = true;
		f->kind[f->last] = DEBRIS_subhead;
		if (!f->last) {
			f->first = 1; // nothing is left
			return;
		}
		f->last--;
	}
}

static uint32_t prose_kept(const struct finder *f)
{
	uint32_t kept = 0;
	for (size_t i = 0; i < f->page->list.n; i++)
		if (!f->out[i] && html_choose_prose(&f->w, &f->page->list.at[i]))
			kept += f->page->list.at[i].words;
	return kept;
}

// Running text of the container that its own names would leave out.
static bool asides_hold_most(struct finder *f)
{
	const struct html_page *p = f->page;
	uint64_t all = 0, kept = 0;
	for (each (b, &p->list)) {
		if (!html_within(p->tree, b->node, f->container) || !html_choose_prose(&f->w, b))
			continue;
		all += b->words;
		kept += beside(f, b) ? 0 : b->words;
	}
	return kept * 10 < all * 4;
}

static uint32_t keep(struct finder *f, bool by_name, bool believe_asides)
{
	const struct html_page *p = f->page;
	f->container = html_choose(p, &f->w, by_name);
	f->believe_asides = believe_asides && !asides_hold_most(f);
	for (size_t i = 0; i < p->list.n; i++) {
		const struct html_block *b = &p->list.at[i];
		f->kind[i] = DEBRIS_nav;
		f->out[i] = !html_within(p->tree, b->node, f->container) || is_debris(f, b, &f->kind[i]);
	}
	drop_copies(f);
	trim_ends(f);
	return prose_kept(f);
}

static bool named_lead(const struct finder *f, uint32_t n)
{
	for (int up = 0; up < 3 && n; up++, n = node_of(f, n)->parent)
		if (f->page->names[n] & FURNITURE_LEAD)
			return true;
	return false;
}

static bool copied_below(const struct finder *f, size_t i)
{
	for (size_t k = f->first; k <= f->last; k++)
		if (!f->out[k] && f->copies[k] == f->copies[i])
			return true;
	return false;
}

// The standfirst: running text between the headline and the container, called so.
static void keep_lead(struct finder *f)
{
	const struct html_page *p = f->page;
	size_t from = f->first, n = 0;
	for (size_t i = f->first; i-- > 0 && from == f->first;)
		if (heading(f, &p->list.at[i]) && (node_of(f, p->list.at[i].node)->tag == TAG_h1 ||
						   repeats_title(f, html_block_text(p, &p->list.at[i]))))
			from = i > 3 ? i - 3 : 0;
	size_t lead[LEAD_MOST + 1];
	for (size_t i = from; i < f->first && n <= LEAD_MOST; i++) {
		const struct html_block *b = &p->list.at[i];
		struct slice text = html_block_text(p, b);
		enum html_tag tag = (enum html_tag)node_of(f, b->node)->tag;
		if (f->out[i] && named_lead(f, b->node) && b->words >= LEAD_LEAST && b->linked * 10 < b->words * 3 &&
		    tag != TAG_h1 && tag != TAG_li && !f->w.dialog[b->node] && !copied_below(f, i) &&
		    !furniture_line(f->furniture, text, b->words, b->sentence) &&
		    !furniture_caption(f->furniture, text))
			lead[n++] = i;
	}
	for (size_t i = 0; n <= LEAD_MOST && i < n; i++) {
		f->out[lead[i]] = false;
		f->first = lead[0];
	}
}

void article_find(struct arena *a, const struct furniture *furniture, const struct html_page *p, struct blocks *out)
{
	size_t nodes = p->tree->nodes.n, blocks = p->list.n;
	struct finder f = { .arena = a, .furniture = furniture, .page = p, .w = html_choose_weigh(a, p) };
	f.title = folded(a, find_title(a, p->tree));
	f.words = arena_array(a, uint32_t, nodes);
	f.linked = arena_array(a, uint32_t, nodes);
	f.copies = arena_array(a, uint64_t, blocks);
	f.out = arena_array(a, bool, blocks);
	f.kind = arena_array(a, enum debris, blocks);
	sum_words(&f);
	uint32_t all = f.w.prose[p->body];
	if (keep(&f, true, true) * 4ull < all && keep(&f, false, true) * 4ull < all)
		keep(&f, false, false);
	*out = (struct blocks){ .text = p->text.text };
	if (f.first > f.last)
		return;
	keep_lead(&f);
	for (size_t i = f.first; i <= f.last; i++) {
		const struct html_block *b = &p->list.at[i];
		list_push(a, &out->list,
			  ((struct block){ .at = b->at, .apart = true, .words = b->words, .out = f.out[i],
					   .kind = f.kind[i], .marked = !f.out[i] && heading(&f, b) }));
		if (out->list.at[out->list.n - 1].marked)
			out->list.at[out->list.n - 1].kind = DEBRIS_subhead;
	}
	out->last = out->list.n ? out->list.n - 1 : 0;
}
