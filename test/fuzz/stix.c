// A bundle of STIX.
#include "read/stix.h"
#include "test/fuzz_import.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	fuzz_import(at, n, stix_is, stix_read, "stix");
	return 0;
}
