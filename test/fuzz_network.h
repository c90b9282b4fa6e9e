// A network of any bytes in some format: it is read, is what a network must be, and comes back from the reader as it
// was; or it is refused with a sentence.
#ifndef TEST_FUZZ_NETWORK_H
#define TEST_FUZZ_NETWORK_H

#include "read/network.h"
#include "test/fuzz.h"
#include "test/network.h"

#include <stdlib.h>

static inline void fuzz_network(enum network_format format, struct slice bytes, struct slice evidence)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct network n;
	bool beside;
	if (network_parse(&a, format, bytes, evidence, &n, &beside, &e) != STATUS_OK) {
		fuzz_sentence(&e);
	} else if (network_bad(&a, &n) || !network_returns(&a, &n)) {
		abort();
	}
	arena_free(&a);
}

#endif
