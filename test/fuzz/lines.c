// Lines of JSON, a mailbox, and whatever else they are: the same bytes taken for each.
#include "test/fuzz/split.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	fuzz_split(at, n, "documents.ndjson");
	fuzz_split(at, n, "mail.mbox");
	fuzz_split(at, n, "feed.xml");
	return 0;
}
