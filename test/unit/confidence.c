// The confidence rubric: worked cases of the development data, and what would raise a level.
#include "weigh/confidence.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "case/json.h"
#include "test/tap.h"

static struct arena arena;

static struct basis_inputs read_inputs(const struct node *n)
{
	const struct node *p = node_get(n, "p");
	return (struct basis_inputs){
		.n_eff = node_get_number(n, "n_eff", 0),
		.g1 = (int)node_get_number(n, "g1", 0),
		.g2 = (int)node_get_number(n, "g2", 0),
		.types = (int)node_get_number(n, "types", 0),
		.lo = p->first->number,
		.hi = p->last->number,
		.loo_lead = node_get_bool(n, "loo_lead", false),
		.loo_band = node_get_bool(n, "loo_band", false),
		.assumptions = (int)node_get_number(n, "assump", 0),
		.deception = (int)node_get_number(n, "dec", 0),
		.withheld = node_get_number(n, "withheld", 0),
		.alternatives = (int)node_get_number(n, "alts", 0),
		.dissent = node_get_bool(n, "dissent", false),
		.horizon = node_get_number(n, "horizon", 0),
	};
}

static bool same_names(const struct node *want, const char *const *got, size_t n)
{
	size_t i = 0;
	for (node_each (x, want)) {
		if (i == n || strcmp(got[i], x->text))
			return false;
		i++;
	}
	return i == n;
}

static void worked_case(const struct node *n)
{
	static const char *const points[] = {
#define X_NAME(w) #w,
		POINT_TABLE(X_NAME)
#undef X_NAME
	};
	const char *id = node_get_text(n, "id");
	const struct node *want = node_get(n, "result");
	struct basis_inputs in = read_inputs(node_get(n, "inputs"));
	struct confidence c = confidence_of(&arena, &in);
	bool good = true;
	for (int i = 0; i < POINT_count; i++)
		good &= c.points[i] == node_get_number(node_get(want, "points"), points[i], -1);
	ok(good && c.sum == node_get_number(want, "sum", -1), "%s: its points", id);
	ok(same_names(node_get(want, "caps_low"), c.caps_low.at, c.caps_low.n), "%s: its low caps", id);
	ok(same_names(node_get(want, "caps_moderate"), c.caps_moderate.at, c.caps_moderate.n), "%s: its moderate caps",
	   id);
	is_text(sureness_name(c.level), node_get_text(want, "level"), "%s: its level", id);
	ok((c.raise == NULL) == (c.level == SURENESS_high), "%s: what would raise it", id);
}

static void worked_cases(void)
{
	const char *base = getenv("HEARSAY_SHARED"), *root = getenv("HEARSAY_ROOT");
	char *path = base ? arena_printf(&arena, "%s/data/language/confidence_cases.json", base)
			  : arena_printf(&arena, "%s/../shared/data/language/confidence_cases.json", root ? root : ".");
	struct slice bytes;
	struct node *n;
	struct err e;
	if (file_read(&arena, path, LIMIT_CASE_TEXT, "CASE_TEXT", &bytes, &e)) {
		skip("no development data", "worked cases of confidence");
		return;
	}
	if (!ok(!json_read(&arena, bytes, &n, &e), "the worked cases can be read")) {
		printf("# %s\n", e.text);
		return;
	}
	for (node_each (x, node_get(n, "cases")))
		worked_case(x);
}

// A basis without a blemish, from which each check takes one thing away.
static struct basis_inputs sound(void)
{
	return (
	    struct basis_inputs){ .n_eff = 5, .g1 = 5, .g2 = 5, .types = 4, .lo = 0.9, .hi = 0.98, .alternatives = 3 };
}

static void raised(void)
{
	struct basis_inputs in = sound();
	struct confidence c = confidence_of(&arena, &in);
	is_int(c.sum, 21, "a basis without a blemish has all points");
	is_text(c.raise, NULL, "and nothing to raise");
	in.alternatives = 1;
	c = confidence_of(&arena, &in);
	is_text(sureness_name(c.level), "moderate", "one hypothesis alone caps it");
	is_text(c.raise, "it would be high if at least two alternatives were rated", "the sentence names the cheapest");
	in = sound();
	in.n_eff = 1;
	in.g2 = 0;
	in.types = 1;
	c = confidence_of(&arena, &in);
	is_text(sureness_name(c.level), "low", "one origin alone is low, whatever else");
	is_text(c.raise,
		"it would be moderate if one more independent origin of grade B or better, open to inspection and of "
		"another kind, supported the same answer",
		"another origin raises it");
	in.lo = 0.3;
	c = confidence_of(&arena, &in);
	is_text(
	    c.raise,
	    "it would be moderate if firmer ratings brought the interval within 20 points, and if one more independent "
	    "origin of grade B or better, open to inspection and of another kind, supported the same answer",
	    "two changes where one is not enough");
	is_int(confidence_grade("A"), 5, "A is 5");
	is_int(confidence_grade("E"), 1, "E is 1");
	is_int(confidence_grade("F"), 2, "F is unknown rather than bad");
	is_int(confidence_grade(NULL), 2, "as is no grade");
	is_int(confidence_grade(""), 2, "and an empty one");
}

int main(void)
{
	worked_cases();
	raised();
	arena_free(&arena);
	return done();
}
