// Standard 1: quality and credibility of sources, data and methods. Who says it, how many they are, and through whom.
#include "case/check_rule.h"

#include <stdlib.h>

enum { RELAY_LEAST = 2 };         // reports that came through it
static const double moves = 0.05; // decibans; less is nothing
static const double mostly = 0.8; // of the weight

static void look_support(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	size_t support = 0;
	if (!r || r->prior_alone)
		return;
	for (each (part, &r->contributions))
		support += part->decibans > moves;
	if (support == 1)
		check_found(k, check_place(k, "questions", ask->id, ""), ask->line,
			    "One origin alone supports the answer.");
}

static void look_withheld(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	if (r && k->w->draws && !r->prior_alone && r->confidence.inputs.withheld >= mostly)
		check_found(k, check_place(k, "questions", ask->id, ""), ask->line,
			    arena_printf(k->arena,
					 "%.0f %% of the weight behind the answer rests on what nobody outside can "
					 "inspect.",
					 r->confidence.inputs.withheld * 100));
}

// Whether the origin of a report wants believed what it reports.
static bool interested(const struct the_case *c, const struct report *r)
{
	bool holds = value_belief(&r->holds, case_number_spread(c), NULL).p >= 0.5;
	if (!r->from.id)
		return false;
	for (each (i, &c->sources.at[r->from.at].interests))
		if (i->fact.at == r->fact.at && i->wants == holds)
			return true;
	return false;
}

static void look_deception(struct checking *k, size_t q)
{
	const struct question_result *r = check_result(k, q);
	const struct question *ask = &k->c->questions.at[q];
	if (!r || ask->deception >= 0)
		return;
	for (each (gone, &r->without[REMOVAL_REPORT])) {
		int i = gone->decibans < -moves ? case_find_report(k->c, gone->id) : -1;
		if (i < 0 || !interested(k->c, &k->c->reports.at[i]))
			continue;
		check_found(k, check_place(k, "questions", ask->id, ".deception"), ask->line,
			    arena_printf(k->arena,
					 "Report %s supports the answer, %s wants it believed, and whether it "
					 "deceives is not entered.",
					 gone->id, k->c->reports.at[i].from.id));
		return;
	}
}

static void look_grade(struct checking *k, size_t i)
{
	const struct source *s = &k->c->sources.at[i];
	if (!s->reliability)
		check_found(k, check_place(k, "sources", s->id, ".reliability"), s->line,
			    "Not graded, so it counts as F, which cannot be judged.");
}

static void look_descriptor(struct checking *k, size_t i)
{
	const struct source *s = &k->c->sources.at[i];
	if (k->from[i] && !s->access && !s->record)
		check_found(k, check_place(k, "sources", s->id, ""), s->line,
			    "Reports come from it, and nothing says how it knows or how it did before.");
}

static void look_relay(struct checking *k, size_t i)
{
	const struct source *s = &k->c->sources.at[i];
	size_t n = k->through[i];
	if (k->live > RELAY_LEAST && n >= RELAY_LEAST && n * 2 >= k->live)
		check_found(k, check_place(k, "sources", s->id, ""), s->line,
			    arena_printf(k->arena,
					 "%zu of %zu reports reach us through it: where it errs, they err together.", n,
					 k->live));
}

static void look_story(struct checking *k, size_t i)
{
	if (k->w && k->w->reports[i].changed_story)
		check_found_report(k, i, "", "Its origin said the opposite before: only the last position counts.");
}

static void look_date(struct checking *k, size_t i)
{
	if (!date_known(k->c->reports.at[i].published))
		check_found_report(k, i, ".published", "It has no date, so it counts as the latest.");
}

static void look_origin(struct checking *k, size_t i)
{
	if (!k->c->reports.at[i].from.id)
		check_found_report(k, i, ".from", "Nobody knows where it comes from: it counts as half an echo.");
}

static void look_echo(struct checking *k, size_t i)
{
	const struct report *r = &k->c->reports.at[i];
	if (r->echo.kind != VALUE_NONE && !r->echo_why && !r->echo_statement)
		check_found_report(k, i, ".echo", "How far it is an echo is entered, and nothing says why.");
}

