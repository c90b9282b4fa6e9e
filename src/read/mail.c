// GMime gives the structure, the header fields and where each part stands; what a part carries is decoded by
// transfer.c, which keeps the way back. GMime goes into itself once for each level of parts and of groups of addresses,
// and looks at each line once for each level: so both are bounded on the bytes, before it sees them.
#include "read/mail.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "read/calendar.h"
#include "read/look.h"
#include "read/transfer.h"

#include <gmime/gmime.h>
#include <iconv.h>
#include <string.h>

#include "read/mail_calls.h" // made from mail.calls

enum { NAMED_MOST = 5 }; // of what else a mail carries

static const char *const address_fields[] = {
	"from", "sender", "reply-to", "to", "cc", "bcc", "resent-from", "resent-sender", "resent-to", "resent-cc",
	"resent-bcc", "resent-reply-to", "disposition-notification-to", NULL
};

// "Name: value" -> the name; empty where the line is no header field.
static struct slice field_name(struct slice line)
{
	size_t n = 0;
	while (n < line.len && line.at[n] > ' ' && line.at[n] < 0x7f && line.at[n] != ':')
		n++;
	size_t colon = n;
	while (colon < line.len && (line.at[colon] == ' ' || line.at[colon] == '\t'))
		colon++;
	return (struct slice){ line.at, colon < line.len && line.at[colon] == ':' ? n : 0 };
}

// A file of mail keeps a line "From ..." before each message.
static size_t envelope_line(struct slice bytes)
{
	struct slice rest = bytes, line;
	return slice_starts(bytes, "From ") && slice_line(&rest, &line) ? bytes.len - rest.len : 0;
}

bool mail_is(struct slice bytes, const char *path)
{
	static const char *const others[] = { "return-path", "message-id", "date", "mime-version", "subject", NULL };
	static const char *const needed[] = { "from", "received", NULL };
	struct slice rest = look_from(bytes, envelope_line(bytes)), line;
	size_t found = 0, most = 0;
	while (slice_line(&rest, &line) && line.len) {
		struct slice name = field_name(line);
		if (!name.len && (!most || !look_space(line.at[0])))
			break;
		bool need = look_one_of(name, needed);
		found |= need;
		most += (need || look_one_of(name, others)) ? 2 : 0;
		if (found && most >= 4)
			return true;
	}
	return slice_ends(slice_of(path), ".eml");
}

// --- bounds, before it is parsed ---

static enum status check_bounds(struct slice bytes, struct err *e)
{
	size_t parts = 0, field = 0;
	bool addresses = false;
	for (struct slice rest = bytes, line; slice_cut(&rest, '\n', &line);) { // a CR alone ends none for GMime
		if (!line.len || !look_space(line.at[0])) {
			struct slice name = field_name(line);
			addresses = name.len && look_one_of(name, address_fields);
			field = 0;
			parts += look_starts(line, "content-type");
		}
		field += line.len;
		if (addresses && field > LIMIT_MAIL_FIELD)
			return err_set(e, STATUS_LIMIT,
				       "a header field of more than %d bytes of addresses (MAIL_FIELD)",
				       LIMIT_MAIL_FIELD);
		if (parts > LIMIT_MAIL_PARTS)
			return err_set(e, STATUS_LIMIT,
				       "more than %d parts in one mail (MAIL_PARTS); save the part that matters alone",
				       LIMIT_MAIL_PARTS);
	}
	return STATUS_OK;
}

// --- parts ---

struct part {
	GMimeObject *object;
	bool inside; // of a message that this one carries
	bool html;
	span at; // its bytes, still encoded
};

struct parts {
	LIST(struct part) open; // yet to be looked at, the next one last
	GMimeStream *stream;    // the message
	struct part best;       // object NULL: none
};

static void open_part(struct arena *a, struct parts *p, GMimeObject *o, bool inside)
{
	if (o)
		list_push(a, &p->open, ((struct part){ .object = o, .inside = inside }));
}

