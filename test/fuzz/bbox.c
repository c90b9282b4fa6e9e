// The words of a PDF, or any bytes in their place: they are read or refused with a sentence.
#include "case/json.h"
#include "read/read.h"
#include "test/document.h"
#include "test/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static struct arena kept;
	static struct tables tables;
	if (!tables.lexicon)
		tables = tables_read(&kept);
	struct arena a = { 0 };
	struct err e = { 0 };
	struct document d;
	struct read_options o = { .text_only = true, .pdf = true };
	enum status s = read_page(&a, &tables, (struct slice){ (const char *)at, n }, &o, &d, &e);
	if (s == STATUS_OK) {
		struct buf out = buf_in(&a);
		document_check(&d);
		json_write(&out, document_write(&a, &d));
	} else if (!e.text[0]) {
		abort();
	}
	arena_free(&a);
	return 0;
}
