// RFC 9112 (messages, chunked) and RFC 9110, section 8.4 (content encodings). What crawlers store is often not what was
// sent: many undo the encodings and leave the headers that name them. So an encoding counts only where the bytes show
// it.
#include "read/http.h"

#include "read/headers.h"
#include "read/unpack.h"

#include "base/limits.h"

#include <string.h>

struct response {
	bool fine; // status 200
	struct headers headers;
	struct slice body;
};

bool http_is_document(const char *media)
{
	static const char *const documents[] = { "text/html", "application/xhtml+xml", "text/plain",
						 "application/pdf" };
	for (size_t i = 0; media && i < sizeof documents / sizeof *documents; i++)
		if (!strcmp(media, documents[i]))
			return true;
	return false;
}

static enum status read_head(struct arena *a, struct slice bytes, struct response *r, struct err *e)
{
	struct slice line, word;
	*r = (struct response){ .body = bytes };
	if (!slice_starts(bytes, "HTTP/") || !slice_cut(&r->body, '\n', &line))
		return err_set(e, STATUS_BAD_INPUT, "is no HTTP response");
	if (!slice_cut(&line, ' ', &word) || (line = slice_trim(line)).len < 3)
		return err_set(e, STATUS_BAD_INPUT, "its response has no status");
	r->fine = slice_starts(line, "200") && (line.len == 3 || line.at[3] == ' ');
	enum status s = headers_read(a, &r->body, &r->headers, e);
	return s == STATUS_OK ? s : err_within(e, "its response");
}

enum status http_look(struct arena *a, struct slice bytes, bool *wanted, struct err *e)
{
	struct response r;
	const char *media, *charset;
	enum status s = read_head(a, bytes, &r, e);
	if (s != STATUS_OK && bytes.len >= LIMIT_HEADER)
		s = err_set(e, STATUS_LIMIT, "the header of its response is longer than the limit HEADER of %d bytes",
			    LIMIT_HEADER);
	headers_media(a, headers_get(&r.headers, "Content-Type"), &media, &charset);
	*wanted = s == STATUS_OK && r.fine && http_is_document(media);
	return s;
}

// The size in front of a chunk, in hexadecimal; false where there is none.
static bool chunk_size(struct slice *rest, size_t *size)
{
	struct slice line, digits;
	if (!rest->len || !memchr(rest->at, '\n', rest->len) || !slice_cut(rest, '\n', &line) ||
	    !slice_cut(&line, ';', &digits))
		return false;
	digits = slice_trim(digits);
	*size = 0;
	for (size_t i = 0; i < digits.len; i++) {
		char c = digits.at[i];
		int digit = c >= '0' && c <= '9'   ? c - '0'
			    : c >= 'a' && c <= 'f' ? c - 'a' + 10
			    : c >= 'A' && c <= 'F' ? c - 'A' + 10
						   : -1;
		if (digit < 0 || i >= 8)
			return false;
		*size = *size * 16 + (size_t)digit;
	}
	return digits.len;
}

// What ends a chunk, and begins the next; false where that does not follow.
static bool next_chunk(struct slice *rest, size_t *size)
{
	size_t end = slice_starts(*rest, "\r\n") ? 2 : slice_starts(*rest, "\n") ? 1 : 0;
	*rest = (struct slice){ rest->at + end, rest->len - end };
	return end && chunk_size(rest, size);
}

// The body without its chunks; as it is where it is not made of them. *cut: it ends in the middle.
static struct slice unchunk(struct arena *a, struct slice body, bool *cut)
{
	struct slice rest = body;
	struct buf out = buf_in(a);
	size_t size;
	*cut = false;
	if (!chunk_size(&rest, &size))
		return body;
	for (bool first = true; size && !*cut; first = false) {
		size_t n = size < rest.len ? size : rest.len;
		buf_slice(&out, (struct slice){ rest.at, n });
		rest = (struct slice){ rest.at + n, rest.len - n };
		*cut = !next_chunk(&rest, &size);
		if (*cut && rest.len && first) {
			*cut = false;
			return body;
		}
	}
	return (struct slice){ buf_str(&out), out.n };
}

// Whether the bytes begin as a zlib stream does (RFC 1950, section 2.2).
static bool is_zlib(struct slice s)
{
	if (s.len < 2)
		return false;
	unsigned first = (unsigned char)s.at[0], second = (unsigned char)s.at[1];
	return (first & 0x0f) == 8 && (first << 8 | second) % 31 == 0;
}

static enum status decode(struct arena *a, struct slice value, struct slice *body, bool *cut, struct err *e)
{
	enum unpack_format format = UNPACK_GZIP;
	*cut = false;
	if (!value.len || !body->len)
		return STATUS_OK;
	const char *encoding = headers_word(a, value);
	bool gzip = encoding && (!strcmp(encoding, "gzip") || !strcmp(encoding, "x-gzip"));
	bool deflate = encoding && !strcmp(encoding, "deflate");
	if (!gzip && !deflate && encoding && !strcmp(encoding, "identity"))
		return STATUS_OK;
	if (!gzip && !deflate)
		return err_set(e, STATUS_BAD_INPUT, "its response is encoded as '%.40s', which cannot be undone here",
			       encoding ? encoding : "?");
	if (gzip ? !slice_starts(*body, "\x1f\x8b") : *body->at == '<' || *body->at == '%')
		return STATUS_OK; // undone already
	if (deflate)
		format = is_zlib(*body) ? UNPACK_ZLIB : UNPACK_RAW;
	return unpack_all(a, format, *body, LIMIT_MEMBER, "MEMBER", body, cut, e);
}

enum status http_document(struct arena *a, struct slice response, struct envelope *envelope, struct slice *bytes,
			  struct err *e)
{
	struct response r;
	bool cut = false, short_of = false;
	enum status s = read_head(a, response, &r, e);
	if (s != STATUS_OK)
		return s;
	struct slice transfer = headers_get(&r.headers, "Transfer-Encoding");
	headers_media(a, headers_get(&r.headers, "Content-Type"), &envelope->media, &envelope->charset);
	*bytes = r.body;
	if (slice_is_nocase(transfer, "chunked"))
		*bytes = unchunk(a, r.body, &cut);
	s = decode(a, headers_get(&r.headers, "Content-Encoding"), bytes, &short_of, e);
	if (cut || short_of)
		envelope->note = "the response was cut short when it was stored; its end is missing";
	return s;
}
