// Mail: which bytes are a message, which part is its text, what is quoted, what is refused.
#include "base/limits.h"
#include "base/sanitize.h"
#include "read/mail.h"
#include "read/read.h"
#include "test/tap.h"

#define HEAD "From: Ann Lee <ann@orlen.example>\nSubject: x\n"

static struct err e;
static struct tables tables;

static void test_is_mail(void)
{
	ok(mail_is(slice_of(HEAD "\ntext"), "a"), "From and Subject make a message");
	ok(mail_is(slice_of("Return-Path: <a@b>\nX-Any: 1\n 2\nReceived: by c\n\n"), "a"),
	   "other fields may stand between");
	ok(mail_is(slice_of("From ann Thu Mar  7 10:00:00 2024\n" HEAD "\n"), "a"), "the line of a file of mail too");
	ok(!mail_is(slice_of("Subject: x\nDate: y\n\n"), "a"), "Subject and Date do not");
	ok(!mail_is(slice_of("Notes\n" HEAD), "a"), "nor what stands below other text");
	ok(!mail_is(slice_of("From: one\n\nSubject: two\n"), "a"), "nor what stands below an empty line");
	ok(mail_is(slice_of("text"), "page.eml"), "a name ending in .eml does");
}

static void is_read(const char *mail, const char *text, const char *label)
{
	struct arena a = { 0 };
	struct document d = { 0 };
	struct read_options o = { .envelope.path = "a.eml", .depth = READ_TEXT };
	e = (struct err){ 0 };
	enum status s = read_page(&a, &tables, slice_of(mail), &o, &d, &e);
	is_text(s == STATUS_OK ? d.text : e.text, text, "%s", label);
	arena_free(&a);
}

#define MULTI(type) HEAD "Content-Type: multipart/" type "; boundary=b\n\n--b\n"
#define PLAIN "Content-Type: text/plain\n\n"
#define OWN "We saw the ferry leave at nine, and nobody was on the pier.\n"

static void test_parts(void)
{
	is_read(MULTI("mixed") PLAIN "short\n--b\n" PLAIN "the longer one\n--b--\n", "the longer one",
		"the longer of two parts");
	is_read(MULTI("mixed") "Content-Disposition: attachment\n\nthe longer one\n--b\n\nshort\n--b--\n", "short",
		"an attachment is not the text");
	is_read(MULTI("mixed") "Content-Type: message/rfc822\n\n" HEAD "\nwhat was passed on\n--b\n\nshort\n--b--\n",
		"short", "nor is what was passed on");
	is_read(MULTI("mixed") "Content-Type: message/rfc822\n\n" HEAD "\nwhat was passed on\n--b--\n",
		"what was passed on", "unless there is nothing else");
	is_read(HEAD "Content-Transfer-Encoding: base64\n\nd2Ugc2 F3\nIGl0IQ==\nYW5k\n", "we saw it!and",
		"base64 in odd lines, and padding in the middle");
	is_read(HEAD "Content-Transfer-Encoding: quoted-printable\n\na =C3=\n=A9=zz =  \nb=3D\n",
		"a \u00e9=zz b=", "quoted-printable that is not as it should be");
}

static void test_quoted(void)
{
	is_read(HEAD "\n" OWN "\nOn Monday at 9:00, Tom <tom@orlen.example>\nwrote:\n> When?\n\n-- \nAnn\n",
		"We saw the ferry leave at nine, and nobody was on the pier.",
		"what is quoted, its introduction and the signature are left out");
	is_read(HEAD "\nNo.\n\nTom, 5 March:\n> Was it you who was seen there?\n",
		"No.\n\nTom, 5 March:\n\n> Was it you who was seen there?", "unless the author's own words are fewer");
	is_read(HEAD "\n" OWN "\n-----Original Message-----\nFrom: Tom\n\nWhen?\n",
		"We saw the ferry leave at nine, and nobody was on the pier.", "what follows an original message");
}

static void refuse(const char *mail, size_t n, enum status status, const char *words)
{
	struct arena a = { 0 };
	struct document d;
	struct read_options o = { .envelope.path = "a.eml" };
	e = (struct err){ 0 };
	enum status s = read_page(&a, &tables, (struct slice){ mail, n }, &o, &d, &e);
	ok(s == status && strstr(e.text, words), "refused: %s", e.text);
	arena_free(&a);
}

static void test_refusals(void)
{
	struct arena a = { 0 };
	struct buf deep = buf_in(&a), wide = buf_in(&a), pictures = buf_in(&a);
	buf_text(&deep, HEAD);
	for (int i = 0; i < 10000; i++)
		buf_printf(&deep, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
	refuse(deep.at, deep.n, STATUS_LIMIT, "MAIL_PARTS");
	buf_text(&wide, "From: ");
	for (int i = 0; i < LIMIT_MAIL_FIELD; i++)
		buf_text(&wide, "a:");
	refuse(wide.at, wide.n, STATUS_LIMIT, "MAIL_FIELD");
	buf_text(&pictures, HEAD "Content-Type: image/png; name=\"pier.png\"\n\nx\n");
	refuse(pictures.at, pictures.n, STATUS_BAD_INPUT, "it carries: pier.png");
	arena_free(&a);
}

// Two megabytes, made to hurt, are read like any others; a quadratic reader would not end in a test's time. Under a
// sanitizer they are fewer: there each line that GMime adds to a header field copies all of it.
static void test_hostile(void)
{
	static const struct {
		const char *name, *start, *piece;
	} cases[] = {
		{ "lines that could be boundaries", "", "--\n" },
		{ "boundaries", "", "--b1\n" },
		{ "parts", "", "--b249\n\nx\n" },
		{ "header fields", "--b249\n", "X: y\n" },
		{ "words in a header", "--b249\nSubject:", " =?utf-8?q?=C3=A9?=\n" },
		{ "parameters", "--b249\nContent-Disposition: x", "; a*1*=b" },
		{ "quotations", "--b249\n\n", "a:\n> b\n" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct document d;
		struct buf mail = buf_in(&a);
		buf_text(&mail, HEAD);
		for (int k = 0; k < LIMIT_MAIL_PARTS - 1; k++)
			buf_printf(&mail, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", k + 1, k + 1);
		buf_text(&mail, cases[i].start);
		while (mail.n < (SANITIZE_SPACE ? 128 << 10 : 2 << 20))
			buf_text(&mail, cases[i].piece);
		struct read_options o = { .envelope.path = "a.eml" };
		enum status s = read_page(&a, &tables, (struct slice){ mail.at, mail.n }, &o, &d, &e);
		ok(s == STATUS_OK || e.text[0], "%s: %s", cases[i].name, s == STATUS_OK ? "read" : e.text);
		arena_free(&a);
	}
}

int main(void)
{
	struct arena a = { 0 };
	tables = tables_read(&a);
	test_is_mail();
	test_parts();
	test_quoted();
	test_refusals();
	test_hostile();
	arena_free(&a);
	return done();
}
