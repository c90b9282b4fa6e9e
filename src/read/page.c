// One plain-text page, from bytes to statements.
#include "read/read.h"

#include "read/block.h"
#include "read/dates.h"
#include "read/debris.h"
#include "read/incident.h"
#include "read/meta.h"
#include "read/repeat.h"
#include "read/said.h"
#include "read/sentence.h"
#include "read/text.h"

#include "base/hash.h"
#include "base/limits.h"

static void warn_of_markup(struct arena *a, const struct decoded *from, struct document *d)
{
	struct slice start = slice_trim((struct slice){ from->text, from->len < 512 ? from->len : 512 });
	if (slice_starts(start, "<!") || slice_starts(start, "<html") || slice_find(start, "<head") >= 0)
		list_push(a, &d->warnings,
			  "looks like HTML, which is read as plain text: save the page's text instead");
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

static enum status read_cleaned(struct arena *a, const struct decoded *from, struct document *d, struct err *e)
{
	struct blocks b;
	if (block_split(a, from, &b, e) != STATUS_OK)
		return e->status;
	debris_mark(a, &b);
	repeat_mark(&b);
	meta_read(a, from, &b, d);
	list_debris(a, from, &b, d);
	dates_unset(a, from, &b, d);
	return text_compose(a, from, &b, d, e);
}

static enum status read_verbatim(struct arena *a, const struct decoded *from, struct document *d, struct err *e)
{
	struct blocks b;
	if (block_split_blank(a, from, &b, e) != STATUS_OK)
		return e->status;
	return text_verbatim(a, from, &b, d, e);
}

enum status read_page(struct arena *a, struct slice bytes, const struct read_options *o, struct document *d,
		      struct err *e)
{
	*d = (struct document){ .media = "text/plain", .path = o->envelope.path };
	if (bytes.len > LIMIT_DOCUMENT)
		return err_set(e, STATUS_LIMIT, "%zu bytes, more than the limit of %d of one document (DOCUMENT)",
			       bytes.len, LIMIT_DOCUMENT);
	d->id = hash_sha256_hex(a, bytes.at, bytes.len);
	d->bytes = (uint32_t)bytes.len;
	struct decoded from;
	if (bytes_decode(a, bytes, &from, e) != STATUS_OK)
		return e->status;
	if (from.warning)
		list_push(a, &d->warnings, from.warning);
	warn_of_markup(a, &from, d);
	enum status s = o->verbatim ? read_verbatim(a, &from, d, e) : read_cleaned(a, &from, d, e);
	if (s != STATUS_OK || sentence_split(a, d, e) != STATUS_OK)
		return e->status;
	dates_find(a, d);
	incident_find(a, d);
	if (!o->text_only)
		said_statements(a, d);
	return STATUS_OK;
}
