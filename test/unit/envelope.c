// What is known of a document beside its bytes: packed and unpacked, written and read, laid over a document.
#include "case/envelope.h"
#include "test/tap.h"

static struct arena arena;

int main(void)
{
	const struct envelope e = { .path = "crawl.warc.gz#17", .url = "https://example.org/", .note = "cut short" };
	struct buf b = buf_in(&arena);
	struct envelope back = { 0 };
	envelope_pack(&b, &e);
	ok(envelope_unpack(&arena, (struct slice){ b.at, b.n }, &back), "what was packed is unpacked");
	is_text(back.path, e.path, "the path");
	is_text(back.url, e.url, "the address");
	is_text(back.note, e.note, "the last one too");
	is_text(back.media, NULL, "what is not known stays so");
	ok(!envelope_unpack(&arena, (struct slice){ b.at, b.n - 1 }, &back), "one byte less is none");
	buf_char(&b, 0);
	ok(!envelope_unpack(&arena, (struct slice){ b.at, b.n }, &back), "nor is one more");
	b.at[3] = (char)0xff;
	ok(!envelope_unpack(&arena, (struct slice){ b.at, b.n - 1 }, &back), "nor bytes that are no UTF-8");
	ok(!envelope_unpack(&arena, (struct slice){ "", 0 }, &back), "nor no bytes");

	struct node *map = node_map(&arena);
	envelope_write(&arena, &e, map);
	is_int((long long)map->n, 3, "only what is known is written");
	is_text(envelope_read(map).note, "cut short", "and it is read back");

	struct document d = { .id = "hash", .title = "Read", .outlet = "Gazette", .published = { 2020, 1, 2 } };
	const struct envelope list = {
		.id = "d7", .title = "Listed", .published = "2024-03", .url = "u", .note = "odd"
	};
	envelope_lay(&arena, &list, &d);
	is_text(d.id, "d7", "a list's id is kept");
	is_text(d.title, "Listed", "its title outranks what was read");
	is_text(d.outlet, "Gazette", "what it does not have stays");
	ok(d.published.year == 2024 && d.published.month == 3 && !d.published.day, "its date outranks as well");
	is_text(d.published_from, "given", "and says so");
	is_text(d.url, "u", "the address is the document's");
	is_text(d.warnings.at[0], "odd", "what was odd is a warning");
	const struct envelope wrong = { .published = "soon" };
	envelope_lay(&arena, &wrong, &d);
	is_int(d.published.year, 2024, "what is no date does not count");
	arena_free(&arena);
	return done();
}
