// A smallest set of things that cannot all hold, against looking at every set, on random systems: what is impossible
// stays so when more is asked.
#include "weigh/conflict.h"

#include "test/engine.h"
#include "test/tap.h"

enum { SYSTEMS = 1500, MOST = 12, CORES = 6 };

// A set is impossible where it holds one of the cores. Sets are bits.
struct system {
	size_t n, cores;
	unsigned core[CORES];
	size_t asked;
};

static bool set_possible(const struct system *s, unsigned set)
{
	for (size_t i = 0; i < s->cores; i++)
		if ((set & s->core[i]) == s->core[i])
			return false;
	return true;
}

static unsigned bits_of(const bool *in, size_t n)
{
	unsigned set = 0;
	for (size_t i = 0; i < n; i++)
		set |= (unsigned)in[i] << i;
	return set;
}

static bool possible(void *context, const bool *in)
{
	struct system *s = context;
	s->asked++;
	return set_possible(s, bits_of(in, s->n));
}

static struct system make(uint64_t seed)
{
	struct dice d = { .seed = seed };
	struct system s = { .n = 1 + dice_below(&d, MOST), .cores = 1 + dice_below(&d, CORES) };
	for (size_t i = 0; i < s.cores; i++) {
		size_t size = 1 + dice_below(&d, s.n < 6 ? s.n : 6);
		while (size--)
			s.core[i] |= 1u << dice_below(&d, s.n);
	}
	return s;
}

static size_t smallest_within(const struct system *s, unsigned may)
{
	size_t least = SIZE_MAX;
	for (size_t i = 0; i < s->cores; i++) {
		size_t n = (size_t)__builtin_popcount(s->core[i]);
		if ((s->core[i] & may) == s->core[i] && n < least)
			least = n;
	}
	return least;
}

static bool irreducible(const struct system *s, unsigned set)
{
	for (size_t i = 0; i < s->n; i++)
		if (set >> i & 1 && !set_possible(s, set & ~(1u << i)))
			return false;
	return !set_possible(s, set);
}

struct tally {
	size_t right, alone, smallest, counted, bounded, within, systems;
};

static void trial(uint64_t seed, size_t most, struct tally *t)
{
	struct system s = make(seed);
	bool in[MOST] = { 0 };
	unsigned may = (1u << s.n) - 1;
	struct dice d = { .seed = seed, .at = 1u << 20 };
	if (dice_below(&d, 2)) // some may not be in the set
		may &= (unsigned)dice_below(&d, 1u << s.n);
	if (set_possible(&s, may))
		return;
	for (size_t i = 0; i < s.n; i++)
		in[i] = may >> i & 1;
	struct conflict c = { .n = s.n, .possible = possible, .context = &s, .most = most };
	size_t size = conflict_find(&c, in), least = smallest_within(&s, may), all = (size_t)__builtin_popcount(may);
	unsigned set = bits_of(in, s.n);
	t->systems++;
	t->right += size == (size_t)__builtin_popcount(set) && (set & may) == set;
	t->alone += irreducible(&s, set);
	t->smallest += size == least;
	t->bounded += c.asked <= most;
	t->within += s.asked <= most + 1 + 2 * size * (2 + (size_t)log2((double)all)) + 2 * size;
	t->counted += c.asked <= s.asked;
}

static bool never(void *context, const bool *in)
{
	(void)context;
	(void)in;
	return false;
}

static void edges(void)
{
	bool in[3] = { true, true, true };
	struct conflict c = { .n = 3, .possible = never, .most = 10 };
	is_int(conflict_find(&c, in), 0, "nothing at all is impossible even without any");
	ok(!in[0] && !in[1] && !in[2], "and none is in the set");
	c.n = 0;
	is_int(conflict_find(&c, in), 0, "of nothing, nothing");
}

int main(void)
{
	static const size_t bounds[] = { 0, 1, 5, 20, 100000 };
	for (size_t b = 0; b < sizeof bounds / sizeof *bounds; b++) {
		struct tally t = { 0 };
		for (uint64_t seed = 0; seed < SYSTEMS; seed++)
			trial(seed, bounds[b], &t);
		printf("# %zu systems, at most %zu answers: %zu are smallest\n", t.systems, bounds[b], t.smallest);
		ok(t.systems > SYSTEMS / 3, "most %zu: there are systems", bounds[b]);
		is_int(t.right, t.systems, "most %zu: a set of what may be in it, and its size", bounds[b]);
		is_int(t.alone, t.systems, "most %zu: none of it can be spared", bounds[b]);
		is_int(t.bounded, t.systems, "most %zu: no more is asked after the first set", bounds[b]);
		is_int(t.within, t.systems, "most %zu: the first set needs few answers", bounds[b]);
		is_int(t.counted, t.systems, "most %zu: the count is true", bounds[b]);
		ok(b + 1 < sizeof bounds / sizeof *bounds || t.smallest == t.systems, "most %zu: the smallest",
		   bounds[b]);
	}
	edges();
	return done();
}
