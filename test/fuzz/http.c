// A stored HTTP response: a document or a sentence; what is declared of it is a word.
#include "base/limits.h"
#include "read/http.h"
#include "test/fuzz.h"

#include <stdlib.h>

static void check_word(const char *word)
{
	for (; word && *word; word++)
		if (*word <= ' ' || *word >= 0x7f || (*word >= 'A' && *word <= 'Z'))
			abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct arena a = { 0 };
	struct slice bytes, response = { (const char *)at, n };
	struct envelope envelope = { 0 };
	struct err e = { 0 };
	bool wanted = false;
	enum status s = http_look(&a, response, &wanted, &e);
	if (s == STATUS_OK && wanted)
		s = http_document(&a, response, &envelope, &bytes, &e);
	if (s != STATUS_OK)
		fuzz_sentence(&e);
	if (s == STATUS_OK && wanted && bytes.len > LIMIT_MEMBER + n)
		abort();
	check_word(envelope.media);
	check_word(envelope.charset);
	arena_free(&a);
	return 0;
}
