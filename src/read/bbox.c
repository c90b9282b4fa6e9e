// pdftotext puts lines into blocks, and blocks into flows, in the order of reading, columns included. Here what repeats
// from page to page at the edge of the page is left out; a block goes on in the next where the sentence does; a word
// that was parted at the end of a line is put together.
#include "read/bbox.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "read/html_build.h"
#include "read/html_text.h"
#include "read/look.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define EDGE .12       // of the page's height, at the top and at the bottom
#define SAME_PLACE 6.  // points
#define INDENT .8      // of a line's height
#define SHORT_LINE .25 // of a block's width
#define LARGER 1.2     // letters of a title, to those of most lines
#define OTHER_SIZE .1  // of a line's height: a heading

enum { REPEATED = 3, WARNINGS_MOST = 20, TITLE_MOST = 300 };

struct box {
	double left, top, right, bottom;
};

struct line {
	struct box at;
	double block_left, block_right;
	uint32_t page;    // from 0
	span text;        // in reader.words
	bool first, edge; // of its block; at the edge of its page
	bool out;
	uint64_t hash; // of its words, whichever the numbers in them
};

struct page {
	double height;
	uint32_t lines;
};

struct reader {
	struct arena *arena;
	const struct html_tree *tree;
	struct buf words;
	LIST(struct line) lines;
	LIST(struct page) pages;
};

// --- pages and lines ---

static double number(struct slice s)
{
	double value = 0, unit = 0;
	for (size_t i = 0; i < s.len && i < 20; i++) {
		if (s.at[i] == '.')
			unit = 1;
		else if (look_digit(s.at[i]))
			value = value * 10 + (s.at[i] - '0'), unit *= 10;
	}
	value = unit > 0 ? value / unit : value;
	return slice_starts(s, "-") ? -value : value;
}

static double attribute(const struct html_tree *t, uint32_t n, const char *name)
{
	const struct html_attr *attr = html_tree_attr_named(t, n, name);
	return attr ? number(slice_in(t->from->text, attr->value)) : 0;
}

static struct box box_of(const struct html_tree *t, uint32_t n)
{
	return (struct box){ attribute(t, n, "xMin"), attribute(t, n, "yMin"), attribute(t, n, "xMax"),
			     attribute(t, n, "yMax") };
}

static uint64_t hash_words(struct arena *a, struct slice text)
{
	struct buf out = buf_in(a);
	for (size_t i = 0; i < text.len; i++)
		if (!look_digit(text.at[i]))
			buf_char(&out, text.at[i]);
		else if (!out.n || out.at[out.n - 1] != '#')
			buf_char(&out, '#');
	return hash_fast(out.at, out.n, 0);
}

static void add_line(struct reader *r, uint32_t n, struct box block, bool first)
{
	const struct html_tree *t = r->tree;
	struct page *page = &r->pages.at[r->pages.n - 1];
	struct line l = { .at = box_of(t, n), .block_left = block.left, .block_right = block.right, .first = first };
	l.text.from = (uint32_t)r->words.n;
	for (uint32_t i = n + 1; i < t->nodes.at[n].end; i++) {
		if (t->nodes.at[i].text || !slice_is(html_tree_name(t, i), "word") || html_tree_first(t, i) != i + 1)
			continue;
		if (r->words.n > l.text.from)
			buf_char(&r->words, ' ');
		html_text_add(t, i + 1, &r->words, NULL);
	}
	l.text.to = (uint32_t)r->words.n;
	struct slice text = slice_in(buf_str(&r->words), l.text);
	if (!slice_trim(text).len)
		return;
	l.page = (uint32_t)r->pages.n - 1;
	l.edge = l.at.top < EDGE * page->height || l.at.bottom > (1 - EDGE) * page->height;
	l.hash = l.edge ? hash_words(r->arena, text) : 0;
	list_push(r->arena, &r->lines, l);
	page->lines++;
}

static void read_lines(struct reader *r)
{
	const struct html_tree *t = r->tree;
	struct box block = { 0 };
	bool first = true;
	for (uint32_t n = 1; n < t->nodes.n; n++) {
		if (t->nodes.at[n].text)
			continue;
		struct slice name = html_tree_name(t, n);
		if (slice_is(name, "page")) {
			list_push(r->arena, &r->pages, ((struct page){ .height = attribute(t, n, "height") }));
		} else if (slice_is(name, "block")) {
			block = box_of(t, n);
			first = true;
		} else if (slice_is(name, "line") && r->pages.n) {
			add_line(r, n, block, first);
			first = false;
			n = t->nodes.at[n].end - 1;
		}
	}
}

// --- what repeats ---

static int by_words_and_place(const void *x, const void *y)
{
	const struct line *a = *(struct line *const *)x, *b = *(struct line *const *)y;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->at.top != b->at.top)
		return a->at.top < b->at.top ? -1 : 1;
	return a < b ? -1 : a > b;
}

