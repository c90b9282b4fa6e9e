// An argument map.
#include "test/fuzz_matrix.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	return fuzz_matrix(MATRIX_ARGDOWN, at, n);
}
