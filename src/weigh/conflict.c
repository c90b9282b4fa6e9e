// A set from which none can be spared, by halves (Junker, "QuickXplain", 2004): what one half needs of the other is
// found in a number of answers that grows with the logarithm of all. A smaller set elsewhere is then looked for among
// all sets of one, two, ... within a bounded number of answers; past the bound the first set stands.
#include "weigh/conflict.h"

#include <string.h>

#include "base/arena.h"

static bool ask(struct conflict *c, const bool *in)
{
	c->asked++;
	return c->possible(c->context, in);
}

// Of items[0 .. n) those without which `in`, and they, are possible: they are put in. `changed`: something was put in
// since it was last asked.
static void halve(struct conflict *c, bool *in, const size_t *items, size_t n, bool changed)
{
	if (changed && !ask(c, in))
		return;
	if (n == 1) {
		in[items[0]] = true;
		return;
	}
	size_t half = n / 2, put = 0;
	for (size_t i = 0; i < half; i++)
		in[items[i]] = true;
	halve(c, in, items + half, n - half, true);
	for (size_t i = 0; i < half; i++)
		in[items[i]] = false;
	for (size_t i = half; i < n; i++)
		put += in[items[i]];
	halve(c, in, items, half, put > 0);
}

static bool look(struct conflict *c, bool *in, const size_t *items, size_t n, size_t more)
{
	if (!more)
		return !ask(c, in);
	for (size_t i = 0; i + more <= n && c->asked < c->most; i++) {
		in[items[i]] = true;
		if (look(c, in, items + i + 1, n - i - 1, more - 1))
			return true;
		in[items[i]] = false;
	}
	return false;
}

static size_t count(const bool *in, size_t n)
{
	size_t found = 0;
	for (size_t i = 0; i < n; i++)
		found += in[i];
	return found;
}

size_t conflict_find(struct conflict *c, bool *in)
{
	struct arena a = { 0 };
	size_t *items = arena_array(&a, size_t, c->n + 1), n = 0;
	bool *first = arena_array(&a, bool, c->n + 1), found = false;
	for (size_t i = 0; i < c->n; i++)
		if (in[i])
			items[n++] = i;
	memset(in, 0, c->n);
	if (ask(c, in) && n)
		halve(c, in, items, n, false);
	size_t size = count(in, c->n);
	memcpy(first, in, c->n);
	memset(in, 0, c->n);
	c->asked = 0;
	for (size_t k = 1; k < size && !found && c->asked < c->most; k++)
		found = look(c, in, items, n, k);
	if (!found)
		memcpy(in, first, c->n);
	size = count(in, c->n);
	arena_free(&a);
	return size;
}
