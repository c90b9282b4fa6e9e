// Numbers as they are printed: the shortest decimal that reads back, as the C library would find it digit by digit; and
// trees that are copied.
#include "base/rng.h"
#include "case/json.h"
#include "test/tap.h"

#include <math.h>
#include <stdlib.h>

enum { NUMBERS = 300000 };

static struct arena a;

static const char *plain(double x)
{
	static char text[32];
	for (int digits = 15; digits <= 17; digits++) {
		snprintf(text, sizeof text, "%.*g", digits, x);
		if (strtod(text, NULL) == x)
			break;
	}
	return text;
}

static size_t wrong;

static void look(double x)
{
	struct buf b = buf_in(&a);
	node_print_number(&b, x);
	if (!strcmp(buf_str(&b), plain(x)))
		return;
	if (!wrong++)
		printf("# %a: %s, not %s\n", x, buf_str(&b), plain(x));
}

static double draw(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (double)(*state >> 11) * 0x1p-53;
}

static void the_shortest_is_printed(void)
{
	uint64_t state = 1;
	for (size_t i = 0; i < NUMBERS; i++) {
		double p = draw(&state), size = pow(10, 16 * draw(&state) - 7);
		look(p);
		look(-p * size);
		look(floor(p * 1e4) / 1e4);
		look(floor(p * size) / 8);
		arena_reset(&a);
	}
	ok(!wrong, "of %d numbers of every size, each is the shortest decimal that reads back", 4 * NUMBERS);
	wrong = 0;
	for (int e = -20; e < 25; e++)
		for (int i = -2000; i <= 2000; i++) {
			look(pow(10, e) * (1 + i * 0x1p-52));
			look(ldexp(1, 3 * e) * (1 + i * 0x1p-52));
			arena_reset(&a);
		}
	ok(!wrong, "and so are those around the powers of ten and two");
	arena_free(&a);
}

static void a_copy_is_its_own(void)
{
	struct err e;
	struct arena first = { 0 };
	struct node *n;
	const char text[] = "{\"a\":[1,null,{\"b\":\"c\"}],\"d\":true,\"e\":\"f\\\"\\u0001\\n\\\\g\"}";
	ok(json_read(&first, slice_of(text), &n, &e) == STATUS_OK, "a tree is read");
	struct node *copy = node_copy(&a, n);
	ok(node_same(n, copy), "its copy is the same");
	arena_free(&first);
	struct buf b = buf_in(&a);
	json_write(&b, copy);
	is_text(buf_str(&b), text, "and outlives it");
	arena_free(&a);
}

static void numbers_are_rounded(void)
{
	struct node *map = node_map(&a);
	node_put_number(&a, map, "third", 1.0 / 3);
	node_put_number(&a, node_put_map(&a, map, "below"), "large", 1e300);
	node_round(map);
	ok(node_get_number(map, "third", 0) == 0.333333, "a number is rounded to six decimals");
	ok(node_get_number(node_get(map, "below"), "large", 0) == 1e300, "one that has none is left");
	arena_free(&a);
}

int main(void)
{
	the_shortest_is_printed();
	a_copy_is_its_own();
	numbers_are_rounded();
	return done();
}