// Leaves out what stands at the edge of three pages, or of more than half of them, with the same words.
static size_t leave_repeated(struct reader *r)
{
	struct line **at = arena_array(r->arena, struct line *, r->lines.n + 1);
	uint32_t *seen = arena_array(r->arena, uint32_t, r->pages.n + 1); // [page] the last group with a line on it
	size_t n = 0, left_out = 0;
	for (each (l, &r->lines))
		if (l->edge)
			at[n++] = l;
	qsort(at, n, sizeof *at, by_words_and_place);
	for (size_t i = 0, end; i < n; i = end) {
		size_t pages = 0;
		for (end = i; end < n && at[end]->hash == at[i]->hash &&
			      (end == i || at[end]->at.top - at[end - 1]->at.top <= SAME_PLACE);
		     end++) {
			pages += seen[at[end]->page] != i + 1;
			seen[at[end]->page] = (uint32_t)i + 1;
		}
		if (pages < REPEATED && (pages < 2 || pages * 2 <= r->pages.n))
			continue;
		for (size_t k = i; k < end; k++)
			at[k]->out = true;
		left_out += end - i;
	}
	return left_out;
}

// --- paragraphs ---

static bool begins_lower(struct slice s)
{
	return s.len && look_letter(s.at[0]) && !look_upper(s.at[0]);
}

// Whether a line goes on with the paragraph of the one before it.
static bool goes_on(const struct line *l, struct slice text, const struct line *before, struct slice text_before)
{
	bool ended = look_sentence_end(text_before);
	double height = l->at.bottom - l->at.top, width = before->block_right - before->block_left;
	if (fabs(height - (before->at.bottom - before->at.top)) > OTHER_SIZE * height)
		return false;
	if (l->first)
		return !ended && begins_lower(text);
	return !ended || (l->at.left < before->at.left + INDENT * height &&
			  before->at.right > before->block_right - SHORT_LINE * width);
}

// The bytes of a hyphen that parts a word at the end of a line; 0 where there is none.
static size_t hyphen(struct slice text, struct slice next)
{
	static const char *const hyphens[] = { "-", "\u2010", "\u00ad" };
	for (int i = 0; i < 3; i++) {
		size_t n = strlen(hyphens[i]);
		if (text.len > n && slice_ends(text, hyphens[i]) && look_letter(text.at[text.len - n - 1]) &&
		    begins_lower(next))
			return n;
	}
	return 0;
}

static struct decoded compose(const struct reader *r)
{
	struct buf text = buf_in(r->arena);
	const struct line *before = NULL;
	for (each (l, &r->lines)) {
		struct slice s = slice_in(r->words.at, l->text);
		if (l->out)
			continue;
		struct slice last = before ? slice_in(r->words.at, before->text) : s;
		if (before && goes_on(l, s, before, last)) {
			size_t n = hyphen(last, s);
			text.n -= n;
			buf_text(&text, n ? "" : " ");
		} else if (before) {
			buf_text(&text, "\n\n");
		}
		buf_slice(&text, s);
		before = l;
	}
	return (struct decoded){ .text = buf_str(&text), .len = text.n };
}

// --- what it says of itself ---

static int by_number(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;
	return a < b ? -1 : a > b;
}

static double usual_height(const struct reader *r)
{
	double *heights = arena_array(r->arena, double, r->lines.n);
	for (size_t i = 0; i < r->lines.n; i++)
		heights[i] = r->lines.at[i].at.bottom - r->lines.at[i].at.top;
	qsort(heights, r->lines.n, sizeof *heights, by_number);
	return heights[r->lines.n / 2];
}

// The lines of the largest letters on the first page, where they are larger than most.
static const char *find_title(const struct reader *r)
{
	struct buf out = buf_in(r->arena);
	double largest = LARGER * usual_height(r);
	for (each (l, &r->lines))
		if (!l->page && !l->out)
			largest = fmax(largest, l->at.bottom - l->at.top);
	for (each (l, &r->lines)) {
		bool large = !l->page && !l->out && l->at.bottom - l->at.top > largest - .5;
		if (out.n && !large)
			break;
		if (large)
			buf_printf(&out, "%s%.*s", out.n ? " " : "", (int)span_len(l->text),
				   r->words.at + l->text.from);
	}
	return out.n && out.n <= TITLE_MOST ? buf_str(&out) : NULL;
}

static void warn_of_pictures(const struct reader *r, struct bbox *out)
{
	for (size_t i = 0, end; i < r->pages.n; i = end) {
		for (end = i; end < r->pages.n && !r->pages.at[end].lines; end++)
			;
		if (end == i) {
			end++;
			continue;
		}
		bool more = out->warnings.n >= WARNINGS_MOST;
		list_push(r->arena, &out->warnings,
			  more ? "more pages without a text layer"
			  : end == i + 1
			      ? arena_printf(r->arena, "page %zu: no text layer; try OCR", i + 1)
			      : arena_printf(r->arena, "pages %zu to %zu: no text layer; try OCR", i + 1, end));
		if (more)
			return;
	}
}

enum status bbox_read(struct arena *a, const struct decoded *from, struct bbox *out, struct err *e)
{
	struct html_tree tree;
	*out = (struct bbox){ 0 };
	if (html_build(a, from, true, &tree, e) != STATUS_OK)
		return e->status;
	struct reader r = { .arena = a, .tree = &tree, .words = buf_in(a) };
	read_lines(&r);
	if (!r.lines.n)
		return err_set(e, STATUS_BAD_INPUT, "no page of %zu has a text layer; try OCR", r.pages.n);
	warn_of_pictures(&r, out);
	size_t repeated = leave_repeated(&r);
	if (repeated)
		list_push(a, &out->warnings,
			  arena_printf(a, "running heads, feet and page numbers left out: %zu lines", repeated));
	out->title = find_title(&r);
	out->text = compose(&r);
	return STATUS_OK;
}
