// Compressed bytes of every format, as a file with members and as one stream: never more than the limits allow.
#include "read/unpack.h"
#include "test/fuzz/split.h"

static void unpack(enum unpack_format format, struct slice in)
{
	struct arena a = { 0 };
	struct slice out;
	struct err e = { 0 };
	bool cut;
	enum { MOST = 4 << 20 };
	enum status s = unpack_all(&a, format, in, MOST, "MEMBER", &out, &cut, &e);
	if (s != STATUS_OK)
		fuzz_sentence(&e);
	else if (out.len > MOST)
		abort();
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct fuzz_input from = { (const char *)at, n, 1000, 0 };
	struct input *in = input_open(&a, fuzz_read, &from);
	struct err e;
	do {
		for (struct slice seen; (seen = input_peek(in, 1)).len;)
			input_take(in, seen.len);
		if (input_failed(in, &e) != STATUS_OK)
			fuzz_sentence(&e);
	} while (input_next(in));
	arena_free(&a);
	unpack(UNPACK_GZIP, (struct slice){ (const char *)at, n });
	unpack(UNPACK_ZLIB, (struct slice){ (const char *)at, n });
	unpack(UNPACK_RAW, (struct slice){ (const char *)at, n });
	return 0;
}
