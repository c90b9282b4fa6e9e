// Documents are compared in the order of time, each text with those before it, whatever order they are given in. Where
// an index of earlier ones was kept, only what came since is compared: if it is later than all of them, and if it turns
// none of their paragraphs into boilerplate. Otherwise all are compared again.
#include "trace/corpus.h"

#include "trace/chains.h"
#include "trace/segment.h"

#include <stdlib.h>
#include <string.h>

enum { SEGMENTS = 8 }; // from so many on they become one

struct ordered {
	const struct document *doc;
	size_t i;
	int64_t moment;
};

static int by_time(const void *x, const void *y)
{
	const struct ordered *a = x, *b = y;
	if (a->moment != b->moment)
		return a->moment < b->moment ? -1 : 1;
	int order = strcmp(a->doc->id ? a->doc->id : "", b->doc->id ? b->doc->id : "");
	return order ? order : (a->i > b->i) - (a->i < b->i);
}

static void sort(struct corpus *c, const struct document *const *docs, size_t n)
{
	struct arena scratch = { 0 };
	struct ordered *order = arena_array(&scratch, struct ordered, n + 1);
	for (size_t i = 0; i < n; i++)
		order[i] = (struct ordered){ docs[i], i, date_moment(docs[i]->published) };
	if (n)
		qsort(order, n, sizeof *order, by_time);
	c->docs = arena_array(&c->mem, const struct document *, n + 1);
	c->given = arena_array(&c->mem, size_t, n + 1);
	for (size_t i = 0; i < n; i++) {
		c->docs[i] = order[i].doc;
		c->given[i] = order[i].i;
	}
	arena_free(&scratch);
}

// Whether a paragraph is no part of the text, though it stands in it: a credit, a byline, an appeal.
static bool paragraph_left_out(const struct document *d, span at, size_t *debris)
{
	static const bool left_out[debris_count] = {
		[DEBRIS_counter] = true, [DEBRIS_tags] = true,   [DEBRIS_nav] = true,         [DEBRIS_ad] = true,
		[DEBRIS_byline] = true,  [DEBRIS_credit] = true, [DEBRIS_boilerplate] = true, [DEBRIS_signature] = true
	};
	span original = document_original(d, at);
	while (*debris < d->debris.n && d->debris.at[*debris].at.to <= original.from)
		++*debris;
	return *debris < d->debris.n && span_holds(d->debris.at[*debris].at, original) &&
	       left_out[d->debris.at[*debris].kind];
}

static void leave_out(const struct document *d, struct folded *t)
{
	size_t kept = 0, debris = 0;
	for (size_t from = 0, to; d->debris.n && from < t->n; from = to) {
		to = folded_paragraph(t, from);
		if (paragraph_left_out(d, (span){ t->place[from].from, t->place[to - 1].to }, &debris))
			continue;
		folded_move(t, kept, from, to);
		kept += to - from;
	}
	t->n = d->debris.n ? kept : t->n;
}

// What a text says it has from elsewhere is a chain, not a copy: those words are no more its own than a quotation.
static void fold_document(const struct document *d, struct arena *a, struct folded *out)
{
	folded_of(a, d->text ? d->text : "", d->text ? d->len : 0, out);
	leave_out(d, out);
	for (each (c, &d->citations)) {
		if (!chains_names_other(d, c))
			continue;
		span s = chains_sentence(d, c->at);
		for (size_t i = folded_find(out, s.from); i < out->n && out->place[i].to <= s.to; i++)
			out->at[i] |= WORD_CITED;
	}
}

static void fold(void *context, uint32_t text, struct arena *a, struct folded *out)
{
	const struct corpus *c = context;
	fold_document(c->docs[text], a, out);
}

static void begin(struct corpus *c, bool keep)
{
	copies_begin(&c->copies, fold, c);
	c->copies.keep_keys = keep;
}

// Reads the segments that still hold; returns how many texts they have.
static size_t restore(struct corpus *c, struct trace_kept *kept)
{
	size_t texts = 0;
	kept->valid = 0;
	if (kept->segments->n >= SEGMENTS)
		return 0;
	for (each (s, kept->segments)) {
		size_t n = segment_read(&c->copies, *s, c->docs + texts, c->n - texts);
		if (!n) {
			kept->valid = 0;
			return 0;
		}
		texts += n;
		kept->valid++;
	}
	return texts;
}

// What outlets repeat is known before the first of the new documents is compared. Returns false where it turns out
// differently for earlier ones.
static bool note_from(struct corpus *c, size_t from)
{
	bool same = true;
	struct arena scratch = { 0 };
	for (size_t i = from; i < c->n; i++) {
		struct folded f;
		fold_document(c->docs[i], &scratch, &f);
		same &= copies_note(&c->copies, c->docs[i], &f);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return same;
}

static void add_from(struct corpus *c, size_t from)
{
	struct arena scratch = { 0 };
	for (size_t i = from; i < c->n; i++) {
		struct folded f;
		fold_document(c->docs[i], &scratch, &f);
		copies_add(&c->copies, c->docs[i], &f);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

static void from_kept(struct corpus *c, struct trace_kept *kept, struct arena *a)
{
	size_t known = restore(c, kept);
	if (!known || !note_from(c, known)) {
		copies_free(&c->copies);
		begin(c, true);
		note_from(c, 0);
		known = 0;
		kept->valid = 0;
	}
	add_from(c, known);
	if (known == c->n)
		return;
	struct buf out = buf_in(a);
	segment_write(&out, &c->copies, (uint32_t)known, c->docs);
	kept->fresh = (struct slice){ buf_str(&out), out.n };
}

void corpus_open(struct corpus *c, const struct document *const *docs, size_t n, struct trace_kept *kept,
		 struct arena *a)
{
	*c = (struct corpus){ .n = n };
	sort(c, docs, n);
	begin(c, kept);
	if (kept) {
		from_kept(c, kept, a);
	} else {
		note_from(c, 0);
		add_from(c, 0);
	}
}

void corpus_close(struct corpus *c)
{
	copies_free(&c->copies);
	arena_free(&c->mem);
}
