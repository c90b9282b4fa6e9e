// The way back from a text: through units that are cut, and through two steps.
#include "case/runs.h"
#include "test/tap.h"

// "abcdef" where each three bytes were made from four, behind two bytes that were not.
static struct runs of_base64(struct arena *a)
{
	struct runs r = { 0 };
	runs_add(a, &r, (struct run){ 0, 0, 2, 0, 0 });
	runs_add(a, &r, (struct run){ 2, 10, 3, 3, 4 });
	runs_add(a, &r, (struct run){ 5, 14, 3, 3, 4 });
	return r;
}

static bool leads(const struct runs *r, uint32_t from, uint32_t to, uint32_t original, uint32_t end)
{
	return span_same(runs_original(r, (span){ from, to }), (span){ original, end });
}

static void test_parts(void)
{
	struct arena a = { 0 };
	struct runs r = of_base64(&a), cut = { 0 };
	ok(r.n == 2, "units that go on are one run");
	ok(leads(&r, 4, 5, 10, 14) && leads(&r, 4, 6, 10, 18), "a byte of a unit was made from all of it");
	runs_follow(&a, &cut, 100, &r, (span){ 1, 7 });
	ok(leads(&cut, 100, 101, 1, 2), "a copy leads back: what is itself");
	ok(leads(&cut, 101, 104, 10, 14), "a whole unit");
	ok(leads(&cut, 104, 106, 14, 18), "the first bytes of a unit");
	cut = (struct runs){ 0 };
	runs_follow(&a, &cut, 0, &r, (span){ 4, 8 });
	ok(leads(&cut, 0, 1, 10, 14) && leads(&cut, 1, 4, 14, 18), "the last byte of a unit, and the next unit");
	cut = (struct runs){ 0 };
	runs_follow(&a, &cut, 0, &r, (span){ 3, 4 });
	ok(cut.n == 1 && leads(&cut, 0, 1, 10, 14), "a byte from the middle of a unit");
	arena_free(&a);
}

static void test_through(void)
{
	struct arena a = { 0 };
	struct runs then = of_base64(&a), first = { 0 }, both = { 0 };
	runs_add(&a, &first, (struct run){ 0, 1, 3, 0, 0 });
	runs_add(&a, &first, (struct run){ 3, 4, 2, 2, 1 }); // two bytes made from one
	runs_through(&a, &both, &first, &then);
	ok(leads(&both, 0, 1, 1, 2) && leads(&both, 1, 3, 10, 14), "two steps: what stayed as it was");
	ok(leads(&both, 3, 5, 10, 14), "two steps: what was converted");
	arena_free(&a);
}

int main(void)
{
	test_parts();
	test_through();
	return done();
}
