// A case with every key there is goes to YAML and JSON and comes back with its values and its order.
#include "case/format.h"
#include "case/json.h"
#include "case/place.h"
#include "case/yaml.h"
#include "test/tap.h"

static const char whole[] =
	"hearsay: 1\n"
	"title: \"A paper went missing: who took it?\"\n"
	"scale: icd203\n"
	"as_of: 2024-03\n"
	"imprecision: 0.2\n"
	"grades: {A: [0.9, 0.98], E: unlikely}\n"
	"analysts: [{id: ana, name: Ana}, {id: ben}]\n"
	"assumptions:\n"
	"  - {id: genuine, say: The copy is genuine, supports: [seen], why: The seal is right}\n"
	"questions:\n"
	"  - id: who\n"
	"    ask: Who took it?\n"
	"    deception: 2\n"
	"    horizon: 1.5\n"
	"    confidence: {level: low, because: the archive was never searched}\n"
	"    hypotheses:\n"
	"      - {id: clerk, say: A clerk, prior: {by: {ana: likely, ben: [0.1, 0.3]}}, role: did, actor: clerk}\n"
	"      - {id: guard, say: A guard, prior: {exact: 0.25}, drafted: true}\n"
	"      - {id: none-of-these, say: Somebody else, prior: 0.1}\n"
	"  - id: paid\n"
	"    ask: For money?\n"
	"    given: [who]\n"
	"    open: false\n"
	"    hypotheses:\n"
	"      - id: \"yes\"\n"
	"        prior: [{when: {who: clerk}, is: unlikely}, {is: 0.02}]\n"
	"      - {id: \"no\", prior: rest}\n"
	"facts:\n"
	"  - {id: seen, say: Seen at night, about: [who], if: {clerk: likely, guard: 0.2}, kind: "
	"circumstantial, why: Old "
	"habit}\n"
	"  - id: rich\n"
	"    about: [paid, seen]\n"
	"    if: [{when: {paid: \"yes\", seen: \"no\"}, is: [0.6, 0.9]}, {is: {exact: 0}}]\n"
	"sources:\n"
	"  - {id: paper, name: The Paper, kind: outlet, reliability: B, access: by letter, record: mixed}\n"
	"  - {id: porter, kind: witness, inspectable: \"no\", interests: {rich: \"no\", seen: \"yes\"}, "
	"why: Owes money}\n"
	"reports:\n"
	"  - {id: r1, fact: seen, holds: \"no\", from: porter, via: [paper], published: 2024-02-01, "
	"statement: s1, why: "
	"w}\n"
	"  - {id: r2, fact: seen, holds: likely, published: \"2024\", echo: 0.7, echo_why: The same words}\n"
	"judgements:\n"
	"  - {id: j1, who: Police, question: who, hypothesis: clerk, word: likely, confidence: low, say: They lean to "
	"it}\n";

static struct arena a;
static struct err e;

static struct node *parse(const char *text, bool json)
{
	struct node *n = NULL;
	e = (struct err){ 0 };
	enum status s = json ? json_read(&a, slice_of(text), &n, &e) : yaml_read(&a, slice_of(text), &n, &e);
	return s == STATUS_OK ? n : NULL;
}

static bool load(const char *text, bool json, struct the_case *c)
{
	struct node *n = parse(text, json);
	return n && format_read_case(&a, n, NULL, c, &e) == STATUS_OK;
}

static void round_trip(void)
{
	struct the_case first, again;
	if (!ok(load(whole, false, &first), "a case with every key is read"))
		tap_show("said", e.text);
	struct node *n = format_write_case(&a, &first);
	struct buf yaml = buf_in(&a), json = buf_in(&a);
	yaml_write(&yaml, n);
	json_write_pretty(&json, n);
	ok(load(buf_str(&yaml), false, &again) && node_same(n, format_write_case(&a, &again)),
	   "it comes back from YAML");
	ok(load(buf_str(&json), true, &again) && node_same(n, format_write_case(&a, &again)),
	   "it comes back from JSON");
	if (!ok(node_same(parse(whole, false), n), "what is written is what was entered, in its order"))
		tap_show("written", buf_str(&yaml));
}

