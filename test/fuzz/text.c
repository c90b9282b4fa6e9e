// A page, cleaned, as it is, and as HTML: it is read or refused with a sentence; what is read is valid UTF-8 and writes
// as JSON.
#include "case/json.h"
#include "read/read.h"
#include "test/document.h"
#include "test/fuzz.h"

#include <stdlib.h>

// The ways to read the bytes: cleaned, as they are, and as a web page whatever they begin with.
enum way { CLEANED, VERBATIM, WEB_PAGE, WAYS };

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static struct arena kept;
	static struct tables tables;
	if (!tables.lexicon)
		tables = tables_read(&kept);
	for (enum way way = CLEANED; way < WAYS; way++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct document d;
		struct buf page = buf_in(&a);
		struct read_options o = { .envelope.path = "page.txt", .verbatim = way == VERBATIM };
		buf_text(&page, way == WEB_PAGE ? "<!doctype html>" : "");
		buf_add(&page, (const char *)at, n);
		enum status s = read_page(&a, &tables, (struct slice){ buf_str(&page), page.n }, &o, &d, &e);
		if (s == STATUS_OK) {
			struct buf out = buf_in(&a);
			document_check(&d);
			json_write(&out, document_write(&a, &d));
		} else if (!e.text[0]) {
			abort();
		}
		arena_free(&a);
	}
	return 0;
}
