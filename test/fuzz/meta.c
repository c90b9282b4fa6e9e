// A web page's data: whatever the bytes are, dates are days, spans lie in the page, names are valid UTF-8. The same
// bytes alone as JSON-LD, and as a line with dates and credits.
#include "base/limits.h"
#include "base/utf8.h"
#include "read/calendar.h"
#include "read/credit.h"
#include "read/html_build.h"
#include "read/html_meta.h"
#include "read/jsonld.h"
#include "read/stamp.h"
#include "test/fuzz.h"

#include <stdlib.h>
#include <string.h>

static void need(bool fine)
{
	if (!fine)
		abort();
}

static void need_text(const char *text)
{
	need(!text || utf8_valid(text, strlen(text)) == strlen(text));
}

static void need_names(const struct names *names)
{
	for (each (name, names)) {
		need(*name && **name);
		need_text(*name);
	}
}

static void need_spans(const struct document *d, size_t n)
{
	need(d->title_at.from <= d->title_at.to && d->title_at.to <= n);
	need(d->byline.n == d->byline_at.n);
	for (each (s, &d->byline_at))
		need(s->from <= s->to && s->to <= n);
	for (each (row, &d->dates))
		need(row->at.from <= row->at.to && row->at.to <= n);
}

// The words of pages, read once in the life of the program.
static const struct page_words *words(void)
{
	static struct arena kept;
	static const struct page_words *read;
	if (!read)
		read = page_words_read(&kept);
	return read;
}

static void page(struct slice bytes)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct decoded from;
	struct html_tree tree;
	struct document d = { 0 };
	struct html_meta_hints hints = { .url = "https://example.org/2019/10/02/x", .captured = { 2024, 1, 2 } };
	if (bytes_decode(&a, bytes, NULL, &from, &e) == STATUS_OK &&
	    html_build(&a, &from, false, &tree, &e) == STATUS_OK) {
		html_meta_read(&a, words(), &tree, &hints, &d);
		need(!d.published.year || calendar_valid(d.published.year, d.published.month, d.published.day));
		need(!d.published_from == !d.published.year);
		need_names(&d.byline);
		need_names(&d.credit);
		need_text(d.title);
		need_text(d.outlet);
		need_text(d.lang);
		need_spans(&d, bytes.len);
	}
	arena_free(&a);
}

static void parts(struct slice bytes)
{
	struct arena a = { 0 };
	struct jsonld objects = { 0 };
	struct document d = { 0 };
	struct stamp s;
	jsonld_read(&a, bytes, &objects);
	for (uint32_t i = 0; i < objects.n; i++) {
		need(objects.at[i].parent <= i);
		for (int k = 0; k < JSONLD_KEYS; k++)
			jsonld_text(&a, objects.at[i].value[k]);
	}
	for (size_t i = 0; stamp_find(words(), "de", bytes, i, &s); i = s.at + s.len) {
		need(s.len && s.at + s.len <= bytes.len);
		need(calendar_valid(s.day.year, s.day.month, s.day.day));
	}
	credit_find(&a, bytes, &d);
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct slice bytes = { (const char *)at, n };
	page(bytes);
	if (!memchr(at, 0, n) && utf8_valid(bytes.at, n) == n) // what the parts are promised
		parts(bytes);
	return 0;
}
