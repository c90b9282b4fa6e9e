// ISO 28500:2017 (WARC 1.1). A record is "WARC/1.1", header lines, an empty line, a block of Content-Length bytes and
// two empty lines; in a .warc.gz each record is a gzip member of its own.
//
// A length that lies must not take the next records with it. Where the record is a gzip member, that bounds it.
// Elsewhere the start of another record inside a block is taken for what it says, so that no byte is read twice.
#include "read/warc.h"

#include "base/limits.h"
#include "read/headers.h"
#include "read/http.h"

#include <stdio.h>
#include <string.h>

#define NEXT_RECORD "\r\n\r\nWARC/1."

struct warc {
	struct input *in;
	member_give *give;
	void *context;
	size_t number; // of the record in hand, from 1
	bool lost;     // an error was given, and no record was found since
	bool whole;    // the record in hand began where its gzip member does
};

struct record {
	struct arena *arena;
	struct headers headers;
	uint64_t length;
	bool web;         // its block is an HTTP response
	bool wanted;      // as far as is known
	struct slice uri; // at NULL: none
	const char *media, *charset;
	struct buf block; // what is kept of it
};

static enum status fail(struct err *e, const char *what)
{
	return err_set(e, STATUS_BAD_INPUT, "%s", what);
}

// --- between records ---

static void skip_line_ends(struct input *in)
{
	for (;;) {
		struct slice seen = input_peek(in, 1);
		size_t n = 0;
		while (n < seen.len && (seen.at[n] == '\r' || seen.at[n] == '\n'))
			n++;
		input_take(in, n);
		if (!n || n < seen.len)
			return;
	}
}

static bool at_record(struct input *in)
{
	return slice_starts(input_peek(in, 5), "WARC/");
}

// To the next line that begins a record, or the end of the gzip member.
static void skip_to_record(struct input *in)
{
	static const char mark[] = "\nWARC/";
	for (;;) {
		struct slice seen = input_peek(in, sizeof mark);
		ptrdiff_t hit = slice_find(seen, mark);
		if (hit >= 0) {
			input_take(in, (size_t)hit + 1);
			return;
		}
		input_take(in, seen.len < sizeof mark ? seen.len : seen.len - sizeof mark + 2);
		if (seen.len < sizeof mark)
			return;
	}
}

static bool give_error(struct warc *w, struct err *e)
{
	char place[32];
	struct member m = { .place = place, .err = *e };
	snprintf(place, sizeof place, "record %zu", w->number);
	w->lost = true;
	return w->give(w->context, &m);
}

// Whether a record begins here; else says once what is in its place, and looks further. *more: whether it should be
// tried again.
static bool find_record(struct warc *w, bool *more)
{
	struct err e;
	skip_line_ends(w->in);
	if (at_record(w->in)) {
		w->lost = false;
		w->number++;
		return true;
	}
	bool garbage = input_peek(w->in, 1).len;
	enum status s = garbage ? fail(&e, "no record begins here") : input_failed(w->in, &e);
	*more = true;
	if (s != STATUS_OK && !w->lost) {
		w->number++;
		*more = give_error(w, &e);
	}
	w->whole = false;
	if (garbage) {
		skip_to_record(w->in);
	} else if (*more) {
		*more = input_next(w->in);
		w->whole = input_is_packed(w->in);
	}
	return false;
}

// --- a record ---

// Up to and with the empty line.
static enum status read_lines(struct input *in, struct buf *lines, struct err *e)
{
	for (size_t before = 0;; before = lines->n) {
		if (!input_line(in, lines, LIMIT_HEADER - lines->n))
			return err_set(e, STATUS_LIMIT, "its header is longer than the limit HEADER of %d bytes",
				       LIMIT_HEADER);
		if (lines->n == before)
			return input_failed(in, e) != STATUS_OK ? e->status : fail(e, "its header is cut short");
		if (slice_is(slice_trim((struct slice){ lines->at + before, lines->n - before }), ""))
			return STATUS_OK;
	}
}

// What the header says of the block: whether there can be a document in it.
static void look_at_type(struct record *r)
{
	struct slice type = headers_get(&r->headers, "WARC-Type"), uri = headers_get(&r->headers, "WARC-Target-URI");
	if (slice_starts(uri, "<") && slice_ends(uri, ">")) // as some writers of WARC 1.0 have it
		uri = (struct slice){ uri.at + 1, uri.len - 2 };
	r->uri = uri;
	headers_media(r->arena, headers_get(&r->headers, "Content-Type"), &r->media, &r->charset);
	r->web = slice_is_nocase(type, "response") && r->media && !strcmp(r->media, "application/http");
	bool plain = slice_is_nocase(type, "resource") || slice_is_nocase(type, "conversion");
	r->wanted = r->web || (plain && http_is_document(r->media));
}

static enum status read_head(struct warc *w, struct record *r, struct err *e)
{
	struct buf lines = buf_in(r->arena);
	enum status s = read_lines(w->in, &lines, e);
	if (s != STATUS_OK)
		return s;
	struct slice rest = { lines.at, lines.n }, version;
	slice_cut(&rest, '\n', &version);
	if ((s = headers_read(r->arena, &rest, &r->headers, e)) != STATUS_OK)
		return s;
	if (headers_count(&r->headers, "Content-Length") != 1)
		return fail(e, "its header must have one Content-Length");
	if (!headers_number(headers_get(&r->headers, "Content-Length"), &r->length))
		return fail(e, "its Content-Length is not a number of bytes that can be");
	look_at_type(r);
	return STATUS_OK;
}

