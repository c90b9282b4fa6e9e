// Pairs of documents in a case: their keys, their rules, and what they do to the reports of both.
#include "case/format.h"
#include "case/json.h"
#include "case/pair.h"
#include "case/yaml.h"
#include "weigh/weigh.h"
#include "test/tap.h"

#include <string.h>

static struct arena arena;
static struct the_case c;
static struct assessment w;
static struct err e;

static enum status read_case(const char *yaml)
{
	struct node *n;
	e = (struct err){ 0 };
	enum status s = yaml_read(&arena, slice_of(yaml), &n, &e);
	return s ? s : format_read_case(&arena, n, NULL, &c, &e);
}

#define CASE                                                                                                           \
	"questions:\n  - {id: q, hypotheses: [{id: a, prior: 0.5}, {id: b, prior: 0.45}]}\n"                           \
	"facts:\n  - {id: f, about: q, if: {a: very likely, b: unlikely}}\n"                                           \
	"sources:\n  - {id: s, reliability: B}\n  - {id: t, reliability: C}\n"                                         \
	"documents: [{id: d1}, {id: d2}, {id: d3}]\n"                                                                  \
	"statements: [{id: s3, document: d3, content: [0, 4], stance: reports}]\n"
#define FIRST "reports:\n  - {id: r1, fact: f, from: s, published: 2024-01-01, document: d1}\n"
#define SECOND "  - {id: r2, fact: f, published: 2024-01-02, document: d2"
#define THIRD "  - {id: r3, fact: f, from: t, published: 2024-01-03, statement: s3}\n"

static double likely(const char *yaml)
{
	struct weigh_options o = { .draws = 100, .seed = 1 };
	enum status s = read_case(yaml);
	s = s ? s : weigh_case(&arena, &c, &o, &w, &e);
	if (s)
		tap_show("said", e.text);
	ok(s == STATUS_OK, "the case is weighed");
	return s ? -1 : w.questions[0].hyps[0].p;
}

static void keys(void)
{
	is_int(read_case(CASE "pairs:\n  - {documents: [d2, d1], is: same, why: One desk}\n"
			      "  - {id: mine, documents: [d1, d3], is: open}\n"),
	       STATUS_OK, "pairs are read");
	is_int(c.pairs.n, 2, "both of them");
	is_text(c.pairs.at[0].id, "d1-d2", "an id is made of the two documents");
	is_text(pair_id(&arena, "d2", "d1"), pair_id(&arena, "d1", "d2"), "whichever comes first");
	is_text(pair_id(&arena, "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
			"ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"),
		"001122334455-ff1122334455", "of hashes a part is enough");
	is_text(c.pairs.at[1].id, "mine", "unless one is given");
	ok(pair_find(&c, 0, 1) == &c.pairs.at[0] && pair_find(&c, 1, 2) == NULL, "they are found by their documents");
	struct buf b = buf_in(&arena);
	json_write(&b, node_get(format_write_case(&arena, &c), "pairs"));
	is_text(buf_str(&b),
		"[{\"id\":\"d1-d2\",\"documents\":[\"d2\",\"d1\"],\"is\":\"same\",\"why\":\"One desk\"},"
		"{\"id\":\"mine\",\"documents\":[\"d1\",\"d3\"],\"is\":\"open\"}]",
		"and written as they are");
}

static void refuses(const char *pairs, const char *because)
{
	enum status s = read_case(arena_printf(&arena, "%spairs:\n%s", CASE, pairs));
	ok(s != STATUS_OK && strstr(e.text, because), "refused: %s", e.text);
}

static void rules(void)
{
	refuses("  - {documents: [d1, d9], is: same}\n", "line 11: pairs.d1-d9: there is no document d9");
	refuses("  - {documents: [d1, d1], is: same}\n", "one twice");
	refuses("  - {documents: d1, is: same}\n", "the ids of two");
	refuses("  - {documents: [d1, d2]}\n", "same, independent or open");
	refuses("  - {documents: [d1, d2], is: equal}\n", "same, independent or open");
	refuses("  - {documents: [d1, d2], is: same}\n  - {id: x, documents: [d2, d1], is: open}\n", "settled already");
	refuses("  - {id: x, documents: [d1, d2], is: same}\n  - {id: x, documents: [d2, d3], is: open}\n",
		"used twice");
	refuses("  - {id: X, documents: [d1, d2], is: same}\n", "not an id");
	refuses("  - {documents: [d1, d2], iss: same}\n", "did you mean 'is'");
}

