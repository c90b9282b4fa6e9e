// A WARC archive, plain or packed: members and errors, the same however its bytes come.
#include "test/fuzz/split.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	fuzz_split(at, n, "crawl.warc");
	return 0;
}
