// A network in UAI.
#include "test/fuzz_network.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	fuzz_network(NETWORK_UAI, (struct slice){ (const char *)at, n }, (struct slice){ 0 });
	return 0;
}
