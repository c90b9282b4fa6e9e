// An assessment that somebody saved, or says to have saved: compared with itself, both ways, and told.
#include "case/comparison.h"
#include "case/json.h"
#include "write/write.h"
#include "test/fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct node *n;
	struct err e;
	const char *bytes = arena_copy(&a, (const char *)data, size);
	if (json_read(&a, (struct slice){ bytes, size }, &n, &e) == STATUS_OK) {
		const struct node *w = comparison_assessment(n);
		struct node *none = node_map(&a);
		node_put_list(&a, none, "questions");
		for (int way = 0; w && way < 3; way++) {
			struct comparison c = { .was = "was", .is = "is" };
			const struct node *was = way == 1 ? none : w, *is = way == 2 ? none : w;
			struct buf out = buf_in(&a);
			comparison_fill(&a, was, is, &c);
			comparison_origins(&a, was, is, &c);
			write_comparison(&out, "text", &c);
			write_comparison(&out, "json", &c);
		}
	}
	arena_free(&a);
	return 0;
}
