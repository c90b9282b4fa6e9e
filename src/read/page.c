// One page, HTML, plain text, mail, an item of a feed or the words of a PDF, from bytes to statements.
#include "read/read.h"

#include "read/article.h"
#include "read/attribute.h"
#include "read/bbox.h"
#include "read/block.h"
#include "read/cite.h"
#include "read/credit.h"
#include "read/date_roles.h"
#include "read/dates.h"
#include "read/debris.h"
#include "read/feed.h"
#include "read/html_build.h"
#include "read/html_meta.h"
#include "read/incident.h"
#include "read/mail.h"
#include "read/meta.h"
#include "read/quoted.h"
#include "read/relay.h"
#include "read/repeat.h"
#include "read/said.h"
#include "read/sentence.h"
#include "read/look.h"
#include "read/text.h"
#include "read/voice.h"

#include "base/hash.h"
#include "base/limits.h"

#include <string.h>

// Whether a page is HTML: what WHATWG MIME Sniffing, 7.1, looks for, and the names of its files.
static bool is_html(const struct decoded *from, const char *path)
{
	static const char *const starts[] = { "<!doctype html", "<html", "<head",  "<script", "<iframe", "<h1",
					      "<div",           "<font", "<table", "<a ",     "<style",  "<title",
					      "<body",          "<p>",   "<!--",   "<meta",   "<link" };
	struct slice name = slice_of(path), text = slice_trim((struct slice){ from->text, from->len });
	if (slice_starts(text, "<?xml")) {
		ptrdiff_t end = slice_find(text, "?>");
		text = slice_trim(look_from(text, end < 0 ? text.len : (size_t)end + 2));
	}
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		if (text.len >= strlen(starts[i]) &&
		    slice_is_nocase((struct slice){ text.at, strlen(starts[i]) }, starts[i]))
			return true;
	return slice_starts(text, "<") &&
	       (slice_ends(name, ".html") || slice_ends(name, ".htm") || slice_ends(name, ".xhtml"));
}

// What is left out, in the order of the page.
static void list_debris(struct arena *a, const struct decoded *from, const struct blocks *b, struct document *d)
{
	size_t mark = 0;
	for (each (k, &b->list)) {
		for (; mark < b->marks.n && b->marks.at[mark].at.from < k->at.to; mark++)
			list_push(
			    a, &d->debris,
			    ((struct debris_at){ bytes_original(from, b->marks.at[mark].at), b->marks.at[mark].kind }));
		if ((k->out || k->marked) && !k->date_line && !span_empty(k->at))
			list_push(a, &d->debris, ((struct debris_at){ bytes_original(from, k->at), k->kind }));
	}
}

// Whom the lines that are no text give the credit to.
static void find_credits(struct arena *a, const struct blocks *b, struct document *d)
{
	for (each (k, &b->list))
		if (k->out || k->marked)
			credit_find(a, block_text(b, k), d);
}

static enum status read_cleaned(struct arena *a, const struct decoded *from, struct document *d, struct err *e)
{
	struct blocks b;
	if (block_split(a, from, &b, e) != STATUS_OK)
		return e->status;
	debris_mark(a, &b);
	repeat_mark(&b);
	meta_read(a, from, &b, d);
	list_debris(a, from, &b, d);
	find_credits(a, &b, d);
	dates_unset(a, from, &b, d);
	return text_compose(a, from, &b, d, e);
}

static enum status read_html(struct arena *a, const struct tables *t, const struct decoded *from,
			     const struct envelope *known, struct document *d, struct err *e)
{
	struct html_tree tree;
	struct html_page page;
	struct blocks b;
	d->media = "text/html";
	if (html_build(a, from, false, &tree, e) != STATUS_OK ||
	    html_block_split(a, t->furniture, &tree, &page, e) != STATUS_OK)
		return e->status;
	article_find(a, t->furniture, &page, &b);
	if (!b.list.n)
		return err_set(e, STATUS_BAD_INPUT,
			       "no text in this page; a page that scripts fill must be saved from the browser");
	struct html_meta_hints hints = { .url = known->url };
	date_read(slice_of(known->captured), &hints.captured);
	html_meta_read(a, t->page_words, &tree, &hints, d);
	list_debris(a, &page.text, &b, d);
	return text_compose(a, &page.text, &b, d, e);
}

// A mail's author, title and date are those of its header.
static enum status read_mail(struct arena *a, const struct tables *t, struct slice bytes, struct document *d,
			     struct err *e)
{
	struct mail m;
	struct blocks b;
	if (mail_read(a, bytes, &m, e) != STATUS_OK)
		return e->status;
	if (m.text.warning)
		list_push(a, &d->warnings, m.text.warning);
	if (m.others.n)
		list_push(a, &d->warnings, arena_printf(a, "attached to this mail, not read: %s", mail_others(a, &m)));
	const struct envelope nothing = { 0 };
	enum status s = m.html ? read_html(a, t, &m.text, &nothing, d, e) : quoted_split(a, &m.text, &b, e);
	if (s == STATUS_OK && !m.html) {
		list_debris(a, &m.text, &b, d);
		s = text_compose(a, &m.text, &b, d, e);
	}
	d->media = "message/rfc822";
	d->title = m.subject;
	d->title_at = (span){ 0, 0 };
	d->byline = m.from;
	d->byline_at.n = 0;
	d->published = m.date;
	d->published_from = date_known(m.date) ? "mail" : NULL;
	return s;
}

