#include "base/span.h"
#include "test/tap.h"

static bool is(struct slice s, const char *text)
{
	return slice_is(s, text);
}

static void views(void)
{
	struct slice s = slice_of("  a claim\t\r\n");
	ok(is(slice_trim(s), "a claim"), "trim takes white space from both ends");
	ok(slice_trim(slice_of(" \v\f ")).len == 0, "trim of nothing else leaves nothing");
	is_int(slice_of(NULL).len, 0, "NULL is empty");
	ok(slice_is_nocase(slice_of("Likely"), "liKELY"), "ASCII case does not count");
	ok(!slice_is_nocase(slice_of("Likely"), "likel"), "length does");
	ok(slice_starts(slice_of("facts.x"), "facts.") && !slice_starts(slice_of("fa"), "facts."), "starts");
	ok(slice_ends(slice_of("x.yaml"), ".yaml") && !slice_ends(slice_of("l"), ".yaml"), "ends");
	is_int(slice_find(slice_of("abcabc"), "ca"), 2, "the first occurrence");
	is_int(slice_find(slice_of("abc"), "cb"), -1, "or none");
	is_int(slice_find(slice_of("abc"), ""), 0, "nothing is found at once");
}

static void lines(void)
{
	struct slice rest = slice_of("one\r\ntwo\n\nthree\rfour"), line;
	static const char *const want[] = { "one", "two", "", "three", "four" };
	size_t n = 0;
	for (; slice_line(&rest, &line); n++)
		ok(n < 5 && is(line, want[n]), "line %zu", n + 1);
	is_int(n, 5, "LF, CRLF and CR end a line");
}

static void cuts(void)
{
	struct slice rest = slice_of("facts.chatter..if"), piece;
	static const char *const want[] = { "facts", "chatter", "", "if" };
	size_t n = 0;
	for (; slice_cut(&rest, '.', &piece); n++)
		ok(n < 4 && is(piece, want[n]), "piece %zu", n + 1);
	is_int(n, 4, "pieces");
}

static void spans(void)
{
	span a = { 2, 5 }, b = { 5, 7 }, c = { 3, 4 };
	ok(!span_meets(a, b) && span_meets(a, c), "half-open spans meet where they share a byte");
	ok(span_holds(a, c) && !span_holds(c, a) && span_holds(a, a), "holds");
	ok(span_len(a) == 3 && span_empty((span){ 4, 4 }) && span_same(a, (span){ 2, 5 }), "length, empty, same");
	ok(is(slice_in("0123456789", a), "234"), "the bytes of a span");
}

int main(void)
{
	views();
	lines();
	cuts();
	spans();
	return done();
}
