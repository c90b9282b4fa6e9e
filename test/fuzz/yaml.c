// YAML, and a case made of it: read, or refused with a sentence.
#include "case/format.h"
#include "case/yaml.h"
#include "test/fuzz.h"

// libfyaml 0.7.12 forgets a buffer on some long quoted texts. The reader child ends after each document, so it costs
// nothing; leaks of our own are still found.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
	return "leak:libfyaml.so";
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct node *tree;
	struct the_case c = { 0 };
	enum status s = yaml_read(&a, (struct slice){ (const char *)at, n }, &tree, &e);
	if (s == STATUS_OK)
		s = format_read_case(&a, tree, NULL, &c, &e);
	if (s != STATUS_OK)
		fuzz_sentence(&e);
	arena_free(&a);
	return 0;
}