// All of a feed's item is its article.
static enum status read_item(struct arena *a, const struct tables *t, const struct decoded *from, struct document *d,
			     struct err *e)
{
	struct feed_item item;
	struct html_tree tree;
	struct html_page page;
	struct blocks b = { 0 };
	if (feed_read(a, from, &item, e) != STATUS_OK || html_build(a, &item.page, false, &tree, e) != STATUS_OK ||
	    html_block_split(a, t->furniture, &tree, &page, e) != STATUS_OK)
		return e->status;
	b.text = page.text.text;
	for (each (k, &page.list))
		list_push(a, &b.list, ((struct block){ .at = k->at, .words = k->words }));
	d->media = item.media;
	d->title = item.title;
	d->canonical = item.link;
	d->byline = item.authors;
	d->published = item.date;
	d->published_from = date_known(item.date) ? "feed" : NULL;
	return text_compose(a, &page.text, &b, d, e);
}

// The rules for pages hold for what was printed from them, too.
static enum status read_pdf(struct arena *a, const struct decoded *from, struct document *d, struct err *e)
{
	struct bbox words;
	struct blocks b;
	if (bbox_read(a, from, &words, e) != STATUS_OK || block_split_blank(a, &words.text, &b, e) != STATUS_OK)
		return e->status;
	for (each (w, &words.warnings))
		list_push(a, &d->warnings, *w);
	debris_mark(a, &b);
	repeat_mark(&b);
	meta_read(a, &words.text, &b, d);
	d->media = "application/pdf";
	d->title = words.title ? words.title : d->title;
	enum status s = text_compose(a, &words.text, &b, d, e);
	d->map = (struct runs){ 0 }; // of spaces that stand for others
	return s;
}

// What would be left out stays, but is known for what it is.
static void mark_verbatim(struct arena *a, const struct decoded *from, const struct blocks *b, struct document *d)
{
	struct blocks marked = *b;
	struct document found = { 0 };
	if (!b->list.n)
		return;
	marked.list.at = arena_array(a, struct block, b->list.n);
	marked.list.room = b->list.n;
	memcpy(marked.list.at, b->list.at, b->list.n * sizeof *b->list.at);
	debris_mark(a, &marked);
	meta_head(a, from, &marked, &found);
	d->byline = found.byline;
	d->credit = found.credit;
	list_debris(a, from, &marked, d);
	find_credits(a, &marked, d);
}

static enum status read_verbatim(struct arena *a, const struct decoded *from, struct document *d, struct err *e)
{
	struct blocks b;
	if (block_split_blank(a, from, &b, e) != STATUS_OK)
		return e->status;
	mark_verbatim(a, from, &b, d);
	return text_verbatim(a, from, &b, d, e);
}

static enum status read_decoded(struct arena *a, const struct tables *t, struct slice bytes,
				const struct read_options *o, struct document *d, struct err *e)
{
	struct decoded from;
	if (bytes_decode(a, bytes, o->envelope.charset, &from, e) != STATUS_OK)
		return e->status;
	if (from.warning)
		list_push(a, &d->warnings, from.warning);
	if (o->pdf)
		return read_pdf(a, &from, d, e);
	if (o->verbatim)
		return read_verbatim(a, &from, d, e);
	if (feed_is_item(&from))
		return read_item(a, t, &from, d, e);
	if (is_html(&from, o->envelope.path))
		return read_html(a, t, &from, &o->envelope, d, e);
	return read_cleaned(a, &from, d, e);
}

// Attributions, and the statements that are made of them. Those that nobody would be shown may yet be statements.
static void find_said(struct arena *a, const struct tables *t, const struct read_options *o, struct document *d)
{
	const float unsure = .15F; // attributions that statements are looked for in
	bool states = o->depth == READ_STATEMENTS;
	struct parse parse = { 0 };
	if (t->tagger) {
		float least = o->least > 0 ? o->least : t->tagger->outer.settings.keep;
		attribute_find(a, t->tagger, states && unsure < least ? unsure : least, &parse, d);
		if (states)
			said_statements(a, t, &parse, o->watch, d);
		attribute_keep(least, &d->attributions);
	} else if (states) {
		said_statements(a, t, &parse, o->watch, d);
	}
	if (states)
		incident_of_statements(a, d);
}

enum status read_page(struct arena *a, const struct tables *t, struct slice bytes, const struct read_options *o,
		      struct document *d, struct err *e)
{
	*d = (struct document){ .media = "text/plain", .path = o->envelope.path };
	if (bytes.len > LIMIT_DOCUMENT)
		return err_set(e, STATUS_LIMIT, "%zu bytes, more than the limit of %d of one document (DOCUMENT)",
			       bytes.len, LIMIT_DOCUMENT);
	d->id = hash_sha256_hex(a, bytes.at, bytes.len);
	d->bytes = (uint32_t)bytes.len;
	enum status s = !o->verbatim && !o->pdf && mail_is(bytes, o->envelope.path)
			    ? read_mail(a, t, bytes, d, e)
			    : read_decoded(a, t, bytes, o, d, e);
	if (s != STATUS_OK || sentence_split(a, d, e) != STATUS_OK)
		return e->status;
	cite_find(a, t->cues, d);
	if (o->depth == READ_ORIGINS)
		return STATUS_OK;
	dates_find(a, d);
	incident_find(a, d);
	if (o->depth == READ_TEXT)
		return STATUS_OK;
	find_said(a, t, o, d);
	cite_statements(d);
	relay_cited(a, d);
	date_roles_settle(d);
	return STATUS_OK;
}
