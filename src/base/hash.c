#include "base/hash.h"

#include <sodium.h>

#define XXH_INLINE_ALL // most of what is hashed is a word, which takes no longer than a call
#include <xxhash.h>

void hash_sha256(const void *at, size_t n, unsigned char out[SHA256_BYTES])
{
	crypto_hash_sha256(out, at, n);
}

void hash_hex(const unsigned char digest[SHA256_BYTES], char out[SHA256_HEX + 1])
{
	sodium_bin2hex(out, SHA256_HEX + 1, digest, SHA256_BYTES);
}

char *hash_sha256_hex(struct arena *a, const void *at, size_t n)
{
	unsigned char digest[SHA256_BYTES];
	hash_sha256(at, n, digest);
	char *hex = arena_take(a, SHA256_HEX + 1);
	hash_hex(digest, hex);
	return hex;
}

uint64_t hash_fast(const void *at, size_t n, uint64_t seed)
{
	return XXH64(at, n, seed);
}
