#include "base/arena.h"
#include "base/list.h"
#include "test/tap.h"

#include <stdint.h>

static bool all_zero(const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (at[i])
			return false;
	return true;
}

static void pieces(void)
{
	struct arena a = { 0 };
	char *held[3000];
	size_t misaligned = 0, dirty = 0, lost = 0;
	for (size_t i = 0; i < 3000; i++) {
		size_t size = i % 97 == 0 ? 40000 : i % 300 + 1;
		held[i] = arena_take(&a, size);
		misaligned += (uintptr_t)held[i] % _Alignof(max_align_t) != 0;
		dirty += !all_zero(held[i], size);
		memset(held[i], (int)(i % 251 + 1), size);
	}
	for (size_t i = 0; i < 3000; i++) {
		size_t size = i % 97 == 0 ? 40000 : i % 300 + 1;
		for (size_t k = 0; k < size; k++)
			lost += held[i][k] != (char)(i % 251 + 1);
	}
	is_int(misaligned, 0, "every piece suits every type");
	is_int(dirty, 0, "every piece is zeroed");
	is_int(lost, 0, "no piece overlaps another");
	arena_free(&a);
	ok(!a.block, "an arena given back is empty");
	ok(all_zero(arena_take(&a, 64), 64), "and can be used again");
	arena_free(&a);
	arena_free(&a);
}

static void texts(void)
{
	struct arena a = { 0 };
	is_text(arena_copy(&a, "abcdef", 3), "abc", "a copy ends in NUL");
	is_text(arena_copy(&a, NULL, 0), "", "a copy of nothing");
	is_text(arena_text(&a, NULL), NULL, "NULL stays NULL");
	is_text(arena_printf(&a, "%s-%d", "r", 12), "r-12", "printed");
	char *wide = arena_printf(&a, "%0200000d", 7);
	ok(strlen(wide) == 200000 && wide[199999] == '7', "printed, longer than a block");
	arena_free(&a);
}

static void lists(void)
{
	struct arena a = { 0 };
	LIST(int) numbers = { 0 };
	for (int i = 0; i < 1000; i++)
		list_push(&a, &numbers, i * i);
	long sum = 0;
	for (each(n, &numbers))
		sum += *n;
	is_int(numbers.n, 1000, "a list counts what was added");
	is_int(sum, 332833500, "and keeps it in order while it moves");
	LIST(struct { int x; const char *s; }) items = { 0 };
	ok(list_add(&a, &items)->s == NULL, "an added element is zeroed");
	LIST(int) none = { 0 };
	for (each(n, &none))
		sum = *n;
	is_int(sum, 332833500, "an empty list has nothing to visit");
	arena_free(&a);
}

// A list in an arena of its own.
static void grown(void)
{
	LIST_OWN(int) numbers = { 0 };
	size_t wrong = 0;
	for (int i = 0; i < 300000; i++)
		list_push_own(&numbers, i);
	list_done_own(&numbers);
	for (int i = 0; i < 300000; i++)
		wrong += numbers.at[i] != i;
	is_int(wrong, 0, "a list keeps what it has while it moves");
	is_int(numbers.room, 300000, "and has no room to spare when it is done");
	list_push_own(&numbers, 7);
	is_int(numbers.at[300000], 7, "there can be more all the same");
	arena_free(&numbers.mem);
	LIST_OWN(int) none = { 0 };
	list_done_own(&none);
	ok(!none.at && !none.mem.block, "a list of nothing takes nothing");
}

// What there was stays the newest, so that its free end is used. Each arena costs its own blocks, not all that were
// adopted before: that would not end in a test's time.
static void adopted(void)
{
	enum { MANY = 500000 };
	struct arena a = { 0 }, none = { 0 };
	arena_adopt(&a, &none);
	arena_adopt(&a, &none);
	ok(!a.block, "nothing adopts nothing");
	const char *first = arena_text(&a, "first");
	const struct arena_block *newest = a.block;
	bool empty = true, stays = true;
	char *last = NULL;
	for (int i = 0; i < MANY; i++) {
		struct arena b = { 0 };
		last = arena_resize(&b, sizeof "last"); // a small block
		memcpy(last, "last", sizeof "last");
		arena_adopt(&a, &b);
		empty = empty && !b.block;
		stays = stays && a.block == newest;
	}
	ok(empty, "what was adopted is empty");
	is_text(first, "first", "what there was before stays");
	is_text(last, "last", "and so does what was adopted");
	is_text(arena_text(&a, "more"), "more", "and there can be more");
	ok(stays, "what there was stays the newest of %d", MANY);
	arena_free(&a);
}

int main(void)
{
	pieces();
	texts();
	lists();
	grown();
	adopted();
	return done();
}
