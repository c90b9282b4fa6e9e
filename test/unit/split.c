// Containers taken apart, from memory: what is in them, what is wrong with them and where, and that one bad member
// costs itself alone. The input comes in pieces of every size.
#include "read/split.h"

#include "base/limits.h"
#include "test/tap.h"

#include <zlib.h>

static struct arena arena;

// Bytes that come `step` at a time, and what was made of them: a line a member.
struct trial {
	struct slice left;
	size_t step;
	struct buf said;
	size_t members, others;
};

static ptrdiff_t read_some(void *context, char *at, size_t n)
{
	struct trial *t = context;
	if (n > t->step)
		n = t->step;
	if (n > t->left.len)
		n = t->left.len;
	memcpy(at, t->left.at, n);
	t->left = (struct slice){ t->left.at + n, t->left.len - n };
	return (ptrdiff_t)n;
}

static bool note(void *context, const struct member *m)
{
	struct trial *t = context;
	const struct envelope *e = &m->envelope;
	t->members++;
	t->others += m->kind == MEMBER_OTHER;
	if (m->kind == MEMBER_OTHER)
		return true;
	if (m->place)
		buf_printf(&t->said, "%s: ", m->place);
	if (m->err.status != STATUS_OK) {
		buf_printf(&t->said, "! %s\n", m->err.text);
		return true;
	}
	const char *const parts[] = { e->path, e->media, e->charset, e->captured, e->note };
	for (size_t i = 0; i < 5; i++)
		if (parts[i])
			buf_printf(&t->said, "%s ", parts[i]);
	size_t shown = m->bytes.len < 40 ? m->bytes.len : 40;
	buf_printf(&t->said, "[%.*s]%s\n", (int)shown, m->bytes.at, m->kind == MEMBER_LINE ? " line" : "");
	return true;
}

static const char *split(struct slice bytes, const char *name, size_t step)
{
	struct trial t = { .left = bytes, .step = step, .said = buf_in(&arena) };
	struct arena own = { 0 };
	split_all(input_open(&own, read_some, &t), name, note, &t);
	arena_free(&own);
	return buf_str(&t.said);
}

// The same however the bytes come.
static void expect(struct slice bytes, const char *name, const char *want, const char *what)
{
	is_text(split(bytes, name, 1 << 20), want, "%s", what);
	is_text(split(bytes, name, 1), want, "%s, byte by byte", what);
	is_text(split(bytes, name, 7), want, "%s, by sevens", what);
}

static struct slice pack(struct slice s)
{
	z_stream z = { 0 };
	deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
	size_t room = deflateBound(&z, s.len) + 64;
	char *out = arena_take(&arena, room);
	z.next_in = (Bytef *)(uintptr_t)s.at;
	z.avail_in = (uInt)s.len;
	z.next_out = (Bytef *)out;
	z.avail_out = (uInt)room;
	deflate(&z, Z_FINISH);
	deflateEnd(&z);
	return (struct slice){ out, z.total_out };
}

static struct slice join(const struct slice *parts, size_t n)
{
	struct buf b = buf_in(&arena);
	for (size_t i = 0; i < n; i++)
		buf_slice(&b, parts[i]);
	return (struct slice){ b.at, b.n };
}

#define JOIN(...) join((struct slice[]){ __VA_ARGS__ }, sizeof((struct slice[]){ __VA_ARGS__ }) / sizeof(struct slice))

