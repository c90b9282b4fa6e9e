// Why a score and the posterior put two hypotheses in another order: for each cause a case that has it alone, and the
// claim checked by weighing that case without it.
#include "case/format.h"
#include "case/yaml.h"
#include "weigh/ach_case.h"
#include "weigh/weigh.h"
#include "test/tap.h"

static struct arena arena;
static struct the_case c;
static struct assessment w;
static struct err e;

static void weigh(const char *yaml)
{
	struct node *n;
	struct weigh_options o = { .bare = true, .seed = 1 };
	e = (struct err){ 0 };
	c = (struct the_case){ 0 };
	enum status s = yaml_read(&arena, slice_of(yaml), &n, &e);
	s = s ? s : format_read_case(&arena, n, NULL, &c, &e);
	s = s ? s : weigh_case(&arena, &c, &o, &w, &e);
	if (!ok(!s, "the case can be weighed"))
		tap_show("said", e.text);
}

static struct ranking score(const char *yaml, enum ranking_method m)
{
	struct ranking s = { .method = m };
	weigh(yaml);
	ach_case(&arena, &c, &w, &s);
	return s;
}

#define ASK(a, b) "questions: [{id: q, open: no, hypotheses: [{id: a, prior: " a "}, {id: b, prior: " b "}]}]\n"

// A is ahead by the score and b by weighing, for one reason.
static struct score_difference only(const struct ranking *s, bool equal, enum ranking_level level, const char *name)
{
	struct score_difference none = { 0 };
	if (!ok(s->differ.n == 1 && !s->differ.at[0].ahead && s->differ.at[0].behind == 1, "%s: one pair differs",
		name))
		return none;
	const struct score_difference *d = &s->differ.at[0];
	ok(d->equal == equal && d->level == level, "%s: and that is why", name);
	printf("# level %d, equal %d: %s\n", (int)d->level, d->equal, d->say);
	return *d;
}

static double share(void)
{
	const struct hypothesis_result *h = w.questions[0].hyps;
	return h[0].p / (h[0].p + h[1].p);
}

static void priors(void)
{
	static const char rest[] = "facts: [{id: f, about: q, if: {a: very likely, b: unlikely}}]\n"
				   "sources: [{id: s, reliability: A}]\n"
				   "reports: [{id: r, fact: f, from: s, published: 2024-01-01}]\n";
	struct ranking s = score(arena_printf(&arena, "%s%s", ASK("0.1", "0.9"), rest), SCORES_heuer);
	struct score_difference d = only(&s, true, SCORES_ASIS, "priors");
	weigh(arena_printf(&arena, "%s%s", ASK("0.5", "0.5"), rest));
	is_near(d.share, share(), 1e-12, "with equal priors it is as told");
	s = score(arena_printf(&arena, "%s%s", ASK("0.5", "0.5"), rest), SCORES_heuer);
	is_int(s.differ.n, 0, "and then nothing differs");
}

// What s says of g1 to g3 is denied, which costs it what it says of f1; t speaks for b.
static void shared(void)
{
	static const char facts[] = ASK("0.5", "0.5") "facts:\n"
						      "  - {id: f1, about: q, if: {a: very likely, b: very unlikely}}\n"
						      "  - {id: f2, about: q, if: {a: unlikely, b: very likely}}\n"
						      "  - {id: g1, about: q, if: {a: 0.5, b: 0.5}}\n"
						      "  - {id: g2, about: q, if: {a: 0.5, b: 0.5}}\n"
						      "  - {id: g3, about: q, if: {a: 0.5, b: 0.5}}\n"
						      "sources:\n"
						      "  - {id: s, reliability: C}\n"
						      "  - {id: t, reliability: B}\n";
	static const char from_one[] = "  - {id: x, reliability: A}\n"
				       "  - {id: y, reliability: A}\n"
				       "  - {id: z, reliability: A}\n"
				       "reports:\n"
				       "  - {id: r1, fact: f1, from: s}\n"
				       "  - {id: r2, fact: f2, from: t}\n"
				       "  - {id: r3, fact: g1, from: s}\n"
				       "  - {id: r4, fact: g2, from: s}\n"
				       "  - {id: r5, fact: g3, from: s}\n"
				       "  - {id: r6, fact: g1, holds: no, from: x}\n"
				       "  - {id: r7, fact: g2, holds: no, from: y}\n"
				       "  - {id: r8, fact: g3, holds: no, from: z}\n";
	static const char alone[] = "reports:\n"
				    "  - {id: r1, fact: f1, from: s}\n"
				    "  - {id: r2, fact: f2, from: t}\n";
	struct ranking s = score(arena_printf(&arena, "%s%s", facts, from_one), SCORES_parc);
	is_int(s.m.items.n, 8, "facts on which reports contradict each other have two items");
	struct score_difference d = only(&s, false, SCORES_APART, "one standing");
	weigh(arena_printf(&arena, "%s%s", facts, alone));
	is_near(d.share, share(), 1e-12, "where s is another source each time it is as told");
}

