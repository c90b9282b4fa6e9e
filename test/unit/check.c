// Each rule of the linter: a case that breaks it, and the same case mended.
#include "case/check.h"
#include "case/format.h"
#include "case/yaml.h"
#include "weigh/weigh.h"
#include "test/tap.h"

#define SOUND                                                                                                          \
	"hearsay: 1\n"                                                                                                 \
	"questions:\n"                                                                                                 \
	"  - {id: who, ask: Who did it?, hypotheses: [{id: a, say: A man, prior: 0.5}, {id: b, say: B, prior: "        \
	"0.3}]}\n"                                                                                                     \
	"facts:\n"                                                                                                     \
	"  - {id: seen, say: It was seen, about: [who], if: {a: very likely, b: unlikely}}\n"                          \
	"  - {id: heard, say: It was heard, about: [who], if: {a: unlikely, b: likely}}\n"                             \
	"  - {id: found, say: It was found, about: [who], if: {a: likely, b: unlikely}}\n"                             \
	"sources:\n"                                                                                                   \
	"  - {id: x, name: X, kind: witness, reliability: B}\n"                                                        \
	"  - {id: y, name: Y, kind: document, reliability: B}\n"                                                       \
	"  - {id: z, name: Z, kind: imagery, reliability: B}\n"                                                        \
	"reports:\n"                                                                                                   \
	"  - {id: r1, fact: seen, holds: yes, from: x, published: 2031-01-01}\n"                                       \
	"  - {id: r2, fact: heard, holds: yes, from: y, published: 2031-01-02}\n"                                      \
	"  - {id: r3, fact: found, holds: yes, from: z, published: 2031-01-03}\n"

// SOUND with one text put for another.
static const char *changed(struct arena *a, const char *from, const char *to)
{
	const char *at = strstr(SOUND, from);
	return at ? arena_printf(a, "%.*s%s%s", (int)(at - SOUND), SOUND, to, at + strlen(from)) : SOUND;
}

static bool finds(struct arena *a, const char *yaml, const char *rule, const char *place)
{
	struct node *n;
	struct the_case c = { 0 };
	struct assessment w = { 0 };
	struct check_findings out = { 0 };
	struct weigh_options o = { .draws = 500, .seed = 1 };
	struct err e = { 0 };
	if (yaml_read(a, slice_of(yaml), &n, &e) || format_read_case(a, n, NULL, &c, &e) ||
	    weigh_case(a, &c, &o, &w, &e)) {
		tap_show("error", e.text);
		return false;
	}
	check_case(a, &c, &w, &out);
	for (each (f, &out.list))
		if (!rule || (!strcmp(f->rule, rule) && !strcmp(f->place, place)))
			return ok(*f->text && f->standard, "%s has a sentence and a standard", f->rule);
	return false;
}

int main(void)
{
	const struct {
		const char *rule, *place, *from, *to;
	} rows[] = {
		{ "one-hypothesis", "questions.how", "facts:\n",
		  "  - {id: how, ask: How?, hypotheses: [{id: c, say: C, prior: 0.5}]}\nfacts:\n" },
		{ "certainty-claimed", "facts.seen.if", "b: unlikely}}\n  - {id: heard", "b: 0}}\n  - {id: heard" },
		{ "certainty-claimed", "grades.B", "questions:\n", "grades: {B: {exact: 1}}\nquestions:\n" },
		{ "mixed-wording", "facts.seen.say", "It was seen", "It is likely with high confidence" },
		{ "prior-alone", "questions.who", strstr(SOUND, "reports:"), "" },
		{ "single-origin", "questions.who", "found, holds: yes, from: z", "found, holds: yes, from: x" },
		{ "no-contrary", "questions.who", "if: {a: unlikely, b: likely}", "if: {a: likely, b: unlikely}" },
		{ "unrated-cell", "facts.seen.if", "a: very likely, b: unlikely}}", "a: very likely}}" },
		{ "unreported-fact", "facts.heard", strstr(SOUND, "  - {id: r2"), "" },
		{ "ungraded-source", "sources.x.reliability", "witness, reliability: B", "witness" },
		{ "undated-report", "reports.r1.published", ", published: 2031-01-01", "" },
		{ "changed-story", "reports.r3", "fact: found, holds: yes, from: z", "fact: seen, holds: no, from: x" },
		{ "lost-judgement", "judgements.j", "sources:\n",
		  "judgements:\n  - {id: j, who: X, question: whom, hypothesis: a}\nsources:\n" },
		{ "lost-judgement", "judgements.j", "sources:\n",
		  "judgements:\n  - {id: j, who: X, question: who, hypothesis: c}\nsources:\n" },
		{ "one-relay", "sources.z",
		  "from: x, published: 2031-01-01}\n  - {id: r2, fact: heard, holds: yes, from: y",
		  "from: x, via: [z], published: 2031-01-01}\n  - {id: r2, fact: heard, holds: yes, from: y, via: "
		  "[z]" },
		{ "basis-withheld", "questions.who",
		  "kind: witness, reliability: B}\n  - {id: y, name: Y, kind: document, reliability: B}\n  - {id: z, "
		  "name: Z, kind: imagery",
		  "kind: anonymous, reliability: B}\n  - {id: y, name: Y, kind: document, reliability: B}\n  - {id: z, "
		  "name: Z, kind: anonymous" },
	};
	struct arena a = { 0 };
	ok(!finds(&a, SOUND, NULL, NULL), "a sound case has no finding");
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *yaml = changed(&a, rows[i].from, rows[i].to);
		ok(finds(&a, yaml, rows[i].rule, rows[i].place), "%s is found at %s", rows[i].rule, rows[i].place);
		ok(!finds(&a, SOUND, rows[i].rule, rows[i].place), "and not where it is mended");
	}
	arena_free(&a);
	return done();
}
