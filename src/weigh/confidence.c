// Confidence is about the basis of a judgement, never about its probability. The thresholds are ours: the standards
// give words, not numbers.
#include "weigh/confidence.h"

#include <string.h>

static const double edge = 1e-9; // a width that is 0.2 but for rounding is 0.2
static const int high_from = 15, moderate_from = 8;

enum { CAPS_LOW = 6, CAPS_MODERATE = 10 };

#define X_NAME(text) text,
static const char *const low_names[CAPS_LOW] = { CAP_LOW_TABLE(X_NAME) };
static const char *const moderate_names[CAPS_MODERATE] = { CAP_MODERATE_TABLE(X_NAME) };
#undef X_NAME

int confidence_grade(const char *letter)
{
	static const char letters[] = "ABCDE";
	const char *at = letter && letter[0] && !letter[1] ? strchr(letters, letter[0]) : NULL;
	return at ? 5 - (int)(at - letters) : 2;
}

static void give_points(const struct basis_inputs *in, int *points)
{
	double width = in->hi - in->lo;
	points[POINT_origins] = in->n_eff < 1.5 ? 0 : in->n_eff < 2.5 ? 1 : in->n_eff < 4 ? 2 : 3;
	points[POINT_grades] = in->g2 < 3 ? 0 : in->g2 - 2;
	points[POINT_types] = in->types < 1 ? 0 : in->types > 4 ? 3 : in->types - 1;
	points[POINT_width] = width > 0.4 + edge ? 0 : width > 0.2 + edge ? 1 : width > 0.1 + edge ? 2 : 3;
	points[POINT_robustness] = in->loo_lead ? 0 : in->loo_band ? 1 : in->n_eff < 3 ? 2 : 3;
	points[POINT_assumptions] = in->assumptions >= 4 ? 0 : in->assumptions <= 1 ? 3 : 4 - in->assumptions;
	points[POINT_deception] = in->deception >= 2 ? 0 : 3 - in->deception;
}

// In the order of the tables.
static void find_caps(const struct basis_inputs *in, bool *low, bool *moderate)
{
	double width = in->hi - in->lo;
	int i = 0;
	low[i++] = in->n_eff < 1.5;
	low[i++] = in->loo_lead;
	low[i++] = in->deception >= 3;
	low[i++] = width > 0.5 + edge;
	low[i++] = in->g1 < 3;
	low[i++] = in->withheld >= 0.8 - edge && in->n_eff < 3;
	i = 0;
	moderate[i++] = in->n_eff < 3;
	moderate[i++] = in->types <= 1;
	moderate[i++] = in->loo_band;
	moderate[i++] = width > 0.2 + edge;
	moderate[i++] = in->deception >= 2;
	moderate[i++] = in->withheld > 0.5 + edge;
	moderate[i++] = in->alternatives < 2;
	moderate[i++] = in->assumptions >= 3;
	moderate[i++] = in->dissent;
	moderate[i++] = in->horizon > 2;
}

struct rating {
	int points[POINT_count], sum;
	bool low[CAPS_LOW], moderate[CAPS_MODERATE];
	enum sureness level;
};

static struct rating rate(const struct basis_inputs *in)
{
	struct rating r = { 0 };
	bool capped_low = false, capped = false;
	give_points(in, r.points);
	find_caps(in, r.low, r.moderate);
	for (int i = 0; i < POINT_count; i++)
		r.sum += r.points[i];
	for (int i = 0; i < CAPS_LOW; i++)
		capped_low |= r.low[i];
	for (int i = 0; i < CAPS_MODERATE; i++)
		capped |= r.moderate[i];
	if (capped_low || r.sum < moderate_from)
		r.level = SURENESS_low;
	else
		r.level = capped || r.sum < high_from ? SURENESS_moderate : SURENESS_high;
	return r;
}

// --- what would raise it ---

// A change somebody could bring about, and how hard it is beside the others.
enum remedy { RATE, ASSUME, SETTLE, OPEN, NARROW, AGREE, NEARER, STURDY, ORIGIN, ORIGIN_2, ORIGIN_3, REMEDIES };

