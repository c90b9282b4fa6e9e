// What pages say of themselves: the pages of test/golden/html_meta/pages.txt, each with what must be read from it. A
// page begins with "=== ", its name; lines of "key: value" give what is known of it and what is wanted of it; "-" for
// nothing; a blank line ends them.
#include "read/html_meta.h"

#include "base/buf.h"
#include "base/file.h"
#include "read/html_build.h"
#include "test/tap.h"

#include <stdlib.h>

enum { KEYS = 16 };

struct want {
	struct slice key, value;
};

struct page {
	const char *name;
	struct want wants[KEYS];
	size_t n;
	struct slice html;
};

static const char *joined(struct arena *a, const struct names *names)
{
	struct buf out = buf_in(a);
	for (each (name, names))
		buf_printf(&out, "%s%s", out.n ? "; " : "", *name);
	return out.n ? out.at : NULL;
}

static const char *rows(struct arena *a, const struct document *d)
{
	struct buf out = buf_in(a);
	for (each (row, &d->dates))
		buf_printf(&out, "%s%s", out.n ? ", " : "", row->value);
	return out.n ? out.at : NULL;
}

static const char *got(struct arena *a, const struct page *p, const struct document *d, struct slice key)
{
	char date[DATE_TEXT];
	date_print(d->published, date);
	if (slice_is(key, "date"))
		return *date ? arena_text(a, date) : NULL;
	if (slice_is(key, "from"))
		return d->published_from;
	if (slice_is(key, "at"))
		return d->dates.n ? arena_copy(a, p->html.at + d->dates.at[0].at.from, span_len(d->dates.at[0].at))
				  : NULL;
	if (slice_is(key, "rows"))
		return rows(a, d);
	if (slice_is(key, "by"))
		return joined(a, &d->byline);
	if (slice_is(key, "credit"))
		return joined(a, &d->credit);
	return slice_is(key, "title")    ? d->title
	       : slice_is(key, "outlet") ? d->outlet
	       : slice_is(key, "lang")   ? d->lang
					 : d->canonical;
}

static const char *known(struct arena *a, const struct page *p, const char *key)
{
	for (size_t i = 0; i < p->n; i++)
		if (slice_is(p->wants[i].key, key))
			return arena_copy(a, p->wants[i].value.at, p->wants[i].value.len);
	return NULL;
}

static void check(const struct page *p)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct decoded from;
	struct html_tree tree;
	struct document d = { 0 };
	struct html_meta_hints hints = { .url = known(&a, p, "url") };
	date_read(slice_of(known(&a, p, "captured")), &hints.captured);
	if (!ok(bytes_decode(&a, p->html, NULL, &from, &e) == STATUS_OK &&
		    html_build(&a, &from, false, &tree, &e) == STATUS_OK,
		"%s", p->name))
		return;
	html_meta_read(&a, page_words_read(&a), &tree, &hints, &d);
	for (size_t i = 0; i < p->n; i++) {
		struct want w = p->wants[i];
		if (slice_is(w.key, "url") || slice_is(w.key, "captured"))
			continue;
		const char *want = slice_is(w.value, "-") ? NULL : arena_copy(&a, w.value.at, w.value.len);
		is_text(got(&a, p, &d, w.key), want, "%s: %.*s", p->name, (int)w.key.len, w.key.at);
	}
	ok(d.byline.n == d.byline_at.n, "%s: a place for each name", p->name);
	arena_free(&a);
}

// Takes the next page off; false at the end.
static bool next_page(struct arena *a, struct slice *rest, struct page *p)
{
	struct slice line, key;
	*p = (struct page){ 0 };
	if (!slice_line(rest, &line) || !slice_starts(line, "=== "))
		return false;
	p->name = arena_copy(a, line.at + 4, line.len - 4);
	while (slice_line(rest, &line) && line.len && p->n < KEYS)
		if (slice_cut(&line, ':', &key))
			p->wants[p->n++] = (struct want){ key, slice_trim(line) };
	ptrdiff_t end = slice_find(*rest, "\n=== ");
	size_t len = end < 0 ? rest->len : (size_t)end + 1;
	p->html = (struct slice){ rest->at, len };
	*rest = (struct slice){ rest->at + len, rest->len - len };
	return true;
}

int main(void)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct slice text;
	struct page p;
	const char *path = arena_printf(&a, "%s/test/golden/html_meta/pages.txt", getenv("HEARSAY_ROOT"));
	if (ok(file_read(&a, path, 1 << 20, "PAGES", &text, &e) == STATUS_OK, "the pages are there"))
		while (next_page(&a, &text, &p))
			check(&p);
	arena_free(&a);
	return done();
}