// Where the content of a part stands; nothing where it is not in the message as such.
static span place(const struct parts *p, GMimePart *part)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	GMimeStream *s = content ? g_mime_data_wrapper_get_stream(content) : NULL;
	if (!s || !GMIME_IS_STREAM_MEM(s) || GMIME_STREAM_MEM(s)->buffer != GMIME_STREAM_MEM(p->stream)->buffer ||
	    s->bound_start < 0 || s->bound_end < s->bound_start)
		return (span){ 0, 0 };
	return (span){ (uint32_t)s->bound_start, (uint32_t)s->bound_end };
}

// Plain text before a web page, what was written before what was passed on, then the longer one.
static bool is_better(const struct part *x, const struct part *than)
{
	if (!than->object || x->inside != than->inside)
		return !than->object || than->inside;
	return x->html == than->html ? span_len(x->at) > span_len(than->at) : than->html;
}

static const char *clean(struct arena *a, const char *text)
{
	size_t n = text ? utf8_valid(text, strlen(text)) : 0;
	char *out = arena_copy(a, text ? text : "", n);
	for (size_t i = 0; i < n; i++)
		out[i] = (unsigned char)out[i] < ' ' ? ' ' : out[i];
	struct slice s = slice_trim(slice_of(out));
	return s.len ? arena_copy(a, s.at, s.len) : NULL;
}

static void take_part(struct arena *a, struct parts *p, struct part x, struct mail *out)
{
	GMimePart *part = GMIME_PART(x.object);
	GMimeContentType *type = g_mime_object_get_content_type(x.object);
	const char *how = g_mime_object_get_disposition(x.object), *name = g_mime_part_get_filename(part);
	x.html = g_mime_content_type_is_type(type, "text", "html");
	x.at = place(p, part);
	bool text = (x.html || g_mime_content_type_is_type(type, "text", "plain")) &&
		    !(how && slice_is_nocase(slice_of(how), "attachment"));
	char *kind = g_mime_content_type_get_mime_type(type);
	const char *label = clean(a, name ? name : kind);
	g_free(kind);
	if (!text && label && !x.inside)
		list_push(a, &out->others, label);
	else if (text && !span_empty(x.at) && is_better(&x, &p->best))
		p->best = x;
}

static void walk_parts(struct arena *a, struct parts *p, GMimeMessage *message, struct mail *out)
{
	open_part(a, p, g_mime_message_get_mime_part(message), false);
	while (p->open.n) {
		struct part x = p->open.at[--p->open.n];
		if (GMIME_IS_MULTIPART(x.object)) {
			GMimeMultipart *m = GMIME_MULTIPART(x.object);
			for (int i = g_mime_multipart_get_count(m); i-- > 0;)
				open_part(a, p, g_mime_multipart_get_part(m, i), x.inside);
		} else if (GMIME_IS_MESSAGE_PART(x.object)) {
			GMimeMessage *inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(x.object));
			if (!x.inside)
				list_push(a, &out->others, "a message");
			if (inner)
				open_part(a, p, g_mime_message_get_mime_part(inner), true);
		} else if (GMIME_IS_PART(x.object)) {
			take_part(a, p, x, out);
		}
	}
}

// --- what is read of it ---

static void read_headers(struct arena *a, GMimeMessage *m, struct mail *out)
{
	InternetAddressList *from = g_mime_message_get_from(m);
	for (int i = 0, n = from ? internet_address_list_length(from) : 0; i < n; i++) {
		InternetAddress *x = internet_address_list_get_address(from, i);
		const char *name = clean(a, internet_address_get_name(x));
		if (!name && INTERNET_ADDRESS_IS_MAILBOX(x))
			name = clean(a, internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(x)));
		if (name)
			list_push(a, &out->from, name);
	}
	out->subject = clean(a, g_mime_message_get_subject(m));
	GDateTime *date = g_mime_message_get_date(m);
	struct date day = { 0 };
	if (date)
		g_date_time_get_ymd(date, &day.year, &day.month, &day.day);
	if (date && !calendar_unset(day.year, day.month, day.day))
		out->date = day;
}

