#include "case/score.h"

#include "case/scale.h"

#include <math.h>
#include <string.h>

double score_brier(const double *p, size_t n, size_t outcome)
{
	double sum = 0;
	for (size_t h = 0; h < n; h++)
		sum += (p[h] - (h == outcome)) * (p[h] - (h == outcome));
	return sum;
}

double score_bits(double p)
{
	return p > 0 ? fabs(log2(p)) : INFINITY;
}

// --- questions ---

static size_t answerer(struct arena *a, struct scores *out, enum score_kind kind, const char *id)
{
	for (size_t i = 0; i < out->answerers.n; i++) {
		const struct score_answerer *x = &out->answerers.at[i];
		if (x->kind == kind && (!id || !strcmp(x->id, id)))
			return i;
	}
	list_push(a, &out->answerers, ((struct score_answerer){ .kind = kind, .id = id }));
	return out->answerers.n - 1;
}

static void add_bins(struct score_answerer *x, const double *p, size_t n, size_t outcome)
{
	for (size_t h = 0; h < n; h++) {
		struct score_bin *bin = &x->bins[scale_of(p[h]) - scale_bands];
		bin->n++;
		bin->came += h == outcome;
		bin->said += p[h];
	}
}

static void add_answer(struct arena *a, struct scores *out, struct score_answer answer, const double *p, size_t n,
		       size_t outcome)
{
	struct score_answerer *x = &out->answerers.at[answer.answerer];
	answer.p = p[outcome];
	answer.brier = score_brier(p, n, outcome);
	answer.bits = score_bits(answer.p);
	answer.right = assessment_lead(p, n) == outcome;
	x->questions++;
	x->right += answer.right;
	x->brier += answer.brier;
	if (isfinite(answer.bits))
		x->bits += answer.bits;
	else
		x->impossible++;
	add_bins(x, p, n, outcome);
	list_push(a, &out->answers, answer);
}

static void add_question(struct arena *a, const char *name, const struct question *q, const struct question_result *r,
			 struct scores *out)
{
	double *p = arena_array(a, double, r->n), *prior = arena_array(a, double, r->n);
	size_t outcome = 0;
	for (size_t h = 0; h < r->n; h++) {
		p[h] = r->hyps[h].p;
		prior[h] = r->hyps[h].prior;
		outcome = strcmp(q->hyps.at[h].id, q->outcome) ? outcome : h;
	}
	struct score_answer answer = { .case_name = name, .question = q->id, .outcome = q->outcome };
	answer.answerer = answerer(a, out, SCORE_PROGRAM, NULL);
	add_answer(a, out, answer, p, r->n, outcome);
	answer.answerer = answerer(a, out, SCORE_PRIOR, NULL);
	add_answer(a, out, answer, prior, r->n, outcome);
	for (each (x, &r->analysts)) {
		answer.answerer = answerer(a, out, SCORE_ANALYST, x->id);
		add_answer(a, out, answer, x->p, r->n, outcome);
	}
}

// --- sources ---

static struct score_source *source(struct arena *a, struct scores *out, const char *name)
{
	for (each (s, &out->sources))
		if (!strcmp(s->name, name))
			return s;
	struct score_source *s = list_add(a, &out->sources);
	s->name = name;
	return s;
}

// An echo, or what its origin took back, is not counted in the answer and not here.
static void add_report(struct arena *a, const struct the_case *c, const struct report *r, struct scores *out)
{
	const struct source *from = &c->sources.at[r->from.at];
	double p = value_belief(&r->holds, case_number_spread(c), NULL).p;
	double truth = strcmp(c->facts.at[r->fact.at].truth, "yes") ? 0 : 1;
	struct score_source *s = source(a, out, from->name ? from->name : from->id);
	s->grade = from->reliability ? from->reliability : s->grade;
	s->facts++;
	s->right += fabs(p - truth) < 0.5;
	s->brier += (p - truth) * (p - truth);
}

void score_add(struct arena *a, const char *name, const struct the_case *c, const struct assessment *w,
	       struct scores *out)
{
	out->cases++;
	for (size_t q = 0; q < c->questions.n; q++)
		if (c->questions.at[q].outcome)
			add_question(a, name, &c->questions.at[q], &w->questions[q], out);
	for (size_t i = 0; i < c->reports.n; i++) {
		const struct report *r = &c->reports.at[i];
		if (w->reports[i].live && w->reports[i].counted && r->from.id && c->facts.at[r->fact.at].truth)
			add_report(a, c, r, out);
	}
}

// --- as JSON ---

const char *score_who(const struct score_answerer *x)
{
	return x->kind == SCORE_PROGRAM ? "hearsay" : x->kind == SCORE_PRIOR ? "before any report" : x->id;
}

static void put_finite(struct arena *a, struct node *n, const char *key, double x)
{
	node_put(a, n, key, isfinite(x) ? node_number(a, x) : node_null(a));
}

static void write_answerer(struct arena *a, const struct score_answerer *x, struct node *n)
{
	static const char *const kinds[] = { "program", "prior", "analyst" };
	double questions = (double)x->questions;
	node_put_text(a, n, "who", score_who(x));
	node_put_text(a, n, "kind", kinds[x->kind]);
	node_put_number(a, n, "questions", questions);
	node_put_number(a, n, "right", (double)x->right);
	node_put_number(a, n, "brier", x->brier / questions);
	put_finite(a, n, "bits", x->impossible ? INFINITY : x->bits / questions);
	node_put_number(a, n, "impossible", (double)x->impossible);
	struct node *list = node_put_list(a, n, "calibration");
	for (int i = 0; i < SCORE_BINS; i++) {
		const struct score_bin *b = &x->bins[i];
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "word", scale_bands[i].word);
		node_put_number(a, m, "n", (double)b->n);
		put_finite(a, m, "said", b->n ? b->said / (double)b->n : NAN);
		node_put_number(a, m, "came", (double)b->came);
	}
}

struct node *score_write(struct arena *a, const struct scores *s)
{
	struct node *top = node_map(a), *list;
	node_put_number(a, top, "hearsay", 1);
	node_put_number(a, top, "cases", (double)s->cases);
	list = node_put_list(a, top, "answers");
	for (each (x, &s->answers)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "case", x->case_name);
		node_put_text(a, m, "question", x->question);
		node_put_text(a, m, "outcome", x->outcome);
		node_put_text(a, m, "who", score_who(&s->answerers.at[x->answerer]));
		node_put_number(a, m, "p", x->p);
		node_put_bool(a, m, "right", x->right);
		node_put_number(a, m, "brier", x->brier);
		put_finite(a, m, "bits", x->bits);
	}
	list = node_put_list(a, top, "answerers");
	for (each (x, &s->answerers))
		write_answerer(a, x, node_add(list, node_map(a)));
	list = node_put_list(a, top, "sources");
	for (each (x, &s->sources)) {
		struct node *m = node_add(list, node_map(a));
		node_put_text(a, m, "name", x->name);
		node_put_text(a, m, "grade", x->grade);
		node_put_number(a, m, "facts", (double)x->facts);
		node_put_number(a, m, "right", (double)x->right);
		node_put_number(a, m, "brier", x->brier / (double)x->facts);
	}
	return top;
}
