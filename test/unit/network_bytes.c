// A network as bytes: it comes back as it was, and bytes that are cut, changed or made up are refused, or are a network
// all the same.
#include "base/rng.h"
#include "read/network.h"
#include "test/network.h"
#include "test/tap.h"

static const char *const texts[] = {
	"BAYES 3 2 3 2 3 1 0 2 0 1 3 0 1 2 2 .5 .5 6 .5 .25 .25 1 0 0 12 1 0 1 0 1 0 0 1 0 1 .5 .5",
	"MARKOV 2 2 3 3 1 0 2 1 0 0 2 4 5 6 1 2 3 4 5 6 1 7",
	"variable \"a b\" { type discrete [ 2 ] { yes, no }; }\nvariable c { type discrete [ 3 ] { x, y, 12+ }; }\n"
	"probability ( \"a b\" ) { table .1 .9; }\nprobability ( c | \"a b\" ) { (yes) .1 .2 .7; default 0 0 1; }\n",
};
enum { TEXTS = sizeof texts / sizeof *texts };

// The network of a text, packed; the numbers are *values.
static struct slice packed(struct arena *a, size_t i, double **values, size_t *n_values)
{
	struct network n;
	struct err e = { 0 };
	bool beside;
	enum network_format format = slice_starts(slice_of(texts[i]), "variable") ? NETWORK_BIF : NETWORK_UAI;
	struct buf b = buf_in(a);
	if (!ok(network_parse(a, format, slice_of(texts[i]), slice_of("2 0 1 1 1"), &n, &beside, &e) == STATUS_OK &&
		    !network_bad(a, &n),
		"network %zu is read %s", i, e.text))
		return (struct slice){ 0 };
	ok(network_returns(a, &n), "and comes back as it was");
	network_pack(&b, &n);
	*values = n.values;
	*n_values = n.net.cells;
	return (struct slice){ b.at, b.n };
}

// Whether changed bytes are taken although they are no network.
static bool is_fooled(struct slice bytes, const double *values, size_t n_values)
{
	struct arena a = { 0 };
	struct network back;
	const char *bad = NULL;
	if (network_copied(&a, bytes, values, n_values, &back))
		bad = network_bad(&a, &back);
	if (bad)
		printf("# taken: %s\n", bad);
	arena_free(&a);
	return bad != NULL;
}

static void test_changed(struct arena *a, size_t i)
{
	double *values = NULL, kept;
	size_t n_values = 0, fooled = 0;
	struct slice bytes = packed(a, i, &values, &n_values);
	struct network back;
	for (size_t len = 0; len < bytes.len; len++)
		fooled += network_copied(a, (struct slice){ bytes.at, len }, values, n_values, &back);
	fooled += network_copied(a, bytes, values, n_values - 1, &back);
	is_int(fooled, 0, "none that is cut short is taken");
	char *changed = arena_copy(a, bytes.at, bytes.len);
	for (size_t at = 0; at < bytes.len; at++) {
		static const char made_up[] = { 0, 1, 2, 3, 4, 7, 'x', '\n', 0x7f, (char)0x80, (char)0xff };
		for (size_t c = 0; c < sizeof made_up; c++) {
			changed[at] = made_up[c];
			fooled += is_fooled((struct slice){ changed, bytes.len }, values, n_values);
		}
		changed[at] = bytes.at[at];
	}
	is_int(fooled, 0, "nor one with a byte changed that makes it none");
	static const double none[] = { -1, -0.5, INFINITY, NAN, 1e300, 2 };
	for (size_t at = 0; at < n_values; at++) {
		for (size_t c = 0; c < sizeof none / sizeof *none; c++) {
			kept = values[at];
			values[at] = none[c];
			fooled += is_fooled(bytes, values, n_values);
			values[at] = kept;
		}
	}
	is_int(fooled, 0, "nor one with such a number");
}

// Words of small numbers, which now and then make sense.
static void test_made_up(void)
{
	struct arena a = { 0 };
	double values[4] = { 1, 1, 1, 1 };
	size_t fooled = 0, taken = 0;
	for (uint64_t i = 0; i < 300000; i++) {
		struct buf b = buf_in(&a);
		struct network back;
		buf_u32(&b, 2 + (uint32_t)(rng_bits(9, i, 0) % 2)); // numbered
		for (uint64_t w = 1; w < 10; w++)
			buf_u32(&b, (uint32_t)(rng_bits(9, i, w) % 3));
		struct slice bytes = { b.at, b.n };
		size_t n_values = rng_bits(9, i, 10) % 5;
		taken += network_copied(&a, bytes, values, n_values, &back);
		fooled += is_fooled(bytes, values, n_values);
		arena_reset(&a);
	}
	ok(taken > 0 && !fooled, "of 300,000 made up some are networks (%zu), and none is taken that is not", taken);
	arena_free(&a);
}

int main(void)
{
	struct arena a = { 0 };
	for (size_t i = 0; i < TEXTS; i++)
		test_changed(&a, i);
	test_made_up();
	arena_free(&a);
	return done();
}
