// A table of outlets: read, or refused with a sentence that names the line; what it names is found by its folded name.
#include "case/outlet_table.h"
#include "test/fuzz.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct outlet_table t = { 0 };
	struct err e = { 0 };
	struct slice text = { (const char *)at, n }, line;
	if (outlet_table_read(&t, text, "mine.tsv", &e) != STATUS_OK && !strstr(e.text, "mine.tsv"))
		abort();
	while (slice_line(&text, &line)) {
		char folded[OUTLET_NAME];
		struct slice name = { folded, outlet_table_fold(line, folded) };
		const struct outlet_entry *found = outlet_table_find(&t, name);
		if (found && strcmp(found->folded, folded) != 0)
			abort();
	}
	arena_free(&t.arena);
	return 0;
}
