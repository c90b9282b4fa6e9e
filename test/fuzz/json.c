// JSON, and a case or a document made of it: read, or refused with a sentence; a document that was read can be written.
#include "case/format.h"
#include "case/json.h"
#include "test/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct node *tree;
	enum status s = json_read(&a, (struct slice){ (const char *)at, n }, &tree, &e);
	if (s == STATUS_OK) {
		struct the_case c = { 0 };
		struct document d;
		struct buf out = buf_in(&a);
		if (format_read_case(&a, tree, NULL, &c, &e) != STATUS_OK)
			fuzz_sentence(&e);
		s = document_read(&a, tree, &d, &e);
		if (s == STATUS_OK)
			json_write(&out, document_write(&a, &d));
	}
	if (s != STATUS_OK)
		fuzz_sentence(&e);
	arena_free(&a);
	return 0;
}
