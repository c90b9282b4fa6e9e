// YAML, and a case made of it: read, or refused with a sentence.
#include "case/format.h"
#include "case/yaml.h"
#include "test/fuzz.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct node *tree;
	struct the_case c = { 0 };
	enum status s = yaml_read(&a, (struct slice){ (const char *)at, n }, &tree, &e);
	if (s == STATUS_OK)
		s = format_read_case(&a, tree, &c, &e);
	if (s != STATUS_OK && !e.text[0])
		abort();
	arena_free(&a);
	return 0;
}