// Keeps a piece of the block as long as it can hold a document.
static enum status keep(struct record *r, struct slice piece, bool last, struct err *e)
{
	enum status s = STATUS_OK;
	size_t before = r->block.n;
	if (!r->wanted)
		return s;
	buf_slice(&r->block, piece);
	bool enough = last || r->block.n >= LIMIT_HEADER;
	if (r->web && enough && before < LIMIT_HEADER)
		s = http_look(r->arena, (struct slice){ r->block.at, r->block.n }, &r->wanted, e);
	if (s == STATUS_OK && r->wanted && r->block.n >= LIMIT_HEADER && r->length > LIMIT_MEMBER)
		s = err_set(e, STATUS_LIMIT, "%llu bytes, more than the limit MEMBER of %d",
			    (unsigned long long)r->length, LIMIT_MEMBER);
	r->wanted = r->wanted && s == STATUS_OK;
	return s;
}

// How much of what is seen can be taken without missing that another record begins across its end.
static size_t certain(const struct warc *w, struct slice seen, uint64_t left)
{
	if (seen.len >= left)
		return (size_t)left;
	return w->whole || seen.len < sizeof NEXT_RECORD ? seen.len : seen.len - (sizeof NEXT_RECORD - 2);
}

// Reads over the block, keeping what is wanted of it; all of it also where it turns out to be of no use.
static enum status read_block(struct warc *w, struct record *r, struct err *e)
{
	enum status s = STATUS_OK;
	for (uint64_t left = r->length; left;) {
		struct slice seen = input_peek(w->in, sizeof NEXT_RECORD);
		ptrdiff_t lie = w->whole ? -1 : slice_find(seen, NEXT_RECORD);
		if (!seen.len && input_failed(w->in, e) != STATUS_OK)
			return e->status;
		bool lies = lie >= 0 && (uint64_t)lie + strlen(NEXT_RECORD) <= left;
		if (lies)
			input_take(w->in, (size_t)lie);
		if (!seen.len || lies)
			return err_set(e, STATUS_BAD_INPUT, "its Content-Length of %llu is more than it has",
				       (unsigned long long)r->length);
		seen.len = certain(w, seen, left);
		left -= seen.len;
		if (s == STATUS_OK)
			s = keep(r, seen, !left, e);
		input_take(w->in, seen.len);
	}
	return s;
}

// Whether the block ends where its length says: at two empty lines, or where another record begins, or at the end.
static enum status check_end(struct warc *w, struct err *e)
{
	struct slice seen = input_peek(w->in, 4);
	bool proper = slice_starts(seen, "\r\n\r\n") || slice_starts(seen, "\n\n");
	skip_line_ends(w->in);
	if (!input_peek(w->in, 1).len)
		return input_failed(w->in, e);
	return proper || at_record(w->in) ? STATUS_OK : fail(e, "its Content-Length is less than it has");
}

// Visible ASCII as it is; what no address has is written as %XX.
static const char *address(struct arena *a, struct slice uri)
{
	struct buf b = buf_in(a);
	for (size_t i = 0; i < uri.len; i++)
		if (uri.at[i] > ' ' && uri.at[i] < 0x7f)
			buf_char(&b, uri.at[i]);
		else
			buf_printf(&b, "%%%02X", (unsigned char)uri.at[i]);
	return b.n ? buf_str(&b) : NULL;
}

// "2024-03-02T10:11:12.123Z" to the second; NULL for anything else.
static const char *captured(struct arena *a, struct slice date)
{
	static const char form[] = "dddd-dd-ddTdd:dd:dd";
	if (date.len < sizeof form || date.at[date.len - 1] != 'Z')
		return NULL;
	for (size_t i = 0; i < sizeof form - 1; i++)
		if (form[i] == 'd' ? date.at[i] < '0' || date.at[i] > '9' : date.at[i] != form[i])
			return NULL;
	return arena_printf(a, "%.*sZ", (int)sizeof form - 1, date.at);
}

static enum status make_member(struct record *r, struct member *m, struct err *e)
{
	struct slice segment = headers_get(&r->headers, "WARC-Segment-Number");
	m->kind = MEMBER_DOCUMENT;
	m->envelope.url = address(r->arena, r->uri);
	m->envelope.captured = captured(r->arena, headers_get(&r->headers, "WARC-Date"));
	m->envelope.media = r->media;
	m->envelope.charset = r->charset;
	m->envelope.path = m->envelope.url ? m->envelope.url : m->place + strlen("record ");
	m->bytes = (struct slice){ buf_str(&r->block), r->block.n };
	enum status s = STATUS_OK;
	if (r->web)
		s = http_document(r->arena, m->bytes, &m->envelope, &m->bytes, e);
	if (headers_get(&r->headers, "WARC-Truncated").at || segment.at)
		m->envelope.note = "the archive has a part of it only";
	return s;
}

static bool read_record(struct warc *w)
{
	struct arena scratch = { 0 };
	struct record r = { .arena = &scratch, .block = buf_in(&scratch) };
	struct member m = { .kind = MEMBER_OTHER, .place = arena_printf(&scratch, "record %zu", w->number) };
	struct err e;
	enum status s = read_head(w, &r, &e);
	if (s == STATUS_OK)
		s = read_block(w, &r, &e);
	if (s == STATUS_OK)
		s = check_end(w, &e);
	if (s == STATUS_OK && r.wanted)
		s = make_member(&r, &m, &e);
	bool more = s == STATUS_OK ? w->give(w->context, &m) : give_error(w, &e);
	arena_free(&scratch);
	return more;
}

void warc_split(struct input *in, member_give *give, void *context)
{
	struct warc w = { .in = in, .give = give, .context = context, .whole = input_is_packed(in) };
	for (bool more = true; more;)
		if (find_record(&w, &more)) {
			more = read_record(&w);
			w.whole = false;
		}
}