#define PAIR(x, y, is) "pairs:\n  - {documents: [" x ", " y "], is: " is "}\n"

static void echoes(void)
{
	double usual = likely(CASE FIRST SECOND "}\n"), same = likely(CASE FIRST SECOND ", echo: {exact: 1}}\n");
	double apart = likely(CASE FIRST SECOND ", echo: {exact: 0}}\n");
	ok(same < usual && usual < apart, "what is no echo weighs more");
	is_near(likely(CASE FIRST SECOND "}\n" PAIR("d1", "d2", "same")), same, 1e-12, "same: it repeats the other");
	is_near(w.reports[1].echo, 1, 0, "and is told as an echo");
	is_near(likely(CASE FIRST SECOND "}\n" PAIR("d2", "d1", "independent")), apart, 1e-12,
		"independent: it is none");
	is_near(w.reports[1].echo, 0, 0, "and is told as none");
	is_near(likely(CASE FIRST SECOND "}\n" PAIR("d2", "d1", "open")), usual, 1e-12, "open: what is usual");
	is_near(likely(CASE FIRST SECOND ", echo: {exact: 0}}\n" PAIR("d2", "d1", "same")), apart, 1e-12,
		"an echo that is entered goes before it");
	is_near(likely(CASE FIRST SECOND ", echo: {exact: 0}, drafted: yes}\n" PAIR("d2", "d1", "same")), same, 1e-12,
		"one that was drafted does not");
	is_near(likely(CASE FIRST SECOND ", echo: {exact: 1}, drafted: yes}\n" PAIR("d2", "d1", "open")), usual, 1e-12,
		"nor where the pair is left open");
}

// The third comes after two that it may repeat, and has a source of its own.
static void of_several(void)
{
	double all = likely(CASE FIRST SECOND "}\n" THIRD), none = likely(CASE FIRST SECOND "}\n");
	is_near(likely(CASE FIRST SECOND "}\n" THIRD PAIR("d3", "d2", "same")), none, 1e-12,
		"a report that a statement carries is one of its document");
	is_near(likely(CASE FIRST SECOND "}\n" THIRD PAIR("d3", "d2", "independent")), all, 1e-12,
		"a named source is independent anyway");
	double later = likely("as_of: 2024-01-02\n" CASE FIRST SECOND "}\n" THIRD PAIR("d3", "d2", "same"));
	is_near(later, none, 1e-12, "what is later is left out");
	double two = likely(CASE FIRST SECOND "}\n  - {id: r4, fact: f, published: 2024-01-04, document: d3}\n");
	is_near(likely(CASE FIRST SECOND "}\n  - {id: r4, fact: f, published: 2024-01-04, document: d3}\n" PAIR(
		    "d3", "d2", "independent")),
		two, 1e-12, "independent of one of two it may still repeat the other");
	ok(likely(CASE FIRST SECOND "}\n  - {id: r4, fact: f, published: 2024-01-04, document: d3}\n" PAIR(
	       "d3", "d2", "independent") "  - {documents: [d1, d3], is: independent}\n") > two,
	   "independent of both it is no echo");
	const struct question_result *r = w.questions;
	is_int(r->without[REMOVAL_REPORT].n, 3, "each can be taken away");
	double without = likely(
	    CASE FIRST "  - {id: r4, fact: f, published: 2024-01-04, document: d3}\n" PAIR("d1", "d3", "independent"));
	is_near(r->without[REMOVAL_REPORT].at[1].p[0], without, 1e-9, "as if it had never been entered");
}

int main(void)
{
	keys();
	rules();
	echoes();
	of_several();
	arena_free(&arena);
	return done();
}
