// The words of a PDF made to hurt: two megabytes are read (a quadratic reader would not end in a test's time), and a
// limit is a sentence.
#include "base/buf.h"
#include "read/read.h"
#include "test/tap.h"

int main(void)
{
	static const struct {
		const char *name, *start, *piece;
	} cases[] = {
		{ "pages", "", "<page>" },
		{ "pages with a head", "", "<page height=\"100\"><line yMin=\"1\"><word>a 1</word></line></page>" },
		{ "lines of one page", "<page height=\"9\">", "<line><word>a-</word></line>" },
		{ "lines within lines", "<page>", "<line><word>x" },
		{ "words within words", "<page><line>", "<word>x" },
		{ "words", "<page><line>", "<word>Officials said.</word>" },
		{ "attributes", "<page><line ", "a=1 " },
		{ "numbers", "<page height=\"", "9" },
	};
	struct arena kept = { 0 };
	struct tables tables = tables_read(&kept);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct document d;
		struct read_options o = { .pdf = true, .depth = READ_TEXT };
		struct buf page = buf_in(&a);
		buf_text(&page, cases[i].start);
		while (page.n < 2 << 20)
			buf_text(&page, cases[i].piece);
		enum status s = read_page(&a, &tables, (struct slice){ page.at, page.n }, &o, &d, &e);
		ok(s == STATUS_OK || e.text[0], "%s: %s", cases[i].name,
		   s == STATUS_OK ? "read" : e.text);
		arena_free(&a);
	}
	arena_free(&kept);
	return done();
}
