// What a fuzz target defines: one function that is fed with bytes and must survive them. Returns 0.
#ifndef TEST_FUZZ_H
#define TEST_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n);

#endif
