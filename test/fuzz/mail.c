// A message of any bytes: it is read or refused with a sentence, and what is read leads back.
#include "test/fuzz_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct read_options o = { .envelope.path = "a.eml", .depth = READ_TEXT };
	fuzz_page((struct slice){ (const char *)at, n }, &o);
	return 0;
}
