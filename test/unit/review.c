// What a person answers to a draft: the order of doubt, what is kept, edited and dropped, with all that hangs on it.
#include "case/format.h"
#include "case/json.h"
#include "case/yaml.h"
#include "draft/item.h"
#include "draft/review.h"
#include "test/tap.h"

#include <unistd.h>

static const char *const drafted[] = {
	"assumptions:",
	"  - {id: genuine, say: The tape is genuine, supports: [seen, heard], drafted: true}",
	"questions:",
	"  - id: who",
	"    ask: Who opened the sluice?",
	"    drafted: true",
	"    hypotheses:",
	"      - {id: miller, say: The miller did, prior: 0.3, role: did, actor: the miller, drafted: true}",
	"      - {id: ferry, say: The ferryman did, prior: 0.3, role: did, actor: the ferryman, drafted: true}",
	"      - {id: storm, say: The storm did, prior: 0.3, drafted: true}",
	"  - id: paid",
	"    ask: Was it paid for?",
	"    given: [who]",
	"    open: false",
	"    hypotheses:",
	"      - {id: \"yes\", prior: [{when: {who: miller}, is: likely}, {is: unlikely}], drafted: true}",
	"      - {id: \"no\", prior: rest, drafted: true}",
	"facts:",
	"  - {id: seen, say: He was seen, about: [who], if: {miller: likely, ferry: unlikely}, drafted: true}",
	"  - {id: heard, say: He was heard, about: [who], if: {miller: 0.7}, why: The text is silent., drafted: true}",
	"  - {id: both, about: [who, paid], if: [{when: {who: miller, paid: \"yes\"}, is: 0.8}, {is: 0.1}]}",
	"sources:",
	"  - {id: gazette, name: The Gazette, kind: outlet, why: F is not known, drafted: true,",
	"     interests: {seen: \"yes\", heard: \"no\"}}",
	"  - {id: porter, name: The porter, kind: witness, drafted: true}",
	"reports:",
	"  - {id: r1, fact: seen, holds: \"yes\", from: porter, via: [gazette], statement: s1, drafted: true}",
	"  - {id: r2, fact: seen, holds: \"no\", from: gazette, statement: s2}",
	"  - {id: r3, fact: heard, holds: \"yes\", via: [gazette], statement: s3, drafted: true}",
	"judgements:",
	"  - {id: j1, who: The warden, question: who, hypothesis: miller, word: likely, statement: s4, drafted: true}",
	"  - {id: j2, who: The vicar, question: who, hypothesis: storm, statement: none, drafted: true}",
	"statements:",
};

// A statement that names a hypothesis.
static void put_statement(struct buf *b, const char *id, double sure, const char *hypothesis, const char *actor)
{
	buf_printf(b, "  - {id: %s, document: d, content: [0, 4], speaker: {name: Somebody}, stance: accuses, ", id);
	buf_printf(b, "basis: unstated, targets: [{role: did, actor: %s, polarity: for, h: %s}], ", actor, hypothesis);
	buf_printf(b, "sure: %g, words: the sluice}\n", sure);
}

static struct arena a;
static struct err e;
static struct the_case c;

static void begin(void)
{
	struct buf b = buf_in(&a);
	struct node *n;
	for (size_t i = 0; i < sizeof drafted / sizeof *drafted; i++)
		buf_printf(&b, "%s\n", drafted[i]);
	put_statement(&b, "s1", 0.5, "miller", "the miller");
	put_statement(&b, "s2", 0.875, "ferry", "the ferryman");
	put_statement(&b, "s3", 0.25, "miller", "the miller");
	put_statement(&b, "s4", 0.75, "miller", "the miller");
	enum status s = yaml_read(&a, (struct slice){ buf_str(&b), b.n }, &n, &e);
	if (s == STATUS_OK)
		s = format_read_case(&a, n, NULL, &c, &e);
	ok(s == STATUS_OK, "the case is one %s", s == STATUS_OK ? "" : e.text);
}

static const char *as_text(void)
{
	struct buf b = buf_in(&a);
	json_write(&b, format_write_case(&a, &c));
	return buf_str(&b);
}

