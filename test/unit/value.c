// Values as doc/method.md defines them; the expected numbers are worked out here by hand or from the printed bands.
#include "case/json.h"
#include "case/scale.h"
#include "case/value.h"
#include "test/tap.h"

static struct arena a;
static struct err e;

static enum status read(const char *json, enum value_place where, struct value *v)
{
	struct node *n;
	return json_read(&a, slice_of(json), &n, &e) == STATUS_OK ? value_read(&a, n, where, v, &e) : STATUS_USAGE;
}

static struct belief belief(const char *json, const char *analyst)
{
	struct value v;
	return read(json, VALUE_OF_HOLDS, &v) == STATUS_OK ? value_belief(&v, 0.35, analyst)
							   : (struct belief){ -1, -1, -1 };
}

static double logit(double p)
{
	return log(p / (1 - p));
}

// The 5 % and 95 % points of what a value stands for are its band.
static void is_band(const char *json, double lo, double hi)
{
	struct belief b = belief(json, NULL);
	double reach = 1.6448536269514722 * b.spread;
	is_near(1 / (1 + exp(reach - b.centre)), lo, 1e-12, "%s: its 5 %% point", json);
	is_near(1 / (1 + exp(-reach - b.centre)), hi, 1e-12, "%s: its 95 %% point", json);
}

static void words(void)
{
	is_band("\"almost no chance\"", 0.01, 0.05);
	is_band("\"very unlikely\"", 0.05, 0.20);
	is_band("\"Unlikely\"", 0.20, 0.45);
	is_band("\"roughly even chance\"", 0.45, 0.55);
	is_band("\"likely\"", 0.55, 0.80);
	is_band("\"highly probable\"", 0.80, 0.95);
	is_band("\"almost certain\"", 0.95, 0.99);
	is_band("[0.1, 0.3]", 0.1, 0.3);
	is_near(belief("\"roughly even chance\"", NULL).p, 0.5, 1e-15, "an even chance is one half");
}

static void numbers(void)
{
	is_near(belief("0.3", NULL).p, 0.3, 0, "a number is its own centre");
	is_near(belief("0.3", NULL).spread, 0.35, 0, "with the spread of the case");
	is_near(belief("{\"exact\": 0.3}", NULL).spread, 0, 0, "an exact one has none");
	is_near(belief("0", NULL).p, 0, 0, "zero is exactly zero");
	is_near(belief("1", NULL).spread, 0, 0, "and one is never drawn");
	is_near(belief("\"yes\"", NULL).p, 0.97, 0, "a report that holds: yes");
	is_near(belief("false", NULL).p, 0.03, 0, "and no");
}

static void pools(void)
{
	const char *two = "{\"by\": {\"ana\": 0.2, \"ben\": 0.6}}";
	struct belief b = belief(two, NULL);
	double mean = (logit(0.2) + logit(0.6)) / 2, half = (logit(0.6) - logit(0.2)) / 2;
	is_near(b.centre, mean, 1e-14, "analysts pool at the mean of their log-odds");
	is_near(b.spread, sqrt(0.35 * 0.35 + half * half), 1e-14, "their disagreement is added to their spread");
	is_near(belief(two, "ben").p, 0.6, 0, "one analyst's own");
	is_near(belief(two, "cleo").p, b.p, 0, "who said nothing takes the pooled one");
	is_near(belief("{\"by\": {\"ana\": 1, \"ben\": 0.5}}", NULL).centre, logit(0.999) / 2, 1e-12,
		"certainty is clipped");
}

static void refused(const char *json, enum value_place where, const char *says)
{
	struct value v;
	enum status s = read(json, where, &v);
	ok(s == STATUS_BAD_INPUT && strstr(e.text, says), "%s is refused: %s", json, says);
	if (s != STATUS_BAD_INPUT || !strstr(e.text, says))
		tap_show("got", e.text);
}

static void refusals(void)
{
	refused("1.2", VALUE_OF_CELL, "1.2 is not a probability");
	refused("-0.1", VALUE_OF_CELL, "-0.1 is not a probability");
	refused("{\"exact\": 7}", VALUE_OF_CELL, "7 is not a probability");
	refused("\"likly\"", VALUE_OF_CELL, "'likly'");
	refused("\"rest\"", VALUE_OF_CELL, "'rest'");
	refused("\"yes\"", VALUE_OF_PRIOR, "'yes'");
	refused("[0.3]", VALUE_OF_CELL, "two numbers");
	refused("[0.3, 0.2]", VALUE_OF_CELL, "not a range");
	refused("[0, 0.2]", VALUE_OF_CELL, "not a range");
	refused("{\"by\": {}}", VALUE_OF_CELL, "by:");
	refused("{\"by\": {\"ana\": 3}}", VALUE_OF_CELL, "by ana");
	refused("{\"by\": {\"ana\": {\"by\": {\"b\": 0.1}}}}", VALUE_OF_CELL, "by ana");
	refused("{\"exact\": 0.1, \"by\": 1}", VALUE_OF_CELL, "not a value");
	refused("null", VALUE_OF_CELL, "not a value");
}

static void grades(void)
{
	static const double lo[] = { 0.90, 0.75, 0.55, 0.35, 0.10, 0.15 },
			    hi[] = { 0.99, 0.95, 0.80, 0.60, 0.45, 0.80 };
	for (int i = 0; i < 6; i++) {
		const struct band *b = scale_grade(slice_of((char[2]){ (char)('A' + i), 0 }));
		ok(b && b->lo == lo[i] && b->hi == hi[i], "grade %c is %.2f to %.2f", 'A' + i, lo[i], hi[i]);
	}
	ok(!scale_grade(slice_of("G")) && !scale_grade(slice_of("a")) && !scale_grade(slice_of("")),
	   "there is no other");
}

static void said(void)
{
	static const struct {
		double p;
		const char *word;
	} cases[] = {
		{ 0, "almost no chance, less than 1 %" },
		{ 0.01, "almost no chance" },
		{ 0.0499, "almost no chance" },
		{ 0.05, "very unlikely" },
		{ 0.2, "unlikely" },
		{ 0.45, "roughly even chance" },
		{ 0.55, "likely" },
		{ 0.8, "very likely" },
		{ 0.95, "almost certain" },
		{ 0.99, "almost certain" },
		{ 1, "almost certain, more than 99 %" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		is_text(scale_say(cases[i].p), cases[i].word, "%g is said", cases[i].p);
}

int main(void)
{
	words();
	numbers();
	pools();
	refusals();
	grades();
	said();
	arena_free(&a);
	return done();
}
