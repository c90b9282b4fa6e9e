// Any bytes: valid UTF-8 up to where utf8_valid says, and every character found comes back.
#include "base/utf8.h"
#include "test/fuzz.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const char *text = (const char *)bytes;
	size_t good = utf8_valid(text, n), count = 0;
	for (size_t i = 0; i < good; count++) {
		uint32_t code;
		char again[4];
		size_t len = utf8_decode(text + i, good - i, &code);
		assert(len && utf8_encode(code, again) == len && !memcmp(again, text + i, len));
		assert(utf8_floor(text, i + len - 1) == i);
		i += len;
	}
	assert(utf8_count(text, good) == count);
	return 0;
}
