// A case file with a byte changed anywhere: either it is found out, or nothing that is said of the case is touched by
// it.
#include "base/file.h"
#include "base/hash.h"
#include "base/rng.h"
#include "case/format.h"
#include "case/json.h"
#include "keep/keep.h"
#include "test/tap.h"

#include <stdlib.h>
#include <unistd.h>

enum { FLIPS = 400, CUTS = 40, SEED = 5 };

static struct arena arena;
static const char *path;
static int found[STATUS_COUNT];

static const char page[] = "The painting was gone on Monday, the guard said.\n";

static void make(void)
{
	struct err e = { 0 };
	static const struct envelope envelope = { .path = "page.txt" };
	struct keep *k;
	struct the_case c = { .imprecision = -1, .title = "A museum theft" };
	*list_add(&arena, &c.sources) = (struct source){ .id = "guard", .name = "The guard", .inspectable = -1 };
	struct document d = { .id = hash_sha256_hex(&arena, page, strlen(page)), .text = page, .len = strlen(page) };
	bool known;
	bool good = keep_create(path, &k, &e) == STATUS_OK && keep_begin(k, "new", &e) == STATUS_OK &&
		    keep_save(k, &c, "why", &e) == STATUS_OK &&
		    keep_add_original(k, &envelope, slice_of(page), d.id, &known, &e) == STATUS_OK &&
		    keep_put_derived(k, d.id, document_write(&arena, &d), &e) == STATUS_OK &&
		    keep_put_segment(k, 0, slice_of(page), &e) == STATUS_OK &&
		    keep_commit(k, &e) == STATUS_OK;
	if (!good) {
		printf("Bail out! %s\n", e.text);
		exit(1);
	}
	keep_close(k);
}

// Everything that the file says, or what is wrong with it.
static enum status tell(struct arena *a, const char **out)
{
	struct err e = { 0 };
	struct keep *k;
	struct the_case c = { 0 };
	struct keep_journal j = { 0 };
	enum status s = keep_open(path, &k, &e);
	if (s == STATUS_OK) {
		struct buf b = buf_in(a);
		if ((s = keep_verify(k, &e)) == STATUS_OK && (s = keep_load(a, k, &c, &e)) == STATUS_OK)
			s = keep_log(a, k, &j, &e);
		if (s == STATUS_OK)
			json_write(&b, format_write_case(a, &c));
		for (each (entry, &j.entries))
			buf_printf(&b, "\n%lld %s %s %s", entry->row, entry->op, entry->id, entry->hash);
		*out = buf_str(&b);
		keep_close(k);
	}
	if (s != STATUS_OK)
		*out = arena_text(a, e.text);
	return s;
}

static void write_file(struct slice bytes)
{
	struct err e = { 0 };
	const char *beside[] = { "-wal", "-shm", "-journal" };
	for (int i = 0; i < 3; i++)
		unlink(arena_printf(&arena, "%s%s", path, beside[i]));
	if (file_write(path, bytes, &e) != STATUS_OK)
		ok(false, "%s", e.text);
}

// One damaged file: refused with a sentence, or as good as whole.
static bool one(struct slice bytes, const char *whole)
{
	struct arena a = { 0 };
	const char *said = "";
	write_file(bytes);
	enum status s = tell(&a, &said);
	found[s]++;
	bool good = s == STATUS_OK ? !strcmp(said, whole) : s != STATUS_USAGE && s != STATUS_NOT_FOUND && *said;
	if (!good)
		tap_show(status_name(s), said);
	arena_free(&a);
	return good;
}

int main(void)
{
	char template[] = "/tmp/hearsay-flipped-XXXXXX";
	const char *folder = mkdtemp(template), *whole;
	path = arena_printf(&arena, "%s/case.hearsay", folder);
	make();
	is_int(tell(&arena, &whole), STATUS_OK, "a case file is whole");
	struct slice bytes;
	struct err e = { 0 };
	is_int(file_read(&arena, path, 1 << 20, "DOCUMENT", &bytes, &e), STATUS_OK, "its bytes are read");
	char *copy = arena_copy(&arena, bytes.at, bytes.len);
	for (uint64_t i = 0; i < FLIPS; i++) {
		size_t at = rng_bits(SEED, 1, i) % bytes.len;
		copy[at] = (char)(bytes.at[at] ^ (1 << rng_bits(SEED, 2, i) % 8));
		if (!one((struct slice){ copy, bytes.len }, whole))
			ok(false, "flip %d at byte %zu", (int)i, at);
		copy[at] = bytes.at[at];
	}
	ok(found[STATUS_OK] && found[STATUS_DAMAGED], "of %d flips, %d were harmless, %d damaged it", FLIPS,
	   found[STATUS_OK], found[STATUS_DAMAGED]);
	int harmless = found[STATUS_OK];
	for (uint64_t i = 0; i < CUTS; i++)
		if (!one((struct slice){ copy, rng_bits(SEED, 3, i) % bytes.len }, whole))
			ok(false, "cut %d", (int)i);
	is_int(found[STATUS_OK], harmless, "of %d cuts, none was harmless", CUTS);
	unlink(path);
	is_int(rmdir(folder), 0, "nothing is left beside it");
	arena_free(&arena);
	return done();
}
