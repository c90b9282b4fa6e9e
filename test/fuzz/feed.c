// A feed of any bytes: its items stand one behind the other, and each is read or refused with a sentence.
#include "read/feed.h"
#include "test/fuzz_page.h"

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	struct read_options o = { .envelope.path = "feed.xml", .depth = READ_TEXT };
	const char *end = (const char *)at;
	for (struct slice rest = { (const char *)at, n }, item; feed_next(&rest, &item); end = item.at + item.len) {
		if (item.at < end || item.at + item.len > rest.at || !item.len)
			abort();
		fuzz_page(item, &o);
	}
	return 0;
}
