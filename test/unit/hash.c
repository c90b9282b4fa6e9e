// SHA-256 against FIPS 180-2 appendix B and the million-a vector; XXH64 against its specification.
#include "base/hash.h"
#include "test/tap.h"

#include <inttypes.h>

int main(void)
{
	struct arena a = { 0 };
	is_text(hash_sha256_hex(&a, "", 0),
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "nothing");
	is_text(hash_sha256_hex(&a, "abc", 3),
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc");
	const char *two = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
	is_text(hash_sha256_hex(&a, two, strlen(two)),
		"248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", "two blocks");
	char *million = arena_take(&a, 1000000);
	memset(million, 'a', 1000000);
	is_text(hash_sha256_hex(&a, million, 1000000),
		"cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", "a million times a");
	ok(hash_fast("", 0, 0) == UINT64_C(0xef46db3751d8e999), "fast hash of nothing");
	ok(hash_fast("abc", 3, 0) == UINT64_C(0x44bc2cf5ad770999), "fast hash of abc");
	ok(hash_fast("abc", 3, 1) != hash_fast("abc", 3, 0), "the seed counts");
	arena_free(&a);
	return done();
}