static void in_order_of_doubt(void)
{
	static const char *const want[] = {
		"facts.heard",     "reports.r3",          "reports.r1",         "questions.who.miller",
		"judgements.j1",   "questions.who.ferry", "facts.seen",         "assumptions.genuine",
		"questions.who",   "questions.who.storm", "questions.paid.yes", "questions.paid.no",
		"sources.gazette", "sources.porter",      "judgements.j2",
	};
	struct review_places found = { 0 };
	begin();
	review_places(&a, &c, &found);
	is_int((long long)found.list.n, (long long)(sizeof want / sizeof *want), "what a person wrote is not asked");
	for (size_t i = 0; i < found.list.n && i < sizeof want / sizeof *want; i++)
		is_text(found.list.at[i], want[i], "the least sure first, of equals in file order");
}

static void drop(const char *place)
{
	ok(review_drop(&a, &c, place, &e) == STATUS_OK, "%s goes", place);
}

static void refused(enum status s, const char *says)
{
	ok(s != STATUS_OK && slice_find(slice_of(e.text), says) >= 0, "refused: %s", says);
	if (s != STATUS_OK && slice_find(slice_of(e.text), says) < 0)
		printf("# said: %s\n", e.text);
}

static void fact_goes(void)
{
	begin();
	drop("facts.seen");
	ok(case_find_fact(&c, "seen") < 0 && c.facts.n == 2, "the fact alone of the facts");
	ok(case_find_report(&c, "r1") < 0 && case_find_report(&c, "r2") < 0, "its reports, a person's too");
	ok(case_find_report(&c, "r3") == 0, "not another's");
	ok(c.sources.n == 2 && c.sources.at[0].interests.n == 1, "the interest in it");
	is_text(c.sources.at[0].interests.at[0].fact.id, "heard", "not the interest in another");
	ok(c.assumptions.at[0].supports.n == 1, "what supports it");
	is_text(c.assumptions.at[0].supports.at[0].id, "heard", "not what supports another");
	is_int(c.statements.n, 4, "what was said stays said");
	refused(review_drop(&a, &c, "facts.seen", &e), "is not drafted, or not there");
}

static void hypothesis_goes(void)
{
	begin();
	drop("questions.who.miller");
	is_text(c.questions.at[0].hyps.at[0].id, "ferry", "the hypothesis");
	is_int(c.facts.at[0].cells.rows.n, 1, "its row in a fact's table");
	is_text(c.facts.at[0].cells.rows.at[0].when.at[0].state.id, "ferry", "not another's");
	is_text(c.facts.at[1].cells.rows.at[0].when.at[0].state.id, "ferry", "a table's only row is said of another");
	is_near(c.facts.at[1].cells.rows.at[0].is.lo, 0.7, 0, "with its value, where all cells stood");
	is_int(c.facts.at[2].cells.rows.n, 1, "its row among conditions on several");
	is_int(c.questions.at[1].hyps.at[0].prior.rows.n, 1, "its row in another question's table");
	ok(!c.judgements.at[0].hypothesis && c.judgements.at[0].question, "a judgement names it no longer");
	is_text(c.judgements.at[1].hypothesis, "storm", "one of another does");
	ok(!c.statements.at[0].targets.at[0].hypothesis, "nor does a statement");
	is_text(c.statements.at[1].targets.at[0].hypothesis, "ferry", "one of another does");
	drop("questions.who.ferry");
	const char *before = as_text();
	refused(review_drop(&a, &c, "questions.who.storm", &e), "needs at least one hypothesis");
	refused(review_drop(&a, &c, "questions.paid.no", &e), "the other answer would be certain");
	is_text(as_text(), before, "what is refused changes nothing");
}

static void others_go(void)
{
	begin();
	const char *before = as_text();
	refused(review_drop(&a, &c, "questions.who", &e), "given who, which is not an earlier question");
	refused(review_drop(&a, &c, "sources.porter", &e), "from porter, which is not a source");
	refused(review_drop(&a, &c, "questions.paid", &e), "is not drafted, or not there");
	is_text(as_text(), before, "what is refused changes nothing");
	drop("reports.r1");
	drop("sources.porter");
	drop("judgements.j1");
	drop("assumptions.genuine");
	ok(c.reports.n == 2 && c.sources.n == 1 && c.judgements.n == 1 && !c.assumptions.n, "they alone");
}