// A record of a response with such a body; `more` is added to its Content-Length.
static struct slice page(const char *uri, const char *body, long more)
{
	char *block = arena_printf(&arena, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n%s", body);
	return slice_of(arena_printf(&arena,
				     "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\n"
				     "WARC-Date: 2024-03-02T10:11:12Z\r\nContent-Type: application/http\r\n"
				     "Content-Length: %ld\r\n\r\n%s\r\n\r\n",
				     uri, (long)strlen(block) + more, block));
}

static struct slice raw(const char *head, const char *block)
{
	return slice_of(arena_printf(&arena, "WARC/1.1\r\n%s\r\n\r\n%s\r\n\r\n", head, block));
}

#define PAGE(n, body) "record " #n ": u" #n " text/html utf-8 2024-03-02T10:11:12Z [" body "]\n"
#define ONE PAGE(1, "<p>one")
#define THREE PAGE(3, "<p>three")

static void test_warc(void)
{
	struct slice one = page("u1", "<p>one", 0), two = page("<u2>", "<p>two", 0), three = page("u3", "<p>three", 0);
	struct slice zeros = { "\0\0\0\0\0", 5 };
	expect(JOIN(one, two, three), "a.warc", ONE PAGE(2, "<p>two") THREE, "three records");
	expect(JOIN(pack(one), pack(two), zeros, pack(three), zeros), "a", ONE PAGE(2, "<p>two") THREE,
	       "each packed, with zeros between");
	expect(pack(JOIN(one, two, three)), "a", ONE PAGE(2, "<p>two") THREE, "packed together");
	expect(JOIN(one, raw("WARC-Type: request\r\nContent-Length: 3", "GET"), three), "a", ONE THREE,
	       "what is no document is passed over");
	expect(raw("WARC-Type: resource\nwarc-target-uri:u\nContent-Type: text/plain\nContent-Length:  2", "hi"), "a",
	       "record 1: u text/plain [hi]\n", "a resource, by lines without carriage returns");
	expect(raw("WARC-Type: conversion\r\nContent-Type: text/plain\r\n folded\r\nWARC-Truncated: time\r\n"
		   "Content-Length: 2",
		   "hi"),
	       "a", "record 1: 1 text/plain the archive has a part of it only [hi]\n",
	       "a conversion without an address, cut short");
	expect(
	    raw("WARC-Type: resource\r\nWARC-Target-URI: a b\x01\xff\r\nContent-Type: text/plain\r\nContent-Length: 0",
		""),
	    "a", "record 1: a%20b%01%FF text/plain []\n", "what no address has in it is escaped");
}

static void test_lengths(void)
{
	static const char much[] = ONE "record 2: ! its Content-Length of 115 is more than it has\n" THREE;
	static const char little[] = ONE "record 2: ! its Content-Length is less than it has\n" THREE;
	struct slice one = page("u1", "<p>one", 0), three = page("u3", "<p>three", 0);
	struct slice more = page("u2", "<p>two", 50), less = page("u2", "<p>two", -3);
	expect(JOIN(one, more, three), "a", much, "a length that is too large");
	expect(JOIN(pack(one), pack(more), pack(three)), "a", much, "the same, packed");
	expect(pack(JOIN(one, more, three)), "a", much, "packed together");
	expect(JOIN(one, less, three), "a", little, "a length that is too small");
	expect(JOIN(pack(one), pack(less), pack(three)), "a", little, "the same, packed");
	expect(JOIN(one, page("u2", "<p>two", 1 << 30), three), "a",
	       ONE "record 2: ! its Content-Length of 1073741889 is more than it has\n" THREE, "a huge one");
	static const char *const bad[] = { "-5", "", "5x", "99999999999999999999", "0x10", "5\r\nContent-Length: 5" };
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		const char *got =
		    split(JOIN(one, raw(arena_printf(&arena, "Content-Length: %s", bad[i]), "hello"), three), "a", 100);
		ok(!strncmp(got, ONE "record 2: ! ", strlen(ONE) + 12) && strstr(got, THREE) &&
		       strchr(strstr(got, "! "), '\n') + 1 == strstr(got, THREE),
		   "Content-Length: %.5s...", bad[i]);
	}
}

