// A feed of any bytes: its items stand one behind the other, and each is read or refused with a sentence.
#include "case/json.h"
#include "read/feed.h"
#include "read/read.h"
#include "test/document.h"
#include "test/fuzz.h"

static void read_item(const struct tables *t, struct slice item)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct document d;
	struct read_options o = { .envelope.path = "feed.xml", .text_only = true };
	enum status s = read_page(&a, t, item, &o, &d, &e);
	if (s == STATUS_OK) {
		struct buf out = buf_in(&a);
		document_check(&d);
		json_write(&out, document_write(&a, &d));
	} else if (!e.text[0]) {
		abort();
	}
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *at, size_t n)
{
	static struct arena kept;
	static struct tables tables;
	if (!tables.lexicon)
		tables = tables_read(&kept);
	const char *end = (const char *)at;
	for (struct slice rest = { (const char *)at, n }, item; feed_next(&rest, &item); end = item.at + item.len) {
		if (item.at < end || item.at + item.len > rest.at || !item.len)
			abort();
		read_item(&tables, item);
	}
	return 0;
}
