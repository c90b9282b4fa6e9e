// The generated news that tracing is measured with: the same at any access, and labels that agree with one another.
#include "bench/trace_set.h"

#include "base/utf8.h"
#include "test/tap.h"

enum { DOCUMENTS = 2 * SET_BLOCK, EVERY = 37 };

static struct trace_set set, again;

static void same_at_random(void)
{
	size_t different = 0, broken = 0;
	trace_set_open(&set, 3, 200);
	for (size_t i = 0; i < DOCUMENTS; i += EVERY) {
		struct arena a = { 0 };
		struct document x, y;
		trace_set_open(&again, 3, 200);
		trace_set_document(&again, DOCUMENTS - 1 - i, &a, &x); // whatever was asked for before
		trace_set_document(&set, i, &a, &x);
		trace_set_document(&again, i, &a, &y);
		different += strcmp(x.text, y.text) != 0 || strcmp(x.id, y.id) != 0 || strcmp(x.title, y.title) != 0;
		broken += utf8_valid(x.text, x.len) != x.len || !x.paragraphs.n;
		broken += utf8_valid(x.title, strlen(x.title)) != strlen(x.title);
		arena_free(&a);
	}
	is_int((long long)different, 0, "a document is the same whatever was made before it");
	is_int((long long)broken, 0, "texts and titles are UTF-8");
}

static void labels_agree(void)
{
	static size_t size[DOCUMENTS];
	size_t origins = 0, wrong = 0, late = 0, largest = 0;
	for (size_t i = 0; i < DOCUMENTS; i++) {
		size_t o = trace_set_origin(&set, i), p = trace_set_parent(&set, i);
		const char *kind = trace_set_kind(&set, i);
		bool own = !strcmp(kind, "original") || !strcmp(kind, "notice") || !strcmp(kind, "partial");
		wrong += own != (o == i) || own != (p == i) || o > i || p > i || trace_set_origin(&set, p) != o;
		wrong += trace_set_origin(&set, o) != o;
		late += o / SET_BLOCK != i / SET_BLOCK;
		origins += own;
		size[o]++;
		largest = size[o] > largest ? size[o] : largest;
	}
	is_int((long long)wrong, 0, "a copy has an earlier parent of the same origin; nothing else has");
	ok(late > 0 && late < DOCUMENTS / 50, "a few copy what is older: %zu", late);
	ok(origins > DOCUMENTS * 2 / 5 && origins < DOCUMENTS / 2, "origins: %zu", origins);
	ok(largest > 10 && largest < 70, "the largest family: %zu", largest);
}

// What an exact copy begins with is what its parent begins with, and nothing that an unrelated text begins with.
static void copies_copy(void)
{
	size_t exact = 0, same = 0, chance = 0;
	for (size_t i = 0; i < SET_BLOCK; i++) {
		struct arena a = { 0 };
		struct document x, y, z;
		if (!strcmp(trace_set_kind(&set, i), "exact")) {
			trace_set_document(&set, i, &a, &x);
			trace_set_document(&set, trace_set_parent(&set, i), &a, &y);
			trace_set_document(&set, trace_set_origin(&set, i) ? 0 : 1, &a, &z);
			size_t n = span_len(x.paragraphs.at[0]);
			exact++;
			same += !strncmp(x.text, y.text, n);
			chance += !strncmp(x.text, z.text, n);
		}
		arena_free(&a);
	}
	ok(exact > 50 && same == exact, "%zu exact copies begin as their parents do: %zu", exact, same);
	is_int((long long)chance, 0, "and not as others do");
}

static void times_are_in_order(void)
{
	char before[SET_TIME] = "", time[SET_TIME];
	size_t back = 0, none = 0, days = 0;
	for (size_t i = 0; i < DOCUMENTS; i++) {
		trace_set_time(&set, i, time);
		none += !*time;
		days += strlen(time) == 10;
		if (strlen(time) < 11)
			continue;
		back += strcmp(time, before) < 0;
		memcpy(before, time, sizeof time);
	}
	is_int((long long)back, 0, "documents come in order of time");
	ok(none > 0 && days > none, "some have a day only, %zu, or nothing, %zu", days, none);
}

int main(void)
{
	same_at_random();
	labels_agree();
	copies_copy();
	times_are_in_order();
	return done();
}
