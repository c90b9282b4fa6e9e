// Every rule of the model: what breaks it is refused with the line and the place. Each case is one that settles, with
// one line exchanged.
#include "case/format.h"
#include "case/yaml.h"
#include "test/tap.h"

#include <unistd.h>

static const char *const good[] = {
	"title: A leak",
	"assumptions: [{id: genuine, say: The paper is genuine, supports: [seen]}]",
	"questions:",
	"  - {id: who, ask: Who leaked it?, hypotheses: [{id: clerk, prior: 0.3}, {id: guard, prior: likely}]}",
	"  - {id: why, ask: For money?, given: [who], open: false, hypotheses: [{id: paid, prior: 0.4}, {id: not, "
	"prior: rest}]}",
	"facts:",
	"  - {id: seen, say: Seen at night, about: [who], if: {clerk: likely, guard: 0.2}}",
	"  - {id: rich, say: New car, about: [why, seen], if: [{when: {why: paid, seen: \"yes\"}, is: 0.8}, {is: "
	"0.1}]}",
	"sources:",
	"  - {id: paper, kind: outlet, reliability: B, interests: {rich: \"yes\"}}",
	"  - {id: porter, kind: witness, reliability: C}",
	"reports:",
	"  - {id: r1, fact: seen, holds: \"yes\", from: porter, via: [paper], published: 2024-02-01}",
	"  - {id: r2, fact: rich, holds: likely, published: 2024-02}",
};
enum { LINES = sizeof good / sizeof *good };

// Line numbers are those of the file, from 1.
enum { HEAD = 1, ASSUME, Q, WHO, WHY, F, SEEN, RICH, S, PAPER, PORTER, R, R1, R2 };

static struct arena a;
static struct err e;
static struct the_case c;

static enum status settle(int line, const char *instead)
{
	struct buf b = buf_in(&a);
	struct node *n;
	for (int i = 0; i < LINES; i++)
		buf_printf(&b, "%s\n", i + 1 == line ? instead : good[i]);
	e = (struct err){ 0 };
	enum status s = yaml_read(&a, (struct slice){ buf_str(&b), b.n }, &n, &e);
	return s == STATUS_OK ? format_read_case(&a, n, NULL, &c, &e) : s;
}

// `says` holds pieces that the sentence must have, separated by '|'.
static void refused(int line, const char *instead, enum status want, const char *says)
{
	enum status s = settle(line, instead);
	struct slice rest = slice_of(says), piece;
	bool all = s == want;
	while (slice_cut(&rest, '|', &piece))
		all = all && memmem(e.text, strlen(e.text), piece.at, piece.len);
	if (!ok(all, "%s", says))
		printf("# status %s, said: %s\n", status_name(s), e.text);
}

static void resolved(void)
{
	is_int(settle(0, NULL), STATUS_OK, "the case settles");
	is_text(e.text, "", "without a word");
	is_int(c.questions.at[0].hyps.n, 3, "an open question gets none-of-these");
	ok(c.questions.at[0].hyps.at[2].added && !strcmp(c.questions.at[0].hyps.at[2].id, CASE_NONE_OF_THESE),
	   "as its last");
	is_int(c.questions.at[1].hyps.n, 2, "one that is not open does not");
	is_int(c.facts.at[1].about.at[1].at, 2, "a fact on a fact: variable 2");
	is_int(c.facts.at[1].cells.rows.at[0].when.at[1].state.at, 0, "yes is state 0 of a fact");
	is_int(c.reports.at[0].via.at[0].at, 0, "a relay");
	is_int(c.reports.at[1].from.at, -1, "untraceable");
	is_int(case_settle(&a, &c, &e), STATUS_OK, "it settles again");
	is_int(c.questions.at[0].hyps.n, 3, "without a second none-of-these");
}

static void ids(void)
{
	refused(SEEN, "  - {id: who, about: [who], if: {clerk: 0.2}}", STATUS_BAD_INPUT, "line 7|who|twice");
	refused(R2, "  - {id: r1, fact: rich}", STATUS_BAD_INPUT, "reports.r1|twice");
	refused(PORTER, "  - {id: The Porter}", STATUS_BAD_INPUT, "line 11|'The Porter' is not an id");
	refused(WHO, "  - {id: who, hypotheses: [{id: clerk, prior: 0.3}, {id: clerk, prior: 0.2}]}", STATUS_BAD_INPUT,
		"questions.who|clerk|twice");
}

static void references(void)
{
	refused(WHY, "  - {id: why, given: [whom], hypotheses: [{id: paid, prior: 0.4}]}", STATUS_BAD_INPUT,
		"line 5|questions.why|whom");
	refused(WHO, "  - {id: who, given: [why], hypotheses: [{id: clerk, prior: 0.3}]}", STATUS_BAD_INPUT,
		"line 4|questions.who|why|earlier");
	refused(SEEN, "  - {id: seen, about: [rich], if: {\"yes\": 0.2}}", STATUS_BAD_INPUT, "facts.seen|rich|earlier");
	refused(SEEN, "  - {id: seen, about: [who], if: {cook: 0.2}}", STATUS_BAD_INPUT, "line 7|facts.seen|cook");
	refused(RICH, "  - {id: rich, about: [why], if: [{when: {who: clerk}, is: 0.8}]}", STATUS_BAD_INPUT,
		"facts.rich|who");
	refused(PAPER, "  - {id: paper, interests: {poor: \"yes\"}}", STATUS_BAD_INPUT, "line 10|sources.paper|poor");
	refused(R1, "  - {id: r1, fact: heard, from: porter}", STATUS_BAD_INPUT, "line 13|reports.r1|heard");
	refused(R1, "  - {id: r1, fact: seen, from: baker}", STATUS_BAD_INPUT, "reports.r1|baker");
	refused(R1, "  - {id: r1, fact: seen, via: [baker]}", STATUS_BAD_INPUT, "reports.r1|baker");
	refused(R1, "  - {id: r1}", STATUS_BAD_INPUT, "reports.r1|fact");
	refused(ASSUME, "assumptions: [{id: genuine, supports: [all]}]", STATUS_BAD_INPUT, "assumptions.genuine|all");
}

