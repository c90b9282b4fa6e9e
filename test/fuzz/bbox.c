// The words of a PDF, or any bytes in their place: they are read or refused with a sentence.
#include "test/fuzz_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct read_options o = { .depth = READ_TEXT, .pdf = true };
	fuzz_page((struct slice){ (const char *)at, n }, &o);
	return 0;
}
