// The worked cases of the development data, for tests in C.
#ifndef TEST_PUBLISHED_H
#define TEST_PUBLISHED_H

#include "base/file.h"
#include "base/limits.h"
#include "case/yaml.h"
#include "test/tap.h"

#include <stdlib.h>

// Without its notes: one of them is not valid YAML.
static inline struct slice published_without_notes(struct arena *a, struct slice bytes)
{
	struct buf kept = buf_in(a);
	for (struct slice line; slice_line(&bytes, &line);)
		if (!slice_starts(line, "  note:")) {
			buf_slice(&kept, line);
			buf_char(&kept, '\n');
		}
	return (struct slice){ kept.at, kept.n };
}

// The list of them; NULL, and `what` skipped or failed, where it is not at hand or cannot be read.
static inline struct node *published_cases(struct arena *a, const char *what)
{
	const char *base = getenv("HEARSAY_SHARED"), *root = getenv("HEARSAY_ROOT");
	char *path = base ? arena_printf(a, "%s/data/cases/worked-cases.yaml", base)
			  : arena_printf(a, "%s/../shared/data/cases/worked-cases.yaml", root ? root : ".");
	struct slice bytes;
	struct node *list;
	struct err e;
	if (file_read(a, path, LIMIT_CASE_TEXT, "CASE_TEXT", &bytes, &e)) {
		skip("no development data", what);
		return NULL;
	}
	if (ok(!yaml_read(a, published_without_notes(a, bytes), &list, &e), "%s can be read", what))
		return list;
	printf("# %s\n", e.text);
	return NULL;
}

#endif
