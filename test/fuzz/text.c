// A page, cleaned and as it is: it is read or refused with a sentence; what is read is valid UTF-8 and writes as JSON.
#include "base/utf8.h"
#include "case/json.h"
#include "read/read.h"
#include "test/fuzz.h"

#include <stdlib.h>

static void check(const struct document *d)
{
	if (utf8_valid(d->text, d->len) != d->len)
		abort();
	for (each (s, &d->sentences))
		if (s->from >= s->to || s->to > d->len)
			abort();
	for (each (x, &d->debris))
		if (x->at.from > x->at.to || x->at.to > d->bytes)
			abort();
	for (each (r, &d->map))
		if (r->original + r->len > d->bytes || r->text + r->len > d->len)
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	for (int verbatim = 0; verbatim < 2; verbatim++) {
		struct arena a = { 0 };
		struct err e = { 0 };
		struct document d;
		struct read_options o = { .envelope.path = "page.txt", .verbatim = verbatim };
		enum status s = read_page(&a, (struct slice){ (const char *)at, n }, &o, &d, &e);
		if (s == STATUS_OK) {
			struct buf out = buf_in(&a);
			check(&d);
			json_write(&out, document_write(&a, &d));
		} else if (!e.text[0]) {
			abort();
		}
		arena_free(&a);
	}
	return 0;
}
