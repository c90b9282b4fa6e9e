// Reading a page: the golden pages of test/golden/read (NAME.txt, .html, .eml, .item -> NAME.json; `--write` puts in
// what came out), the way back from every character to its bytes, sentences, and what is refused.
#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "case/json.h"
#include "read/read.h"
#include "test/tap.h"

#include <dirent.h>
#include <stdlib.h>

static struct err e;
static struct tables tables;

static int hex_value(char c)
{
	const char *digits = "0123456789ABCDEF", *at = c ? strchr(digits, c) : NULL;
	return at ? (int)(at - digits) : -1;
}

// Whether bytes of quoted-printable ("=C3=BC") are, decoded, the character: as it is, or as one of an old encoding.
static bool is_quoted(struct slice from, const char *at, size_t len)
{
	size_t n = 0;
	for (size_t i = 0; i + 2 < from.len && from.at[i] == '='; i += 3, n++)
		if (len > 1 && from.len == 3 * len && hex_value(from.at[i + 1]) * 16 + hex_value(from.at[i + 2]) !=
							      (unsigned char)at[n])
			return false;
	return n * 3 == from.len && (n == len || n == 1);
}

// Whether bytes of base64 are, decoded, the character and its neighbours.
static bool is_base64(struct slice from, const char *at, size_t len)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	char bytes[64];
	size_t n = 0, have = 0;
	uint32_t bits = 0;
	for (size_t i = 0; i < from.len && n + 3 < sizeof bytes; i++) {
		const char *letter = from.at[i] == '\n' ? NULL : strchr(letters, from.at[i]);
		if (!letter)
			continue;
		bits = bits << 6 | (uint32_t)(letter - letters);
		for (have += 6; have >= 8; have -= 8)
			bytes[n++] = (char)(bits >> (have - 8));
	}
	return memmem(bytes, n, at, len);
}

// Every character of the text stands where the map says, or is white space there.
static bool leads_back(const struct document *d, struct slice bytes)
{
	uint32_t code;
	for (size_t i = 0, len; i < d->len; i += len) {
		len = utf8_decode(d->text + i, d->len - i, &code);
		span at = document_original(d, (span){ (uint32_t)i, (uint32_t)(i + len) });
		if (d->text[i] == ' ' || d->text[i] == '\n')
			continue;
		if (span_empty(at) || at.to > bytes.len)
			return false;
		bool same = span_len(at) == len && !memcmp(bytes.at + at.from, d->text + i, len);
		// What was converted is one byte of an old encoding here, or a reference.
		struct slice from = slice_in(bytes.at, at);
		if (!same && bytes.at[at.from] != '&' && !is_quoted(from, d->text + i, len) &&
		    !is_base64(from, d->text + i, len) &&
		    !(span_len(at) == 1 && (unsigned char)bytes.at[at.from] >= 0x80 && len > 1))
			return false;
	}
	return true;
}

static void check_page(const char *folder, const char *name, bool rewrite)
{
	struct arena a = { 0 };
	char *path = arena_printf(&a, "%s/%s", folder, name);
	char *golden = arena_printf(&a, "%s/%.*s.json", folder, (int)(strrchr(name, '.') - name), name);
	struct slice bytes, want = { "", 0 };
	struct document d;
	struct buf got = buf_in(&a);
	struct read_options o = { .envelope.path = name, .depth = READ_TEXT };
	if (ok(file_read(&a, path, 1 << 20, "DOCUMENT", &bytes, &e) == STATUS_OK &&
		   read_page(&a, &tables, bytes, &o, &d, &e) == STATUS_OK,
	       "%s is read", name)) {
		ok(leads_back(&d, bytes), "%s: every character leads back to its bytes", name);
		json_write_pretty(&got, document_write(&a, &d));
		if (rewrite)
			ok(file_write(golden, (struct slice){ got.at, got.n }, &e) == STATUS_OK, "%s written", golden);
		ok(file_read(&a, golden, 1 << 20, "DOCUMENT", &want, &e) == STATUS_OK,
		   "%s: there is a golden answer", name);
		is_text(buf_str(&got), arena_copy(&a, want.at, want.len), "%s comes out as it should", name);
	}
	arena_free(&a);
}

static int is_page(const struct dirent *f)
{
	struct slice name = slice_of(f->d_name);
	return slice_ends(name, ".txt") || slice_ends(name, ".html") || slice_ends(name, ".eml") ||
	       slice_ends(name, ".item");
}