static void sources(void)
{
	static const char facts[] = ASK("0.5", "0.5") "facts:\n"
						      "  - {id: f1, about: q, if: {a: very likely, b: very unlikely}}\n"
						      "  - {id: f2, about: q, if: {a: very likely, b: very unlikely}}\n"
						      "  - {id: f3, about: q, if: {a: very unlikely, b: very likely}}\n"
						      "sources:\n"
						      "  - {id: s, reliability: E}\n"
						      "  - {id: t, reliability: E}\n"
						      "  - {id: u, reliability: B}\n"
						      "reports:\n"
						      "  - {id: r1, fact: f1, from: s}\n"
						      "  - {id: r2, fact: f2, from: t}\n"
						      "  - {id: r3, fact: f3, from: u}\n";
	struct ranking s = score(facts, SCORES_heuer);
	struct score_difference d = only(&s, false, SCORES_SOUND, "grades");
	weigh(arena_printf(&arena, "grades: {B: {exact: 1}, E: {exact: 1}}\n%s", facts));
	is_near(d.share, share(), 1e-12, "with sound sources it is as told");
	s = score(facts, SCORES_burton);
	is_int(s.differ.n, 0, "a score that weighs credibility has the posterior's order");
}

static void softly(void)
{
	static const char facts[] = "grades: {A: {exact: 1}}\n" ASK(
	    "0.5", "0.5") "facts:\n"
			  "  - {id: f1, about: q, if: {a: {exact: 0.9}, b: {exact: 0.1}}}\n"
			  "  - {id: f2, about: q, if: {a: {exact: 0.9}, b: {exact: 0.1}}}\n"
			  "  - {id: f3, about: q, if: {a: {exact: 0.1}, b: {exact: 0.9}}}\n"
			  "sources: [{id: s, reliability: A}]\n"
			  "reports:\n"
			  "  - {id: r1, fact: f1, holds: 0.6, from: s}\n"
			  "  - {id: r2, fact: f2, holds: 0.6, from: s}\n"
			  "  - {id: r3, fact: f3, holds: {exact: 1}, from: s}\n";
	struct ranking s = score(facts, SCORES_heuer);
	struct score_difference d = only(&s, false, SCORES_CERTAIN, "what is reported softly");
	is_near(d.share, 0.9, 1e-12, "as certain items it is nine to one");
}

static void letters(void)
{
	struct buf yaml = buf_in(&arena), reports = buf_in(&arena);
	buf_text(&yaml, "grades: {A: {exact: 1}}\n" ASK("0.5", "0.5") "facts:\n"
								      "  - {id: f, about: q, if: {a: 0.01, b: 0.9}}\n");
	for (int i = 0; i < 5; i++) {
		buf_printf(&yaml, "  - {id: f%d, about: q, if: {a: 0.46, b: 0.44}}\n", i);
		buf_printf(&reports, "  - {id: r%d, fact: f%d, holds: {exact: 1}, from: s}\n", i, i);
	}
	buf_printf(&yaml, "sources: [{id: s, reliability: A}]\nreports:\n%s%s", buf_str(&reports),
		   "  - {id: r, fact: f, holds: {exact: 1}, from: s}\n");
	struct ranking s = score(buf_str(&yaml), SCORES_heuer);
	only(&s, false, SCORES_LETTERS, "letters");
}

static void not_counted(void)
{
	static const char facts[] = "grades: {A: {exact: 1}}\n" ASK(
	    "0.5", "0.5") "facts:\n"
			  "  - {id: f1, about: q, if: {a: roughly even chance, b: unlikely}}\n"
			  "  - {id: f2, about: q, if: {a: roughly even chance, b: unlikely}}\n"
			  "  - {id: f3, about: q, if: {a: very unlikely, b: very likely}}\n"
			  "sources: [{id: s, reliability: A}]\n"
			  "reports:\n"
			  "  - {id: r1, fact: f1, holds: {exact: 1}, from: s}\n"
			  "  - {id: r2, fact: f2, holds: {exact: 1}, from: s}\n"
			  "  - {id: r3, fact: f3, holds: {exact: 1}, from: s}\n";
	struct ranking s = score(facts, SCORES_heuer);
	only(&s, true, SCORES_COUNTED, "what a count leaves out");
	s = score(facts, SCORES_open_synthesis);
	is_int(s.differ.n, 0, "squares see it");
}

// The letters are the same for both; who says so is not.
static void by_credibility(void)
{
	static const char facts[] = ASK("0.5", "0.5") "facts:\n"
						      "  - {id: f1, about: q, if: {a: unlikely, b: very likely}}\n"
						      "  - {id: f2, about: q, if: {a: very likely, b: unlikely}}\n"
						      "sources: [{id: s, reliability: E}, {id: t, reliability: A}]\n"
						      "reports:\n"
						      "  - {id: r1, fact: f1, holds: {exact: 1}, from: s}\n"
						      "  - {id: r2, fact: f2, holds: 0.501, from: t}\n";
	struct ranking s = score(facts, SCORES_parc);
	struct score_difference d = only(&s, true, SCORES_COUNTED, "credibility");
	ok(d.say && strstr(d.say, "credible"), "is told to be what the score adds");
}

// A posterior or a prior of nothing is no number that could be divided by.
static void nothing(void)
{
	static const char facts[] = ASK("{exact: 0}", "1") "facts: [{id: f, about: q, if: {a: very likely, b: 0.1}}]\n"
							   "sources: [{id: s, reliability: A}]\n"
							   "reports: [{id: r, fact: f, from: s}]\n";
	struct ranking s = score(facts, SCORES_heuer);
	struct score_difference d = only(&s, true, SCORES_CERTAIN, "a prior of nothing");
	ok(d.share > 0.5 && d.share < 1, "is told as far as it can be");
}

int main(void)
{
	priors();
	shared();
	sources();
	softly();
	letters();
	not_counted();
	by_credibility();
	nothing();
	arena_free(&arena);
	return done();
}
