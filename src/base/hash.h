// SHA-256 for what must not change unseen, a fast 64-bit hash for tables and sketches.
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/arena.h"

#include <stdint.h>

enum { SHA256_BYTES = 32, SHA256_HEX = 64 };

void hash_sha256(const void *at, size_t n, unsigned char out[SHA256_BYTES]);
void hash_hex(const unsigned char digest[SHA256_BYTES], char out[SHA256_HEX + 1]);
char *hash_sha256_hex(struct arena *a, const void *at, size_t n); // 64 lower-case digits

uint64_t hash_fast(const void *at, size_t n, uint64_t seed);

// What a table of words that lie elsewhere keeps of a hash, so that most words that it lacks cost one look; never 0.
static inline uint16_t hash_mark(uint64_t hash)
{
	return (uint16_t)(hash >> 48) | 1;
}

#endif
