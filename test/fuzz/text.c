// A page, cleaned, as it is, and as HTML: it is read or refused with a sentence; what is read is valid UTF-8 and writes
// as JSON.
#include "test/fuzz_page.h"

// The ways to read the bytes: cleaned, as they are, and as a web page whatever they begin with.
enum way { CLEANED, VERBATIM, WEB_PAGE, WAYS };

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	for (enum way way = CLEANED; way < WAYS; way++) {
		struct arena a = { 0 };
		struct buf page = buf_in(&a);
		struct read_options o = { .envelope.path = "page.txt", .verbatim = way == VERBATIM };
		buf_text(&page, way == WEB_PAGE ? "<!doctype html>" : "");
		buf_add(&page, (const char *)at, n);
		fuzz_page((struct slice){ buf_str(&page), page.n }, &o);
		arena_free(&a);
	}
	return 0;
}