static void look_own(struct checking *k, size_t i)
{
	const struct report *r = &k->c->reports.at[i];
	for (each (v, &r->via))
		if (r->from.id && v->at == r->from.at) {
			check_found_report(k, i, ".via", "It comes through its own origin.");
			return;
		}
}

// One report of a fact takes it from `from` through `via`.
struct relayed {
	int fact, low, high; // the two sources, the lesser index first
	bool up;             // from low, through high
	size_t report;
};

static int by_pair(const void *a, const void *b)
{
	const struct relayed *x = a, *y = b;
	if (x->fact != y->fact)
		return x->fact < y->fact ? -1 : 1;
	if (x->low != y->low)
		return x->low < y->low ? -1 : 1;
	if (x->high != y->high)
		return x->high < y->high ? -1 : 1;
	return (x->report > y->report) - (x->report < y->report);
}

// Two sources that have the same fact from each other: the later report is told, once.
static void look_circle(struct checking *k, size_t none)
{
	LIST(struct relayed) all = { 0 };
	(void)none;
	for (size_t i = 0; i < k->c->reports.n; i++) {
		const struct report *r = &k->c->reports.at[i];
		for (each (v, &r->via)) {
			int s = r->from.at, t = v->at;
			if (r->from.id && s != t && check_live(k, i))
				list_push(k->arena, &all,
					  ((struct relayed){ r->fact.at, s < t ? s : t, s < t ? t : s, s < t, i }));
		}
	}
	if (all.n)
		qsort(all.at, all.n, sizeof *all.at, by_pair);
	for (size_t i = 1; i < all.n; i++) {
		const struct relayed *x = &all.at[i - 1], *y = &all.at[i];
		if (x->fact != y->fact || x->low != y->low || x->high != y->high || x->up == y->up)
			continue;
		check_found_report(k, y->report, "",
				   arena_printf(k->arena,
						"It has from %s through %s what report %s has the other way round.",
						k->c->reports.at[y->report].from.id,
						k->c->reports.at[x->report].from.id, k->c->reports.at[x->report].id));
	}
}

const struct check_rule check_sources[] = {
	{ "single-origin", 1, 0, CHECK_ERROR, CHECK_QUESTION, look_support, "a single origin supports the answer",
	  "Find a second that does not draw on the first, or say so in the answer." },
	{ "basis-withheld", 1, 0, CHECK_ERROR, CHECK_QUESTION, look_withheld, "the basis cannot be inspected",
	  "Look for an origin that is open." },
	{ "deception-unconsidered", 1, 0, CHECK_WARNING, CHECK_QUESTION, look_deception,
	  "an interested source carries the answer, and deception is not considered",
	  "Enter the question's deception, 0 to 3." },
	{ "circular-sourcing", 1, 0, CHECK_ERROR, CHECK_CASE, look_circle, "two sources have it from each other",
	  "Find out who had it first, and let the other come through it." },
	{ "ungraded-source", 1, 0, CHECK_NOTE, CHECK_SOURCE, look_grade, "a source without a grade",
	  "Grade it A to F from its record and access." },
	{ "source-without-descriptor", 1, 0, CHECK_NOTE, CHECK_SOURCE, look_descriptor,
	  "a source that is not described", "Enter its access, its record, or both." },
	{ "one-relay", 1, 0, CHECK_WARNING, CHECK_SOURCE, look_relay, "most reports pass through one source",
	  "Find another way to one of them." },
	{ "changed-story", 1, 0, CHECK_WARNING, CHECK_REPORT, look_story, "an origin that contradicts itself",
	  "Say in the text that the story changed." },
	{ "undated-report", 1, 0, CHECK_NOTE, CHECK_REPORT, look_date, "a report without a date",
	  "Find its day, month or year." },
	{ "untraceable-report", 1, 0, CHECK_NOTE, CHECK_REPORT, look_origin, "a report without an origin",
	  "Find who said it first, or leave it out of the answer." },
	{ "echo-without-reason", 1, 0, CHECK_NOTE, CHECK_REPORT, look_echo, "an echo without its reason",
	  "Enter echo_why, or the statement that shows it." },
	{ "own-relay", 1, 0, CHECK_ERROR, CHECK_REPORT, look_own, "a report that comes through its own origin",
	  "Take the origin out of via, or name another origin." },
	{ NULL, 0, 0, CHECK_NOTE, CHECK_CASE, NULL, NULL, NULL },
};
