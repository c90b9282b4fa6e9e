// A network as any bytes, as a reader that was broken into might send it: four bytes say how many are its structure,
// the rest is numbers. What is taken must be a network.
#include "test/network.h"
#include "test/fuzz.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct network back;
	if (n < 4)
		return 0;
	size_t said = at[0] | (size_t)at[1] << 8 | (size_t)at[2] << 16 | (size_t)at[3] << 24, left = n - 4;
	size_t made = said < left ? said : left, n_values = (left - made) / sizeof(double);
	double *values = arena_array(&a, double, n_values);
	if (n_values)
		memcpy(values, at + 4 + made, n_values * sizeof *values);
	if (network_copied(&a, (struct slice){ (const char *)at + 4, made }, values, n_values, &back) &&
	    (network_bad(&a, &back) || !network_returns(&a, &back)))
		abort();
	arena_free(&a);
	return 0;
}
