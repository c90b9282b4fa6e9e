// A case of anybody's, before it is weighed: what a reviewer would say of it, in every format.
#include "case/check.h"
#include "case/format.h"
#include "case/json.h"
#include "write/write.h"
#include "test/fuzz.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static const char *const formats[] = { "text", "json", "sarif" };
	struct arena a = { 0 };
	struct node *tree;
	struct the_case c;
	struct err e = { 0 };
	if (json_read(&a, (struct slice){ (const char *)at, n }, &tree, &e) == STATUS_OK &&
	    format_read_case(&a, tree, NULL, &c, &e) == STATUS_OK) {
		struct check_findings found = { 0 };
		check_case(&a, &c, NULL, &found);
		for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
			struct buf out = buf_in(&a);
			if (!write_findings(&out, formats[i], &c, &found, "a case.json") || !out.n)
				abort();
		}
	}
	arena_free(&a);
	return 0;
}