static const struct {
	int cost;
	const char *say;
} remedies[REMEDIES] = {
	[RATE] = { 1, "at least two alternatives were rated" },
	[ASSUME] = { 2, "the key assumptions were checked, so that at most one still moves the word" },
	[SETTLE] = { 3, "the signs of deception were settled" },
	[OPEN] = { 3, "what the leading answer rests on could be inspected" },
	[NARROW] = { 3, "firmer ratings brought the interval within 20 points" },
	[AGREE] = { 3, "the analysts agreed on the leader" },
	[NEARER] = { 2, "the question looked no more than two years ahead" },
	[STURDY] = { 5, "the answer no longer hung on a single origin" },
	[ORIGIN] = { 4, "one more independent origin" },
	[ORIGIN_2] = { 4, "two more independent origins" },
	[ORIGIN_3] = { 4, "three more independent origins" },
};

static void apply(enum remedy r, struct basis_inputs *in)
{
	switch (r) {
	case RATE:
		in->alternatives = in->alternatives > 2 ? in->alternatives : 2;
		break;
	case ASSUME:
		in->assumptions = in->assumptions < 1 ? in->assumptions : 1;
		break;
	case SETTLE:
		in->deception = in->deception < 1 ? in->deception : 1;
		break;
	case OPEN:
		in->withheld = 0;
		break;
	case NARROW:
		in->hi = in->hi - in->lo > 0.2 ? in->lo + 0.2 : in->hi;
		break;
	case AGREE:
		in->dissent = false;
		break;
	case NEARER:
		in->horizon = in->horizon < 2 ? in->horizon : 2;
		break;
	case STURDY:
		in->loo_lead = in->loo_band = false;
		break;
	default: // an inspectable origin of grade B and a kind of its own
		in->n_eff += 1;
		in->types += 1;
		in->g2 = in->g1 < 4 ? in->g1 : in->g2 > 4 ? in->g2 : 4;
		in->g1 = in->g1 > 4 ? in->g1 : 4;
	}
}

// Every set of remedies is tried: there are few, and the cheapest is wanted.
static unsigned cheapest(const struct basis_inputs *in, enum sureness now, enum sureness *then)
{
	unsigned best = 0;
	int least = 1000;
	for (unsigned set = 1; set < 1u << REMEDIES; set++) {
		struct basis_inputs changed = *in;
		int cost = 0;
		for (enum remedy r = 0; r < REMEDIES; r++)
			if (set >> r & 1) {
				apply(r, &changed);
				cost += remedies[r].cost;
			}
		if (cost >= least || rate(&changed).level <= now)
			continue;
		best = set;
		least = cost;
		*then = rate(&changed).level;
	}
	return best;
}

static const char *say_remedy(struct arena *a, const struct basis_inputs *in, enum sureness now)
{
	enum sureness then = now;
	unsigned set = cheapest(in, now, &then);
	int origins = (set >> ORIGIN & 1) + (set >> ORIGIN_2 & 1) + (set >> ORIGIN_3 & 1);
	const char *parts[REMEDIES];
	size_t n = 0;
	struct buf b = buf_in(a);
	for (enum remedy r = 0; r < ORIGIN; r++)
		if (set >> r & 1)
			parts[n++] = remedies[r].say;
	if (origins)
		parts[n++] =
		    arena_printf(a, "%s of grade B or better, open to inspection and of %s, supported the same answer",
				 remedies[ORIGIN + origins - 1].say, origins > 1 ? "other kinds" : "another kind");
	if (!n)
		return "no change of one kind or a few would raise it: the basis would have to be another";
	buf_printf(&b, "it would be %s if ", sureness_name(then));
	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i == 0 ? "" : i + 1 == n ? ", and if " : ", if ", parts[i]);
	return buf_str(&b);
}

struct confidence confidence_of(struct arena *a, const struct basis_inputs *in)
{
	struct rating r = rate(in);
	struct confidence c = { .level = r.level, .inputs = *in, .sum = r.sum };
	memcpy(c.points, r.points, sizeof c.points);
	for (int i = 0; i < CAPS_LOW; i++)
		if (r.low[i])
			list_push(a, &c.caps_low, low_names[i]);
	for (int i = 0; i < CAPS_MODERATE; i++)
		if (r.moderate[i])
			list_push(a, &c.caps_moderate, moderate_names[i]);
	if (r.level != SURENESS_high)
		c.raise = say_remedy(a, in, r.level);
	return c;
}