static void values(void)
{
	refused(SEEN, "  - {id: seen, about: [who], if: {clerk: 1.5}}", STATUS_BAD_INPUT,
		"line 7|facts.seen.if.clerk|1.5 is not a probability");
	refused(SEEN, "  - {id: seen, about: [who], if: {clerk: likly}}", STATUS_BAD_INPUT,
		"facts.seen.if.clerk|likly");
	refused(WHO, "  - {id: who, hypotheses: [{id: clerk, prior: -1}]}", STATUS_BAD_INPUT,
		"questions.who|clerk|-1 is not a probability");
	refused(WHO, "  - {id: who, hypotheses: [{id: a, prior: 0.7}, {id: b, prior: 0.6}, {id: d, prior: rest}]}",
		STATUS_BAD_INPUT, "line 4|questions.who|rest is below 0");
	refused(WHO, "  - {id: who, hypotheses: [{id: a, prior: rest}, {id: b, prior: rest}]}", STATUS_BAD_INPUT,
		"questions.who|rest");
	refused(WHO, "  - {id: who, hypotheses: [{id: a, prior: 0}, {id: b, prior: 0}]}", STATUS_BAD_INPUT,
		"questions.who|all priors are 0");
	refused(WHO, "  - {id: who, hypotheses: [{id: clerk, prior: 0.3}, {id: guard}]}", STATUS_BAD_INPUT,
		"questions.who.guard|prior");
	refused(WHO, "  - {id: who, hypotheses: []}", STATUS_BAD_INPUT, "questions.who|hypothesis");
	refused(WHO, "  - {id: who, deception: 4, hypotheses: [{id: clerk, prior: 0.3}, {id: guard, prior: 0.1}]}",
		STATUS_BAD_INPUT, "questions.who|deception");
	refused(SEEN, "  - {id: seen, about: [who]}", STATUS_BAD_INPUT, "facts.seen|no cell");
	refused(SEEN, "  - {id: seen, if: {clerk: 0.2}}", STATUS_BAD_INPUT, "facts.seen|about");
	refused(RICH, "  - {id: rich, about: [why, who], if: {paid: 0.2}}", STATUS_BAD_INPUT,
		"facts.rich|exactly one parent");
	refused(PAPER, "  - {id: paper, reliability: G}", STATUS_BAD_INPUT, "sources.paper|no grade 'G'");
	refused(R1, "  - {id: r1, fact: seen, holds: maybe}", STATUS_BAD_INPUT, "reports.r1.holds|maybe");
	refused(R1, "  - {id: r1, fact: seen, published: 2024-13-01}", STATUS_BAD_INPUT,
		"reports.r1.published|2024-13-01");
	refused(WHY,
		"  - {id: why, given: [who], hypotheses: [{id: paid, prior: [{when: {who: clerk}, is: 0.4}]}, "
		"{id: not, prior: 0.2}]}",
		STATUS_BAD_INPUT, "questions.why|paid|no row");
}

static void keys(void)
{
	refused(HEAD, "titel: A leak", STATUS_BAD_INPUT, "line 1|titel|did you mean 'title'");
	refused(PORTER, "  - {id: porter, reliabilty: B}", STATUS_BAD_INPUT,
		"line 11|sources.porter|reliabilty|reliability");
	refused(R1, "  - just a text", STATUS_BAD_INPUT, "line 13|reports[0]|map");
	refused(HEAD, "hearsay: 2", STATUS_BAD_INPUT, "hearsay: 1 is the only version");
	refused(HEAD, "scale: kent", STATUS_BAD_INPUT, "line 1|scale|icd203");
	refused(S, "x:", STATUS_BAD_INPUT, "line 10: there is no key 'x'");
	refused(HEAD, "documents: [{path: leak.txt}]", STATUS_BAD_INPUT, "line 1|documents[0]|a document needs an id");
}

// What is named twice must not make the program count for ever.
static void twice(void)
{
	alarm(20);
	refused(WHY,
		"  - {id: why, given: [who, who], open: false, hypotheses: [{id: paid, prior: 0.4}, {id: not, prior: "
		"rest}]}",
		STATUS_BAD_INPUT, "line 5|questions.why|who|twice");
	refused(SEEN, "  - {id: seen, about: [who, who], if: [{is: 0.2}]}", STATUS_BAD_INPUT, "facts.seen|who|twice");
	alarm(0);
}

static void limits(void)
{
	struct buf b = buf_in(&a);
	buf_text(&b, "  - {id: who, hypotheses: [{id: h0, prior: 0.3}");
	for (int i = 1; i < 70; i++)
		buf_printf(&b, ", {id: h%d, prior: 0.1}", i);
	buf_text(&b, "]}");
	refused(WHO, buf_str(&b), STATUS_LIMIT, "questions.who|HYPOTHESES|64");
}

int main(void)
{
	resolved();
	ids();
	references();
	values();
	keys();
	limits();
	twice();
	arena_free(&a);
	return done();
}
