// Evidence of any bytes, on one network with names and on one with numbers.
#include "test/fuzz_network.h"

static const char uai[] = "MARKOV 3 2 3 4 1 2 0 1 6 1 2 3 4 5 6";
static const char bif[] = "variable rain { type discrete [ 2 ] { yes, no }; }\n"
			  "variable \"old mill\" { type discrete [ 3 ] { <5, 5-12, \">= 12\" }; }\n"
			  "probability ( rain ) { table 0.5, 0.5; }\n"
			  "probability ( \"old mill\" | rain ) { default 0.25, 0.25, 0.5; }\n";

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct slice evidence = { (const char *)at, n };
	fuzz_network(NETWORK_UAI, slice_of(uai), evidence);
	fuzz_network(NETWORK_BIF, slice_of(bif), evidence);
	return 0;
}
