// The because of a confidence level, in words: the caps that hold it down, else the points that carry it. Data are the
// numbers the rubric looked at (doc/method.md, "Confidence").
#include "write/sections.h"
#include "write/number.h"
#include "write/phrase.h"

#include "base/buf.h"

#include <math.h>
#include <string.h>

enum { REASONS_MOST = 2 };

static const char *origins(struct arena *a, double n_eff)
{
	if (n_eff < 0.75)
		return "hardly any independent origin supports the answer";
	if (n_eff < 1.25)
		return "only one independent origin supports the answer";
	return arena_printf(a, "its support amounts to %.2g independent origins", n_eff);
}

static const char *withheld(struct arena *a, double share)
{
	return arena_printf(a, "%.0f %% of the weight behind it rests on origins that nobody outside can examine",
			    share * 100);
}

static const char *width(struct arena *a, const struct basis_inputs *in)
{
	return arena_printf(a, "nine draws in ten spread over %.0f points", (in->hi - in->lo) * 100);
}

// What a cap means here.
static const char *cap(struct arena *a, const char *name, const struct basis_inputs *in)
{
	static const struct {
		const char *name, *words;
	} fixed[] = {
		{ "one-origin-decides-leader", "one origin taken away would put another answer first" },
		{ "fabrication", "there are signs of fabrication" },
		{ "no-fair-origin", "no origin behind it is graded C or better" },
		{ "one-type", "its origins are all of one kind" },
		{ "one-origin-decides-word", "one origin taken away would change its word" },
		{ "deception", "signs of deception are not resolved" },
		{ "no-alternative", "no other answer was rated beside it" },
		{ "dissent", "the analysts do not agree on it" },
		{ "far-horizon", "it looks more than two years ahead" },
	};
	if (!strcmp(name, "single-origin") || !strcmp(name, "few-origins"))
		return origins(a, in->n_eff);
	if (!strcmp(name, "basis-withheld") || !strcmp(name, "half-withheld"))
		return withheld(a, in->withheld);
	if (!strcmp(name, "very-wide") || !strcmp(name, "wide"))
		return width(a, in);
	if (!strcmp(name, "many-assumptions"))
		return arena_printf(a, "%d key assumptions would each move it", in->assumptions);
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		if (!strcmp(name, fixed[i].name))
			return fixed[i].words;
	return name;
}

// Where no cap explains the level: what gives or costs most points.
static const char *by_points(struct arena *a, const struct confidence *k)
{
	static const char *const strong[POINT_count] = {
		"many independent origins support it", "its best origins are well graded",
		"its origins are of several kinds",    "the draws hardly spread",
		"no origin taken away changes it",     "it needs few assumptions",
		"nothing points to deception"
	};
	static const char *const weak[POINT_count] = {
		"few independent origins support it", "its second-best origin is poorly graded",
		"its origins are of few kinds",       "the draws spread widely",
		"one origin taken away changes it",   "it needs many assumptions",
		"deception is not excluded"
	};
	bool low = k->level == SURENESS_low;
	const char *const *words = low ? weak : strong;
	struct buf b = buf_in(a);
	int n = 0;
	for (int want = low ? 0 : 3; n < REASONS_MOST && want >= 0 && want <= 3; want += low ? 1 : -1)
		for (int p = 0; p < POINT_count && n < REASONS_MOST; p++)
			if (k->points[p] == want)
				buf_printf(&b, "%s%s", n++ ? " and " : "", words[p]);
	return buf_str(&b);
}

const char *because_of(struct arena *a, const struct confidence *k)
{
	struct buf b = buf_in(a);
	size_t n = 0;
	if (k->overridden)
		return k->because ? k->because : "no reason was entered";
	if (k->level == SURENESS_low)
		for (each (name, &k->caps_low))
			if (n < REASONS_MOST)
				buf_printf(&b, "%s%s", n++ ? ", and " : "", cap(a, *name, &k->inputs));
	if (k->level == SURENESS_moderate)
		for (each (name, &k->caps_moderate))
			if (n < REASONS_MOST)
				buf_printf(&b, "%s%s", n++ ? ", and " : "", cap(a, *name, &k->inputs));
	return n ? buf_str(&b) : by_points(a, k);
}
