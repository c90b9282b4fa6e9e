// What a fuzz target defines: one function that is fed with bytes and must survive them. Returns 0.
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include "base/err.h"
#include "base/utf8.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

// Aborts unless a refusal says why, in UTF-8.
static inline void fuzz_sentence(const struct err *e)
{
	if (!e->text[0] || utf8_valid(e->text, strlen(e->text)) != strlen(e->text))
		abort();
}

#endif
