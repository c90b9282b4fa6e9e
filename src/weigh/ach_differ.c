// Nothing is guessed: what stands between the two is taken away, step by step, and the case is weighed again, until the
// pair stands as the score has it. The first steps leave the case as it is but for its priors, or its sources; the last
// ones multiply likelihoods as if every item were certain and by itself.
#include "weigh/ach_differ.h"

#include "case/scale.h"
#include "weigh/ach.h"

#include <math.h>
#include <string.h>

static const double equal_within = 1e-12; // of natural logarithms

// What is tried, in this order: the least that is taken away comes first.
static const struct {
	bool equal;
	enum ranking_level level;
} tries[] = {
	{ true, SCORES_ASIS },    { false, SCORES_APART },   { false, SCORES_SOUND },
	{ true, SCORES_APART },   { true, SCORES_SOUND },    { false, SCORES_CERTAIN },
	{ true, SCORES_CERTAIN }, { false, SCORES_LETTERS }, { true, SCORES_LETTERS },
};

struct differing {
	struct arena *arena;
	const struct the_case *c;
	const struct assessment *w;
	const struct matrix_of_fact *from;
	struct ranking *s;
	size_t n; // hypotheses of the matrix
	double
	    *by[SCORES_COUNTED]; // [level][hypothesis] ln of the likelihood of what was reported; NAN: cannot be told
	double *prior;           // [hypothesis] ln
};

// --- the case, changed ---

// Every source is sound.
static struct the_case with_sound(struct arena *a, const struct the_case *c)
{
	struct the_case x = *c;
	struct value sure = { .kind = VALUE_EXACT, .lo = 1, .hi = 1 };
	memset(&x.grades, 0, sizeof x.grades);
	for (each (g, &c->grades))
		list_push(a, &x.grades, ((struct grade){ g->letter, sure }));
	for (const struct band *g = scale_grades; g->word; g++)
		list_push(a, &x.grades, ((struct grade){ g->word, sure }));
	return x;
}

static void own(struct arena *a, const struct the_case *c, struct the_case *x, size_t first, struct ref *r)
{
	const struct source *s = &c->sources.at[r->at];
	size_t i = first;
	while (i < x->sources.n && x->sources.at[i].id != s->id)
		i++;
	if (i == x->sources.n)
		list_push(a, &x->sources, *s);
	r->at = (int)i;
}

// Every counted report has sources of its own; the others are echoes, and go.
static struct the_case with_own_sources(struct arena *a, const struct the_case *c, const struct assessment *w)
{
	struct the_case x = *c;
	memset(&x.sources, 0, sizeof x.sources);
	memset(&x.reports, 0, sizeof x.reports);
	for (size_t i = 0; i < c->reports.n; i++) {
		struct report r = c->reports.at[i];
		struct refs via = { 0 };
		size_t first = x.sources.n;
		if (!w->reports[i].live || !w->reports[i].counted)
			continue;
		for (each (v, &r.via)) {
			list_push(a, &via, *v);
			own(a, c, &x, first, &via.at[via.n - 1]);
		}
		r.via = via;
		if (r.from.id)
			own(a, c, &x, first, &r.from);
		list_push(a, &x.reports, r);
	}
	return x;
}

// ln (posterior / prior) of a case with other numbers. Where it cannot be weighed nothing is told of it.
static void weigh_again(struct differing *d, const struct the_case *x, double *out)
{
	struct weigh_options o = { .bare = true, .seed = 1 };
	struct assessment again;
	struct arena scratch = { 0 };
	struct err e;
	bool fine = weigh_case(&scratch, x, &o, &again, &e) == STATUS_OK;
	for (size_t h = 0; h < d->n; h++) {
		const struct hypothesis_result *r = fine ? &again.questions[d->s->question].hyps[h] : NULL;
		out[h] = r ? log(r->p) - log(r->prior) : NAN;
	}
	arena_free(&scratch);
}

// --- items by themselves ---

static double typical(enum matrix_rating r)
{
	const struct band *b = scale_find(slice_of(matrix_rating_word(r)));
	struct value v = { .kind = VALUE_TERM, .lo = b->lo, .hi = b->hi };
	return value_belief(&v, 0, NULL).p;
}

// The product of what the items say by themselves. A cell without a letter stands in the middle of the others, and says
// nothing.
static void multiply(struct differing *d, double (*number)(const struct differing *d, size_t item, size_t h),
		     double *out)
{
	for (size_t i = 0; i < d->s->m.items.n; i++) {
		const struct matrix_cell *cells = d->s->m.items.at[i].cells;
		double sum = 0, rated = 0;
		for (size_t h = 0; h < d->n; h++)
			if (cells[h].rating >= MATRIX_II) {
				double p = fmin(fmax(number(d, i, h), MODEL_CLIP), 1 - MODEL_CLIP);
				sum += log(p) - log1p(-p);
				rated++;
			}
		double middle = rated > 0 ? -log1p(exp(-sum / rated)) : 0;
		for (size_t h = 0; h < d->n; h++)
			out[h] += cells[h].rating >= MATRIX_II ? log(number(d, i, h)) : middle;
	}
}

static double by_likelihood(const struct differing *d, size_t item, size_t h)
{
	return d->from[item].p[h];
}

