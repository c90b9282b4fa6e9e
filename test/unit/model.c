// The model as it is installed; and that what is cut off, changed or of another version is refused.
#include "tag/model.h"
#include "base/file.h"
#include "test/tap.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena a;
static char *copy;

// Writes bytes where a model could be, and gives what is said of it; NULL: it is taken.
static const char *refusal(const char *at, size_t n)
{
	struct err e = { 0 };
	struct model_file f = { 0 };
	struct tag_model *m;
	if (file_write(copy, (struct slice){ at, n }, &e) != STATUS_OK)
		return arena_text(&a, e.text);
	if (model_map(&a, copy, &f, &e) == STATUS_OK && model_read(&a, &f, &m, &e) == STATUS_OK)
		return NULL;
	return arena_text(&a, e.text);
}

static void refused(const char *at, size_t n, const char *why, const char *name)
{
	const char *said = refusal(at, n);
	ok(said && strstr(said, why), "%s is refused: %s", name, said ? said : "it is taken");
}

int main(void)
{
	struct err e = { 0 };
	struct slice whole;
	const char *path = getenv("HEARSAY_MODEL");
	copy = arena_printf(&a, "%s/model-%d", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp", (int)getpid());
	if (!ok(path && file_read(&a, path, 1 << 26, "MODEL", &whole, &e) == STATUS_OK, "there is a model"))
		return done();
	ok(whole.len < 16 << 20, "it has less than 16 MB");
	ok(!refusal(whole.at, whole.len), "it is taken as it is");
	char *bytes = arena_copy(&a, whole.at, whole.len);
	refused(bytes, 0, "empty", "nothing");
	refused("hello", 5, "no model", "another file");
	refused(bytes, 20, "cut off", "a head cut off");
	refused(bytes, whole.len / 2, "cut off", "half a model");
	refused(bytes, whole.len - 1, "cut off", "a model without its last byte");
	for (size_t at = 4096; at < whole.len; at += whole.len / 7) {
		bytes[at] ^= 4;
		refused(bytes, whole.len, "changed or damaged", "a model with another bit");
		bytes[at] ^= 4;
	}
	bytes[8]++;
	refused(bytes, whole.len, "version", "a newer model");
	bytes[8] = (char)(bytes[8] - 2);
	refused(bytes, whole.len, "version", "an older model");
	unlink(copy);
	return done();
}
