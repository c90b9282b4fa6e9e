// The way back from a text to its original, and from a copy of any part of the text.
#include "case/runs.h"
#include "test/tap.h"

// "ab" as it is, three characters of two bytes made from one, "&" made from five, "c" behind a gap of the original.
static struct runs sample(struct arena *a)
{
	struct runs r = { 0 };
	runs_add(a, &r, (struct run){ 0, 10, 1, 0, 0 });
	runs_add(a, &r, (struct run){ 1, 11, 1, 0, 0 });
	for (uint32_t i = 0; i < 3; i++)
		runs_add(a, &r, (struct run){ 2 + 2 * i, 12 + i, 2, 2, 1 });
	runs_add(a, &r, (struct run){ 8, 15, 1, 1, 5 });
	runs_add(a, &r, (struct run){ 9, 30, 0, 0, 0 });
	runs_add(a, &r, (struct run){ 9, 30, 1, 0, 0 });
	return r;
}

static const struct {
	span text, original;
} characters[] = {
	{ { 0, 1 }, { 10, 11 } }, { { 1, 2 }, { 11, 12 } }, { { 2, 4 }, { 12, 13 } },  { { 4, 6 }, { 13, 14 } },
	{ { 6, 8 }, { 14, 15 } }, { { 8, 9 }, { 15, 20 } }, { { 9, 10 }, { 30, 31 } },
};

enum { CHARACTERS = sizeof characters / sizeof *characters };

static void test_original(void)
{
	struct arena a = { 0 };
	struct runs r = sample(&a), none = { 0 };
	is_int(r.n, 4, "what goes on where the last run ends is a part of it, what is empty is left out");
	for (size_t i = 0; i < CHARACTERS; i++)
		ok(span_same(runs_original(&r, characters[i].text), characters[i].original), "character %zu", i);
	ok(span_same(runs_original(&r, (span){ 1, 9 }), (span){ 11, 20 }), "several at once");
	ok(span_same(runs_original(&r, (span){ 3, 4 }), (span){ 12, 13 }), "a part of a character is all of it");
	ok(span_same(runs_original(&r, (span){ 4, 4 }), (span){ 0, 0 }), "nothing is nowhere");
	ok(span_same(runs_original(&none, (span){ 0, 1 }), (span){ 0, 0 }), "nor is anything without runs");
	arena_free(&a);
}

// Every stretch of characters, copied to an offset: each leads back to where it led before.
static void test_follow(void)
{
	struct arena a = { 0 };
	struct runs r = sample(&a);
	int wrong = 0;
	for (size_t i = 0; i < CHARACTERS; i++)
		for (size_t j = i; j < CHARACTERS; j++) {
			struct runs copy = { 0 };
			uint32_t from = characters[i].text.from;
			runs_follow(&a, &copy, 100, &r, (span){ from, characters[j].text.to });
			for (size_t k = i; k <= j; k++) {
				span at = { 100 + characters[k].text.from - from, 100 + characters[k].text.to - from };
				wrong += !span_same(runs_original(&copy, at), characters[k].original);
			}
			const struct run *last = &copy.at[copy.n - 1];
			wrong += last->text + last->len != 100 + characters[j].text.to - from;
		}
	is_int(wrong, 0, "a copy of any stretch leads back as the text does");
	arena_free(&a);
}

int main(void)
{
	test_original();
	test_follow();
	return done();
}
