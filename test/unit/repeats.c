// A text that repeats itself: each of its fingerprints enters the index once, however often it stands there.
#include "trace/copies.h"
#include "trace/prints.h"
#include "test/story.h"
#include "test/tap.h"

#include <stdlib.h>

enum { TIMES = 3000 };

static struct arena arena;

static const char *repeated(const char *text, size_t times)
{
	struct buf b = buf_in(&arena);
	for (size_t i = 0; i < times; i++)
		buf_printf(&b, "%s ", text);
	return buf_str(&b);
}

static void fold(void *context, uint32_t doc, struct arena *a, struct folded *out)
{
	const char *const *texts = context;
	folded_of(a, texts[doc], strlen(texts[doc]), out);
}

static int by_key(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return (a > b) - (a < b);
}

// Fingerprints of a text, and how many of these are different.
static size_t prints(const struct folded *t, size_t *different)
{
	uint64_t *key = arena_array(&arena, uint64_t, t->n + 1);
	size_t n = prints_of(t, key);
	*different = 0;
	qsort(key, n, sizeof *key, by_key);
	for (size_t i = 0; i < n; i++)
		*different += !i || key[i] != key[i - 1];
	return n;
}

static size_t entries(const struct index *x)
{
	size_t n = 0;
	for (size_t i = 0; i < INDEX_PARTS; i++)
		n += x->part[i].n;
	return n;
}

static void check(const char *text)
{
	const char *texts[] = { text, text };
	struct copies c;
	size_t n = 0, different = 0;
	copies_begin(&c, fold, texts);
	for (size_t i = 0; i < 2; i++) {
		struct folded f;
		const char *id = arena_printf(&arena, "d%zu", i), *outlet = i ? "Kell Courier" : "Stannow Mail";
		struct document *d = story_document(&arena, id, outlet, id, "2024-10-02", text);
		fold(texts, (uint32_t)i, &arena, &f);
		n = prints(&f, &different);
		copies_add(&c, d, &f);
		is_int(entries(&c.index), different, "%zu texts, %zu fingerprints each: the different ones enter",
		       i + 1, n);
	}
	ok(n == different && n < TIMES / 4, "%zu fingerprints, all different", n);
	is_int(c.texts.at[0].cluster, c.texts.at[1].cluster, "the two are copies");
	copies_free(&c);
}

int main(void)
{
	check(repeated("the harbour police found a barge", TIMES));
	check(repeated(story_text(&arena, 1, 2), 200));
	arena_free(&arena);
	return done();
}
