// An event of MISP.
#include "read/misp.h"
#include "test/fuzz_import.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	fuzz_import(at, n, misp_is, misp_read, "misp");
	return 0;
}
