// Lines of JSON, and a mailbox: the same bytes taken for either.
#include "test/fuzz/split.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	fuzz_split(at, n, "documents.ndjson");
	fuzz_split(at, n, "mail.mbox");
	return 0;
}