static enum transfer transfer_of(GMimePart *part)
{
	switch (g_mime_part_get_content_encoding(part)) {
	case GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE:
		return TRANSFER_QUOTED;
	case GMIME_CONTENT_ENCODING_BASE64:
		return TRANSFER_BASE64;
	default:
		return TRANSFER_PLAIN;
	}
}

static enum status read_text(struct arena *a, struct slice bytes, const struct part *x, struct mail *out, struct err *e)
{
	struct slice carried;
	struct runs map = { 0 };
	struct decoded d;
	const char *charset = g_mime_object_get_content_type_parameter(x->object, "charset");
	if (transfer_decode(a, transfer_of(GMIME_PART(x->object)), bytes, x->at, &carried, &map, e) != STATUS_OK ||
	    bytes_decode(a, carried, charset, &d, e) != STATUS_OK)
		return err_within(e, "the text of this mail");
	out->text = d;
	out->text.map = (struct runs){ 0 };
	out->html = x->html;
	runs_through(a, &out->text.map, &d.map, &map);
	return STATUS_OK;
}

const char *mail_others(struct arena *a, const struct mail *m)
{
	struct buf list = buf_in(a);
	for (size_t i = 0; i < m->others.n && i < NAMED_MOST; i++)
		buf_printf(&list, "%s%s", i ? ", " : "", m->others.at[i]);
	if (m->others.n > NAMED_MOST)
		buf_printf(&list, " and %zu more", m->others.n - NAMED_MOST);
	return list.n ? buf_str(&list) : NULL;
}

static enum status no_text(struct arena *a, const struct mail *m, struct err *e)
{
	const char *others = mail_others(a, m);
	return err_set(e, STATUS_BAD_INPUT, "no text in this mail%s%s", others ? "; it carries: " : "",
		       others ? others : "");
}

static enum status load(struct err *e)
{
	if (late_load(&late_all, "mail needs GMime", e) != STATUS_OK)
		return e->status;
	g_mime_init();
	return STATUS_OK;
}

enum status mail_read(struct arena *a, struct slice bytes, struct mail *out, struct err *e)
{
	*out = (struct mail){ 0 };
	if (check_bounds(bytes, e) != STATUS_OK || load(e) != STATUS_OK)
		return e->status;
	struct parts p = { .stream = g_mime_stream_mem_new_with_buffer(bytes.at, bytes.len) };
	g_mime_stream_seek(p.stream, (gint64)envelope_line(bytes), GMIME_STREAM_SEEK_SET);
	GMimeParser *parser = g_mime_parser_new_with_stream(p.stream);
	g_mime_parser_set_persist_stream(parser, TRUE);
	GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
	enum status s = STATUS_OK;
	if (message) {
		read_headers(a, message, out);
		walk_parts(a, &p, message, out);
	}
	if (p.best.object)
		s = read_text(a, bytes, &p.best, out, e);
	else
		s = no_text(a, out, e);
	if (message)
		g_object_unref(message);
	g_object_unref(parser);
	g_object_unref(p.stream);
	return s;
}

enum status mail_preload(struct err *e)
{
	static const char *const names[] = { "iso-8859-1",   "iso-8859-2",   "iso-8859-15", "windows-1250",
					     "windows-1251", "windows-1252", "koi8-r",      "gb18030",
					     "big5",         "shift_jis",    "euc-jp",      "iso-2022-jp" };
	if (load(e) != STATUS_OK)
		return e->status;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		(void)iconv_open("utf-8", names[i]); // stays open, so that what it has loaded stays
	return STATUS_OK;
}
