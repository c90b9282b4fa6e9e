// Lines -> paragraphs. Two usual shapes: each line is a paragraph, or paragraphs are wrapped at about 72 columns with
// blank lines between. A line was wrapped if the first word of the next would not have fitted on it; a page is of the
// second shape if most lines that are followed by another were.
#include "read/block.h"

#include "base/limits.h"
#include "base/utf8.h"

enum { WIDEST_WRAP = 100, NARROWEST_WRAP = 40, SLACK = 6 };

struct line {
	span at; // trimmed; empty for a blank line
	uint32_t columns;
	uint32_t first; // columns of its first word
};

// The walk over the lines of a text.
struct walk {
	const char *text;
	size_t len, next;
	struct line line;
};

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

// U+0085, U+2028 and U+2029 end a line too, as do a form feed and a vertical tab.
static size_t line_end(const char *at, size_t n)
{
	unsigned char b = (unsigned char)at[0];
	if (b == '\r')
		return n > 1 && at[1] == '\n' ? 2 : 1;
	if (b == '\n' || b == '\f' || b == '\v')
		return 1;
	if (b == 0xc2 && n > 1 && (unsigned char)at[1] == 0x85)
		return 2;
	if (b == 0xe2 && n > 2 && (unsigned char)at[1] == 0x80 && ((unsigned char)at[2] & 0xfe) == 0xa8)
		return 3;
	return 0;
}

static struct walk walk_of(const struct decoded *d)
{
	return (struct walk){ .text = d->text, .len = d->len };
}

static bool next_line(struct walk *w)
{
	if (w->next >= w->len)
		return false;
	size_t from = w->next, to = from, end = 0;
	while (to < w->len && !(end = line_end(w->text + to, w->len - to)))
		to++;
	w->next = to + end;
	while (from < to && is_space(w->text[from]))
		from++;
	while (to > from && is_space(w->text[to - 1]))
		to--;
	size_t word = from;
	while (word < to && !is_space(w->text[word]))
		word++;
	w->line = (struct line){ { (uint32_t)from, (uint32_t)to },
				 (uint32_t)utf8_count(w->text + from, to - from),
				 (uint32_t)utf8_count(w->text + from, word - from) };
	return true;
}

static uint32_t count_words(struct slice s)
{
	uint32_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		n += !is_space(s.at[i]) && (i + 1 == s.len || is_space(s.at[i + 1]));
	return n;
}

static enum status add(struct arena *a, struct blocks *b, span at, bool apart, struct err *e)
{
	if (b->list.n >= LIMIT_PARAGRAPHS)
		return err_set(e, STATUS_LIMIT, "more than %d paragraphs; split the file", LIMIT_PARAGRAPHS);
	list_push(a, &b->list,
		  ((struct block){ .at = at, .apart = apart, .words = count_words(slice_in(b->text, at)) }));
	return STATUS_OK;
}

static bool was_wrapped(const struct line *l, const struct line *next, uint32_t width)
{
	return l->columns >= NARROWEST_WRAP && l->columns + 1 + next->first + SLACK > width;
}

// The column at which the page is wrapped, or 0 where it is not.
static uint32_t find_width(const struct decoded *d)
{
	size_t lines = 0, wide = 0, followed = 0, wrapped = 0;
	uint32_t width = 0;
	for (struct walk w = walk_of(d); next_line(&w);) {
		if (!w.line.columns)
			continue;
		lines++;
		if (w.line.columns > WIDEST_WRAP)
			wide++;
		else if (w.line.columns > width)
			width = w.line.columns;
	}
	if (width < NARROWEST_WRAP || wide * 10 > lines)
		return 0;
	struct line before = { 0 };
	for (struct walk w = walk_of(d); next_line(&w); before = w.line) {
		if (!w.line.columns || !before.columns)
			continue;
		followed++;
		wrapped += was_wrapped(&before, &w.line, width);
	}
	return wrapped >= 2 && wrapped * 2 >= followed ? width : 0;
}

enum status block_split(struct arena *a, const struct decoded *d, struct blocks *out, struct err *e)
{
	*out = (struct blocks){ .text = d->text };
	uint32_t width = find_width(d);
	struct line before = { 0 };
	span open = { 0 };
	bool apart = false, blank = true;
	for (struct walk w = walk_of(d); next_line(&w); before = w.line) {
		if (!w.line.columns) {
			blank = true;
			continue;
		}
		if (!blank && width && was_wrapped(&before, &w.line, width)) {
			open.to = w.line.at.to;
			continue;
		}
		if (!span_empty(open) && add(a, out, open, apart, e) != STATUS_OK)
			return e->status;
		open = w.line.at;
		apart = blank;
		blank = false;
	}
	return span_empty(open) ? STATUS_OK : add(a, out, open, apart, e);
}

enum status block_split_blank(struct arena *a, const struct decoded *d, struct blocks *out, struct err *e)
{
	*out = (struct blocks){ .text = d->text };
	span open = { 0 };
	for (struct walk w = walk_of(d); next_line(&w);) {
		if (w.line.columns) {
			open = (span){ span_empty(open) ? w.line.at.from : open.from, w.line.at.to };
			continue;
		}
		if (!span_empty(open) && add(a, out, open, true, e) != STATUS_OK)
			return e->status;
		open = (span){ 0, 0 };
	}
	return span_empty(open) ? STATUS_OK : add(a, out, open, true, e);
}

void block_cut(struct arena *a, struct blocks *b, size_t i, uint32_t at)
{
	list_push(a, &b->list, ((struct block){ 0 }));
	for (size_t k = b->list.n - 1; k > i + 1; k--)
		b->list.at[k] = b->list.at[k - 1];
	struct block *first = &b->list.at[i], *second = &b->list.at[i + 1];
	*second = *first;
	second->at.from = first->at.to = at;
	while (first->at.to > first->at.from && is_space(b->text[first->at.to - 1]))
		first->at.to--;
	while (second->at.from < second->at.to && is_space(b->text[second->at.from]))
		second->at.from++;
	second->apart = false;
	first->words = count_words(block_text(b, first));
	second->words = count_words(block_text(b, second));
}