// place_set, then the place says so.
static void set(struct the_case *c, const char *name, const char *value, const char *want)
{
	size_t n, at = 0;
	bool good = place_set(&a, c, name, value, &e) == STATUS_OK && case_settle(&a, c, &e) == STATUS_OK;
	struct place *p = place_all(&a, c, &n);
	while (at < n && strcmp(p[at].name, name))
		at++;
	struct buf b = buf_in(&a);
	if (at < n && p[at].value)
		json_write(&b, value_write(&a, p[at].value));
	else if (at < n)
		buf_text(&b, c->sources.at[p[at].item].reliability);
	if (!ok(good && !strcmp(buf_str(&b), want), "%s = %s", name, value))
		printf("# got %s; %s\n", buf_str(&b), e.text);
}

static void places(void)
{
	struct the_case c;
	ok(load(whole, false, &c), "(a case)");
	set(&c, "questions.who.prior.guard", "likely", "\"likely\"");
	set(&c, "questions.paid.prior.yes[1]", "0.5", "0.5");
	set(&c, "facts.seen.if.clerk", "[0.1, 0.2]", "[0.1,0.2]");
	set(&c, "facts.rich.if[1]", "{by: {ana: 0.5}}", "{\"by\":{\"ana\":0.5}}");
	set(&c, "sources.paper.reliability", "E", "E");
	set(&c, "sources.porter.reliability", "A", "A");
	set(&c, "reports.r1.holds", "yes", "\"yes\"");
	set(&c, "reports.r1.echo", "0.25", "0.25");
	set(&c, "reports.r2.echo", "unlikely", "\"unlikely\"");

	is_int(place_set(&a, &c, "facts.seen.if.cook", "0.5", &e), STATUS_NOT_FOUND, "a place that is none");
	ok(strstr(e.text, "facts.seen.if.cook") && strstr(e.text, "facts.seen.if.clerk"), "is named, with the nearest");
	is_int(place_set(&a, &c, "facts.seen.if.clerk", "1.5", &e), STATUS_BAD_INPUT, "a value that is none");
	ok(strstr(e.text, "facts.seen.if.clerk") && strstr(e.text, "1.5"), "is named, with its place");
	is_int(place_set(&a, &c, "sources.paper.reliability", "Q", &e), STATUS_BAD_INPUT, "a grade that is none");
	is_int(place_set(&a, &c, "facts.seen.if.clerk", "[0.1", &e), STATUS_BAD_INPUT, "a value that is no YAML");
	is_int(place_set(&a, &c, "", "0.1", &e), STATUS_NOT_FOUND, "no place at all");
}

static void order(void)
{
	struct the_case c;
	size_t n;
	ok(load(whole, false, &c), "(a case)");
	struct place *p = place_all(&a, &c, &n);
	static const char *const want[] = {
		"questions.who.prior.clerk",
		"questions.who.prior.guard",
		"questions.who.prior.none-of-these",
		"questions.paid.prior.yes[0]",
		"questions.paid.prior.yes[1]",
		"facts.seen.if.clerk",
		"facts.seen.if.guard",
		"facts.rich.if[0]",
		"facts.rich.if[1]",
		"sources.paper.reliability",
		"sources.porter.reliability",
		"reports.r1.holds",
		"reports.r2.holds",
		"reports.r2.echo",
	};
	is_int(n, sizeof want / sizeof *want, "as many places as values");
	for (size_t i = 0; i < n && i < sizeof want / sizeof *want; i++)
		is_text(p[i].name, want[i], "place %zu", i);
}

int main(void)
{
	round_trip();
	places();
	order();
	arena_free(&a);
	return done();
}