static void test_damage(void)
{
	struct slice one = page("u1", "<p>one", 0), three = page("u3", "<p>three", 0),
		     cut = pack(page("u2", "<p>two", 0));
	static const char damaged[] = ONE "record 2: ! its compressed data are damaged\n" THREE;
	static const char ended[] = "record 1: ! its compressed data end too early; the file is cut short\n";
	char *wrong = arena_copy(&arena, cut.at, cut.len);
	wrong[cut.len - 6] ^= 1; // in its check sum
	expect(JOIN(pack(one), (struct slice){ wrong, cut.len }, pack(three)), "a", damaged, "a wrong check sum");
	wrong = arena_copy(&arena, cut.at, cut.len);
	memset(wrong + 30, 0xff, 40);
	expect(JOIN(pack(one), (struct slice){ wrong, cut.len }, pack(three)), "a", damaged, "bytes written over");
	expect((struct slice){ cut.at, cut.len - 20 }, "a", ended, "a packed record that is cut short");
	expect(JOIN(pack(one), slice_of("garbage"), pack(three)), "a",
	       ONE "record 2: ! its compressed data are damaged\n" THREE, "garbage between");
	expect(JOIN(one, slice_of("garbage\r\n\r\n"), three), "a", ONE "record 2: ! no record begins here\n" THREE,
	       "garbage in a plain one");
	expect(slice_of("WARC/1.0\r\nWARC-Type: x"), "a", "record 1: ! its header is cut short\n",
	       "a header cut short");
	expect(slice_of("WARC/1.0\r\nContent-Length: 10\r\n\r\nhi"), "a",
	       "record 1: ! its Content-Length of 10 is more than it has\n", "a block cut short");
	expect(JOIN(one, slice_of("WARC/1.0\r\nContent-Length: 4\r\nHTTP/1.1 200 OK\r\n\r\nbody\r\n\r\n"), three), "a",
	       ONE "record 2: ! line 2 of its header is no 'Name: value'\n" THREE, "no empty line behind the header");
}

static void test_limits(void)
{
	struct slice one = page("u1", "<p>one", 0), three = page("u3", "<p>three", 0);
	struct buf b = buf_in(&arena);
	buf_text(&b, "WARC/1.0\r\n");
	while (b.n < 3 * LIMIT_HEADER)
		buf_text(&b, "X-Again: and again\r\n");
	is_text(split(JOIN(one, (struct slice){ b.at, b.n }, three), "a", 1000),
		ONE "record 2: ! its header is longer than the limit HEADER of 65536 bytes\n" THREE,
		"an endless header");
	size_t n = 40 << 20;
	char *bomb = arena_take(&arena, n);
	memset(bomb, 'x', n);
	struct slice huge = page("u2", "", (long)n),
		     packed = pack(JOIN((struct slice){ huge.at, huge.len - 4 }, (struct slice){ bomb, n },
					slice_of("\r\n\r\n")));
	is_text(split(JOIN(pack(one), packed, pack(three)), "a", 1 << 20),
		ONE "record 2: ! grows to more than 200 times its packed size (INFLATION)\n" THREE, "a bomb");
	is_text(split(pack((struct slice){ bomb, n }), "a.gz", 1 << 20),
		"! grows to more than 200 times its packed size (INFLATION)\n", "a file that is one");
}