static void test_golden(bool rewrite)
{
	static char folder[4096];
	const char *root = getenv("HEARSAY_ROOT");
	snprintf(folder, sizeof folder, "%s/test/golden/read", root ? root : ".");
	struct dirent **files = NULL;
	int n = scandir(folder, &files, is_page, alphasort);
	ok(n >= 10, "there are golden pages in %s", folder);
	for (int i = 0; i < n; i++) {
		check_page(folder, files[i]->d_name, rewrite);
		free(files[i]);
	}
	free(files);
}

static size_t sentences_of(const char *text)
{
	struct arena a = { 0 };
	struct document d;
	struct read_options o = { .verbatim = true, .depth = READ_TEXT };
	size_t n = read_page(&a, &tables, slice_of(text), &o, &d, &e) == STATUS_OK ? d.sentences.n : 0;
	arena_free(&a);
	return n;
}

static void test_sentences(void)
{
	static const struct {
		const char *text;
		size_t n;
	} cases[] = {
		{ "It rained. It stopped.", 2 },
		{ "Gen. A. B. Lee met Dr. Holt in the U.S. Senate on Feb. 3. They spoke.", 2 },
		{ "He came at 3 a.m. The door was open.", 2 },
		{ "He came at 3 a.m. Friday. The door was open.", 2 },
		{ "\"We saw it. We ran,\" she said. Nobody else did.", 2 },
		{ "\u201cWe saw it. We ran,\u201d she said. Nobody else did.", 2 },
		{ "\"Was it you?\" he asked. She laughed.", 2 },
		{ "A stray \" mark. It pairs with none. So be it.", 3 },
		{ "Acme Inc. said no. Falk Ltd. did not.", 2 },
		{ "No. It was not.", 2 },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ok(sentences_of(cases[i].text) == cases[i].n, "%zu sentences (got %zu): %s", cases[i].n,
		   sentences_of(cases[i].text), cases[i].text);
}

static void test_verbatim(void)
{
	struct arena a = { 0 };
	struct document d;
	const char text[] = "Views: 3\n\nTwo  spaces stay.\n  So do\tthese.\n";
	struct read_options o = { .verbatim = true };
	ok(read_page(&a, &tables, slice_of(text), &o, &d, &e) == STATUS_OK, "verbatim");
	is_text(d.text, text, "the text is the input");
	ok(d.paragraphs.n == 2, "two paragraphs");
	ok(d.debris.n == 1 && d.debris.at[0].kind == DEBRIS_counter, "what is no text is known for what it is");
	arena_free(&a);
}

static void refuse(struct slice bytes, enum status status, const char *words)
{
	struct arena a = { 0 };
	struct document d;
	enum status s = read_page(&a, &tables, bytes, &(struct read_options){ 0 }, &d, &e);
	ok(s == status && strstr(e.text, words), "refused: %s", e.text);
	arena_free(&a);
}

static void test_refusals(void)
{
	static char many[2 * LIMIT_PARAGRAPHS + 8];
	for (size_t i = 0; i + 2 < sizeof many; i += 2)
		memcpy(many + i, "a\n", 2);
	refuse(slice_of("%PDF-1.7 ..."), STATUS_BAD_INPUT, "a PDF");
	refuse(slice_of("\x01\x9c\x02\xff\x81 random"), STATUS_BAD_INPUT, "not text");
	refuse(slice_of(" \n\n \t\n"), STATUS_BAD_INPUT, "no text in it");
	refuse((struct slice){ many, sizeof many - 2 }, STATUS_LIMIT, "paragraphs");
	refuse((struct slice){ "x", (size_t)LIMIT_DOCUMENT + 1 }, STATUS_LIMIT, "DOCUMENT");
}

// What is not looked at, because of a limit, is said.
static void test_warnings(void)
{
	struct arena a = { 0 };
	struct document d;
	struct buf page = buf_in(&a);
	for (int i = 0; i <= LIMIT_SENTENCE; i++)
		buf_text(&page, "word ");
	ok(read_page(&a, &tables, slice_of(buf_str(&page)), &(struct read_options){ 0 }, &d, &e) == STATUS_OK &&
		   d.warnings.n == 1 && strstr(d.warnings.at[0], "SENTENCE"),
	   "a sentence too long to be searched");
	for (int i = 0; i <= LIMIT_STATEMENTS; i++)
		buf_text(&page, "Ann Lee said Tom Ruud did it. ");
	ok(read_page(&a, &tables, slice_of(buf_str(&page)), &(struct read_options){ 0 }, &d, &e) == STATUS_OK &&
		   d.warnings.n == 2 && strstr(d.warnings.at[1], "STATEMENTS"),
	   "more statements than are kept");
	arena_free(&a);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	tables = tables_read(&a);
	test_golden(argc > 1 && !strcmp(argv[1], "--write"));
	test_sentences();
	test_verbatim();
	test_refusals();
	test_warnings();
	arena_free(&a);
	return done();
}