static void keep(const char *place, const char *value)
{
	enum status s = review_keep(&a, &c, place, value, &e);
	ok(s == STATUS_OK, "%s is kept %s", place, s == STATUS_OK ? "" : e.text);
}

static void kept(void)
{
	begin();
	keep("questions.who.ferry", NULL);
	ok(!c.questions.at[0].hyps.at[1].drafted && c.questions.at[0].drafted && c.questions.at[0].hyps.at[0].drafted,
	   "it alone loses its mark");
	keep("questions.who.miller", "It was the miller, or his son");
	is_text(c.questions.at[0].hyps.at[0].say, "It was the miller, or his son", "a hypothesis in other words");
	keep("questions.who", "Who opened the upper sluice?");
	is_text(c.questions.at[0].ask, "Who opened the upper sluice?", "a question");
	keep("facts.seen", "The miller was seen");
	is_text(c.facts.at[0].say, "The miller was seen", "a fact");
	keep("assumptions.genuine", "Nobody cut the tape");
	is_text(c.assumptions.at[0].say, "Nobody cut the tape", "an assumption");
	keep("judgements.j1", "probably");
	is_text(c.judgements.at[0].word, "probably", "a judgement's word");
	keep("reports.r1", "no");
	ok(c.reports.at[0].holds.kind == VALUE_NO, "whether a report says that it holds");
	keep("sources.gazette", "B");
	is_text(c.sources.at[0].reliability, "B", "a grade");
	ok(!c.sources.at[0].why, "the reason of the grade before it is none of this one");
}

static void edits_refused(void)
{
	begin();
	const char *before = as_text();
	refused(review_keep(&a, &c, "sources.gazette", "Z", &e), "no grade 'Z'; A to F");
	refused(review_keep(&a, &c, "reports.r1", "perhaps", &e), "reports.r1.holds: no such word: 'perhaps'");
	refused(review_keep(&a, &c, "facts.seen", "\xff", &e), "facts.seen.say: should be text in UTF-8");
	refused(review_keep(&a, &c, "facts.seen", "a\x1b[2J", &e), "no control characters");
	refused(review_keep(&a, &c, "facts.both", "a", &e), "is not drafted, or not there");
	is_text(as_text(), before, "what is refused changes nothing");
}

static const char *told(const char *place)
{
	struct buf b = buf_in(&a);
	struct drafted_item i;
	ok(item_find(&c, place, &i, &e) == STATUS_OK, "%s is drafted", place);
	item_print(&b, &c, &i);
	return buf_str(&b);
}

static void in_sentences(void)
{
	begin();
	is_text(told("reports.r1"),
		"report r1\n  The porter, through The Gazette, says: He was seen\n  \"the sluice\"\n  sure: 50 %\n",
		"a report: who, through whom, what");
	is_text(told("judgements.j1"),
		"judgement j1\n  The warden holds with the word \"likely\": The miller did\n  \"the sluice\"\n"
		"  sure: 75 %\n",
		"a judgement: who, which word, what");
	is_text(told("sources.gazette"),
		"source gazette\n  The Gazette, outlet, reliability F\n  sure: not known, it rests on no statement\n"
		"  why: F is not known\n",
		"a source, and why");
	c.statements.at[0].words = "a\n\nb\x1b[2J";
	ok(slice_find(slice_of(told("reports.r1")), "\"a b [2J\"") >= 0, "words cannot command a terminal");
	c.reports.at[0].holds.kind = VALUE_NO;
	ok(slice_find(slice_of(told("reports.r1")), "says that this is not so: He was seen") >= 0, "a denial is told");
}

int main(void)
{
	in_order_of_doubt();
	fact_goes();
	hypothesis_goes();
	others_go();
	kept();
	edits_refused();
	in_sentences();
	arena_free(&a);
	return done();
}