static double by_letter(const struct differing *d, size_t item, size_t h)
{
	return typical(d->s->m.items.at[item].cells[h].rating);
}

static void take_away(struct differing *d)
{
	struct the_case apart = with_own_sources(d->arena, d->c, d->w), sound = with_sound(d->arena, d->c);
	d->prior = arena_array(d->arena, double, d->n + 1);
	for (int level = 0; level < SCORES_COUNTED; level++)
		d->by[level] = arena_array(d->arena, double, d->n + 1);
	for (size_t h = 0; h < d->n; h++) {
		d->prior[h] = log(d->s->prior[h]);
		d->by[SCORES_ASIS][h] = log(d->s->p[h]) - d->prior[h];
	}
	weigh_again(d, &apart, d->by[SCORES_APART]);
	weigh_again(d, &sound, d->by[SCORES_SOUND]);
	multiply(d, by_likelihood, d->by[SCORES_CERTAIN]);
	multiply(d, by_letter, d->by[SCORES_LETTERS]);
}

// --- in words ---

static const char *const conditions[] = {
	[SCORES_ASIS] = "",
	[SCORES_APART] = "no source shared by two reports",
	[SCORES_SOUND] = "every source sound",
	[SCORES_CERTAIN] = "every item certain and by itself",
	[SCORES_LETTERS] = "every item certain and every letter one likelihood",
};

// Whether a score that weighs items has `ahead` in front without the weights too.
static bool unweighted(const struct ranking *s, size_t ahead, size_t behind)
{
	long more = 0;
	for (each (i, &s->m.items)) {
		enum matrix_rating x = i->cells[ahead].rating, y = i->cells[behind].rating;
		more += (y == MATRIX_II) + ach_against(y) - (x == MATRIX_II) - ach_against(x);
	}
	return more > 0;
}

static const char *left_out(const struct ranking *s, size_t ahead, size_t behind)
{
	switch (s->method) {
	case SCORES_parc:
	case SCORES_burton:
		if (!unweighted(s, ahead, behind))
			return "it takes an item for less where its source is less credible, and for more where more";
		return "it adds up what speaks against a hypothesis, and leaves out what speaks for it";
	case SCORES_shattered:
		return "it counts the items that speak against a hypothesis, and all else only settles ties";
	case SCORES_open_synthesis:
		return s->n_analysts > 1 ? "it takes the mean of the analysts' letters, by which what speaks against a "
					   "hypothesis comes first, and what speaks for it only settles ties"
					 : "what speaks against a hypothesis comes first, and what speaks for it only "
					   "settles ties";
	default:
		return "it counts the items that speak against a hypothesis, not how strongly, and leaves out what "
		       "speaks for it";
	}
}

static void say(struct differing *d, struct score_difference *x)
{
	const char *ahead = d->s->m.hypotheses.at[x->ahead].id, *behind = d->s->m.hypotheses.at[x->behind].id;
	if (x->level == SCORES_COUNTED) {
		const double *letters = d->by[SCORES_LETTERS];
		bool level_too = letters[x->behind] - letters[x->ahead] <= equal_within;
		x->say = arena_printf(d->arena,
				      "%s is ahead of %s by weighing; where every letter is one likelihood and priors "
				      "are equal %s; the score has it otherwise since %s.",
				      behind, ahead, level_too ? "the two are level" : "it is so too",
				      left_out(d->s, x->ahead, x->behind));
		return;
	}
	const char *level = conditions[x->level];
	x->say = arena_printf(d->arena,
			      "%s is ahead of %s by weighing; with %s%s%s it would be %s, as the score has it, by "
			      "%.1f %% to %.1f %% between the two.",
			      behind, ahead, x->equal ? "equal priors" : "", x->equal && *level ? " and " : "", level,
			      ahead, 100 * x->share, 100 - 100 * x->share);
}

// The least that has to be taken away; where all of it is not enough, it stays as it is.
static void find(const struct differing *d, struct score_difference *x)
{
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		const double *by = d->by[tries[i].level];
		double more = by[x->ahead] - by[x->behind];
		if (!tries[i].equal)
			more += d->prior[x->ahead] - d->prior[x->behind];
		if (!(more > equal_within))
			continue;
		x->equal = tries[i].equal;
		x->level = tries[i].level;
		x->share = 1 / (1 + exp(-more));
		return;
	}
}

void ach_differ(struct arena *a, const struct the_case *c, const struct assessment *w,
		const struct matrix_of_fact *from, struct ranking *s)
{
	struct differing d = { .arena = a, .c = c, .w = w, .from = from, .s = s, .n = s->m.hypotheses.n };
	for (size_t x = 0; x < d.n; x++)
		for (size_t y = 0; y < d.n; y++) {
			if (ach_compare(&s->hyps[x], &s->hyps[y]) >= 0 || s->p[y] <= s->p[x] + equal_within)
				continue;
			if (!s->hyps[y].rated)
				continue;
			if (!d.prior)
				take_away(&d);
			struct score_difference out = { x, y, true, SCORES_COUNTED, 0, NULL };
			find(&d, &out);
			say(&d, &out);
			list_push(a, &s->differ, out);
		}
}
