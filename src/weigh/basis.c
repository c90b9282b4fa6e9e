// "Supports the leader": the origin's contribution has the leader's sign. What is only asserted (the origin cannot be
// inspected, every counted report of it comes through somebody who cannot be, or it is graded D or F) counts half.
#include "weigh/basis.h"

#include "weigh/confidence.h"
#include "weigh/without.h"

#include <math.h>
#include <string.h>

static const int fair = 3;                 // grade C
static const double least_decibans = 1e-9; // less than this is rounding
static const double most_decibans = 1e6;   // for a certainty

// What the counted reports of one origin amount to, for all questions.
struct standing_of {
	bool counted, inspectable, interested;
	int grade;
	const char *kind;
};

static bool open_chain(const struct the_case *c, const struct report *r)
{
	bool open = r->from.id && case_inspectable(&c->sources.at[r->from.at]);
	for (each (via, &r->via))
		open &= case_inspectable(&c->sources.at[via->at]);
	return open;
}

static bool has_interest(const struct source *s, const struct report *r)
{
	bool found = false;
	for (each (interest, &s->interests))
		found |= interest->fact.at == r->fact.at;
	return found;
}

static struct standing_of *gather(struct arena *a, const struct whole *w)
{
	const struct the_case *c = w->m->c;
	struct standing_of *of = arena_array(a, struct standing_of, c->sources.n + c->reports.n + 1);
	for (size_t i = 0; i < w->count.n; i++) {
		const struct report *r = &c->reports.at[w->count.kept[i]];
		const struct source *s = r->from.id ? &c->sources.at[r->from.at] : NULL;
		struct standing_of *x = &of[lane_origin(c, w->count.kept[i])];
		x->counted = true;
		x->inspectable |= open_chain(c, r);
		x->interested |= s && has_interest(s, r);
		x->grade = confidence_grade(s ? s->reliability : NULL);
		x->kind = s && s->kind ? s->kind : "";
	}
	return of;
}

static void add_grade(struct basis_inputs *in, int grade)
{
	if (grade > in->g1) {
		in->g2 = in->g1;
		in->g1 = grade;
	} else if (grade > in->g2) {
		in->g2 = grade;
	}
}

// Whether an earlier one of the supporting origins is of the same kind and fair too.
static bool kind_seen(const struct standing_of *const *with, size_t n, const struct standing_of *x)
{
	for (size_t i = 0; i < n; i++)
		if (with[i]->grade >= fair && !strcmp(with[i]->kind, x->kind))
			return true;
	return false;
}

// From the origins that support the leader.
static void read_origins(struct arena *a, const struct whole *w, const struct standing_of *of,
			 const struct question_result *r, struct basis_inputs *in)
{
	const struct the_case *c = w->m->c;
	bool *seen = arena_array(a, bool, c->sources.n + c->reports.n + 1);
	const struct standing_of **with = arena_array(a, const struct standing_of *, r->contributions.n + 1);
	size_t n = 0, next = 0;
	double all = 0, withheld = 0;
	for (size_t i = 0; i < w->count.n; i++) {
		size_t origin = lane_origin(c, w->count.kept[i]);
		const struct standing_of *x = &of[origin];
		if (seen[origin])
			continue;
		seen[origin] = true;
		double weight = fmin(r->contributions.at[next++].decibans, most_decibans);
		if (!(weight > least_decibans))
			continue;
		all += weight;
		withheld += x->inspectable ? 0 : weight;
		in->n_eff += x->grade == 1 ? 0 : x->grade >= fair && x->inspectable ? 1 : 0.5;
		in->types += x->grade >= fair && !kind_seen(with, n, x);
		add_grade(in, x->grade);
		if (x->interested && in->deception < 1)
			in->deception = 1;
		with[n++] = x;
	}
	in->withheld = all > 0 ? withheld / all : 0;
}

// Key assumptions whose failure moves the word, or the leader.
static enum status count_assumptions(struct arena *a, const struct whole *w, struct assessment *out, struct err *e)
{
	const struct the_case *c = w->m->c;
	struct lane *lanes = arena_array(a, struct lane, c->assumptions.n + 1);
	for (size_t i = 0; i < c->assumptions.n; i++)
		lanes[i] = (struct lane){ .kind = LANE_ASSUMPTION, .item = i, .p = lane_room(a, w->m) };
	if (lane_run(w, lanes, c->assumptions.n, e))
		return e->status;
	for (size_t q = 0; q < c->questions.n; q++)
		for (size_t i = 0; i < c->assumptions.n; i++) {
			struct removal x = without_change(&out->questions[q], w->posterior[q], lanes[i].p[q]);
			out->questions[q].confidence.inputs.assumptions += x.changes_lead || x.changes_word;
		}
	return STATUS_OK;
}

// Hypotheses besides the leader that somebody rated: some fact has a cell for them, in some state of its other parents.
static int count_alternatives(struct arena *a, const struct model *m, size_t q, size_t lead)
{
	const struct the_case *c = m->c;
	size_t n = c->questions.at[q].hyps.n;
	bool *rated = arena_array(a, bool, n);
	int found = 0;
	for (size_t f = c->questions.n; f < case_variables(c); f++) {
		const struct recipe *r = &m->recipes[f];
		size_t inner = 1; // rows from one state of q to the next
		for (size_t i = r->n_parents; i-- > 0; inner *= case_states(c, r->parents[i]))
			if (r->parents[i] == q)
				for (size_t row = 0; row < r->rows; row++)
					rated[row / inner % n] |= r->cells[row] != CELL_MISSING;
	}
	for (size_t h = 0; h < n; h++)
		found += rated[h] && h != lead && !c->questions.at[q].hyps.at[h].added;
	return found;
}

static void read_rest(struct arena *a, const struct model *m, size_t q, const struct question_result *r,
		      struct basis_inputs *in)
{
	const struct question *question = &m->c->questions.at[q];
	in->lo = r->hyps[r->lead].lo;
	in->hi = r->hyps[r->lead].hi;
	for (each (x, &r->without[REMOVAL_ORIGIN])) {
		in->loo_lead |= x->changes_lead;
		in->loo_band |= x->changes_word;
	}
	for (each (x, &r->analysts))
		in->dissent |= x->lead != r->lead;
	in->alternatives = count_alternatives(a, m, q, r->lead);
	in->horizon = question->horizon;
}

static void override(const struct question *q, struct confidence *c)
{
	enum sureness level;
	if (!q->confidence_level || !sureness_read(slice_of(q->confidence_level), &level))
		return;
	c->overridden = true;
	c->level = level;
	c->because = q->confidence_because;
	if (level == SURENESS_high)
		c->raise = NULL;
}

enum status basis_confidence(struct arena *a, const struct whole *w, struct assessment *out, struct err *e)
{
	const struct the_case *c = w->m->c;
	const struct standing_of *of = gather(a, w);
	if (count_assumptions(a, w, out, e))
		return e->status;
	for (size_t q = 0; q < c->questions.n; q++) {
		struct question_result *r = &out->questions[q];
		struct basis_inputs in = r->confidence.inputs;
		in.deception = c->questions.at[q].deception > 0 ? c->questions.at[q].deception : 0;
		read_origins(a, w, of, r, &in);
		read_rest(a, w->m, q, r, &in);
		r->confidence = confidence_of(a, &in);
		override(&c->questions.at[q], &r->confidence);
	}
	return STATUS_OK;
}