// A response's header lines and body, in one record.
static const char *response(const char *head, const char *body, size_t n)
{
	struct buf b = buf_in(&arena);
	char *http = arena_printf(&arena, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n%s\r\n\r\n", head);
	buf_printf(&b,
		   "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: %zu\r\n\r\n%s",
		   strlen(http) + n, http);
	buf_add(&b, body, n);
	buf_text(&b, "\r\n\r\n");
	const char *said = split((struct slice){ b.at, b.n }, "a", 1 << 16), *mark = "record 1: ";
	return !strncmp(said, mark, strlen(mark)) ? said + strlen(mark) : said;
}

static const char *encoded(const char *head, const char *body)
{
	return response(head, body, strlen(body));
}

static void test_http(void)
{
	static const char chunked[] = "Transfer-Encoding: chunked", gzipped[] = "Content-Encoding: gzip";
	struct slice packed = pack(slice_of("packed"));
	is_text(encoded(chunked, "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"), "1 text/plain [abcde]\n", "chunks");
	is_text(encoded(chunked, "3\nabc\n0\n\n"), "1 text/plain [abc]\n", "by lines without carriage returns");
	is_text(encoded(chunked, "undone already"), "1 text/plain [undone already]\n", "none where the header says so");
	is_text(encoded(chunked, "20\r\nyears ago they were undone, all of them"),
		"1 text/plain [20\r\nyears ago they were undone, all of t]\n", "none that is one");
	is_text(encoded(chunked, "5\r\nabc"),
		"1 text/plain the response was cut short when it was stored; its end is missing [abc]\n", "cut short");
	is_text(response(gzipped, packed.at, packed.len), "1 text/plain [packed]\n", "gzip");
	is_text(encoded(gzipped, "undone already"), "1 text/plain [undone already]\n", "none where the header says so");
	is_text(response(gzipped, packed.at, packed.len - 9),
		"1 text/plain the response was cut short when it was stored; its end is missing [packed]\n",
		"cut short");
	is_text(encoded("Content-Encoding: br", "xyz"),
		"! its response is encoded as 'br', which cannot be undone here\n", "one that is not known");
	is_text(encoded("Content-Encoding: \x1b[2J", "xyz"),
		"! its response is encoded as '?', which cannot be undone here\n", "and one that is no word");
	is_text(
	    split(raw("WARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 5", "hello"), "a", 99),
	    "record 1: ! is no HTTP response\n", "no response at all");
	is_text(split(raw("WARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 43",
			  "HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n"),
		      "a", 99),
		"", "no page");
	is_text(split(raw("WARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 43",
			  "HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\n\r\n"),
		      "a", 99),
		"", "no text");
}

static void test_lines(void)
{
	expect(slice_of("{\"a\":1}\r\n\n{b}\n \n[1]"), "x.ndjson",
	       "line 1: 1 [{\"a\":1}] line\nline 3: 3 [{b}] line\nline 5: 5 [[1]] line\n", "lines of JSON");
	expect(pack(slice_of("{b}\n")), "x.jsonl.gz", "line 1: 1 [{b}] line\n", "packed, by the name within");
	expect(slice_of("{\"id\":\"a\",\"text\":\"b\"}\n"), "-", "line 1: 1 [{\"id\":\"a\",\"text\":\"b\"}] line\n",
	       "by what they are");
	expect(slice_of("{\"id\":\"a\"}\n"), "-", "[{\"id\":\"a\"}\n]\n", "not by less");
	struct slice half = pack(slice_of("{a}\n{b}\n{cccccccccccccccccccc}\n"));
	expect((struct slice){ half.at, half.len - 12 }, "x.ndjson.gz",
	       "line 1: 1 [{a}] line\nline 2: 2 [{b}] line\n"
	       "line 3: ! its compressed data end too early; the file is cut short\n",
	       "what came before the cut is there");
}

static void test_mbox(void)
{
	static const char from[] = "From a@b Sat Mar  2 10:11:12 2024\n";
	expect(JOIN(slice_of(from), slice_of("Subject: one\n\n>From here\n\nFrom now on\n\n"), slice_of(from),
		    slice_of("Subject: two\n")),
	       "-",
	       "mail 1: 1 message/rfc822 [Subject: one\n\n>From here\n\nFrom now on\n]\n"
	       "mail 2: 2 message/rfc822 [Subject: two\n]\n",
	       "a mailbox, by what it is");
	expect(slice_of("From us all\n\nGood day\n"), "-", "[From us all\n\nGood day\n]\n", "a letter is none");
}

static void test_single(void)
{
	expect(slice_of("just text"), "-", "[just text]\n", "a text");
	expect(slice_of(""), "-", "[]\n", "nothing");
	expect(pack(slice_of("just text")), "a.txt.gz", "[just text]\n", "packed");
	expect(JOIN(pack(slice_of("just ")), pack(slice_of("text"))), "a.gz", "[just text]\n", "packed in two parts");
	expect(pack(pack(slice_of("just text"))), "a.gz.gz", "! is compressed more than once; unpack it once\n",
	       "twice");
	struct slice big = { arena_take(&arena, LIMIT_MEMBER + 1), LIMIT_MEMBER + 1 };
	is_text(split(big, "-", 1 << 20),
		"! more than the limit MEMBER of 67108864 bytes; split it or take out what is not needed\n",
		"too large");
}

int main(void)
{
	test_warc();
	test_lengths();
	test_damage();
	test_limits();
	test_http();
	test_lines();
	test_mbox();
	test_single();
	arena_free(&arena);
	return done();
}
