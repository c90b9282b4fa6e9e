// The rules of the model: references resolved, tables complete, nothing out of range. What passes here can be weighed.
#include "case/case.h"

#include "base/limits.h"
#include "base/search.h"
#include "case/pair.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct named {
	const char *list, *id;
	int line;
	size_t at; // in its space: questions, then facts; sources; reports; assumptions
};

struct settling {
	struct arena *arena;
	struct the_case *c;
	struct err *err;
	struct named *variables, *sources; // by id, so that many references are settled without a search for each
};

static const double rounding = 1e-12; // 0.33 + 0.56 + 0.11 is 1, whatever its last bit says

// "line 12: facts.chatter: ..."; without the line where the file's spelling has none.
static enum status FORMAT(4, 5) wrong(struct settling *s, int line, const char *place, const char *fmt, ...)
{
	char text[512];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	if (line)
		return err_set(s->err, STATUS_BAD_INPUT, "line %d: %s: %s", line, place, text);
	return err_set(s->err, STATUS_BAD_INPUT, "%s: %s", place, text);
}

static const char *place_of(struct settling *s, const char *list, const char *id)
{
	return arena_printf(s->arena, "%s.%s", list, id ? id : "?");
}

// --- ids ---

static int by_id(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int order = strcmp(x->id, y->id);
	return order ? order : x->line - y->line;
}

// Each id once. Sorted copies keep this n log n for cases of any size.
static enum status once(struct settling *s, struct named *names, size_t n)
{
	qsort(names, n, sizeof *names, by_id);
	for (size_t i = 1; i < n; i++)
		if (!strcmp(names[i - 1].id, names[i].id))
			return wrong(s, names[i].line, place_of(s, names[i].list, names[i].id),
				     "this id is used twice");
	return STATUS_OK;
}

// Ids of one space: well formed, each once.
static enum status unique(struct settling *s, struct named *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!case_is_id(names[i].id))
			return wrong(s, names[i].line, names[i].list,
				     "'%s' is not an id; use a-z, 0-9, - and _, beginning with a letter or digit",
				     names[i].id ? names[i].id : "");
	return once(s, names, n);
}

#define GATHER(name, items)                                                                                            \
	for (each (item, items))                                                                                       \
	names[n] = (struct named){ name, item->id, item->line, n }, n++

static enum status check_ids(struct settling *s)
{
	struct the_case *c = s->c;
	size_t rest = c->reports.n > c->assumptions.n ? c->reports.n : c->assumptions.n, n = 0;
	struct named *names = s->variables = arena_array(s->arena, struct named, case_variables(c) + 1);
	enum status st;
	GATHER("questions", &c->questions);
	GATHER("facts", &c->facts);
	if ((st = unique(s, names, n)) != STATUS_OK)
		return st;
	n = 0;
	names = s->sources = arena_array(s->arena, struct named, c->sources.n + 1);
	GATHER("sources", &c->sources);
	if ((st = unique(s, names, n)) != STATUS_OK)
		return st;
	n = 0;
	names = arena_array(s->arena, struct named, rest + 1);
	GATHER("reports", &c->reports);
	if ((st = unique(s, names, n)) != STATUS_OK)
		return st;
	n = 0;
	GATHER("assumptions", &c->assumptions);
	if ((st = unique(s, names, n)) != STATUS_OK)
		return st;
	n = 0;
	names = arena_array(s->arena, struct named, c->judgements.n + 1);
	for (each (j, &c->judgements)) {
		names[n] = (struct named){ "judgements", j->id, j->line, n };
		n += j->id && *j->id; // which it need not have
	}
	return once(s, names, n);
}

// --- references ---

static int find(const struct named *names, size_t n, const char *id)
{
	size_t i = id ? search_first(n, k, strcmp(names[k].id, id) < 0) : n;
	return i < n && !strcmp(names[i].id, id) ? (int)names[i].at : -1;
}

static int find_variable(const struct settling *s, const char *id)
{
	return find(s->variables, case_variables(s->c), id);
}

static int find_fact(const struct settling *s, const char *id)
{
	int v = find_variable(s, id), questions = (int)s->c->questions.n;
	return v < questions ? -1 : v - questions;
}

static int find_source(const struct settling *s, const char *id)
{
	return find(s->sources, s->c->sources.n, id);
}

static int find_state(const struct the_case *c, size_t variable, const char *id)
{
	for (size_t i = 0; i < case_states(c, variable); i++)
		if (!strcmp(case_state_name(c, variable, i), id))
			return (int)i;
	return -1;
}

// Resolves the conditions of a table whose parents are `parents`.
static enum status settle_rows(struct settling *s, struct cells *t, const struct ref *parents, size_t n,
			       const char *place, int line)
{
	for (each (row, &t->rows))
		for (each (w, &row->when)) {
			int at = row->line ? row->line : line;
			if (!w->of.id) // a map's cell: the only parent
				w->of.id = parents[0].id;
			w->of.at = -1;
			for (size_t i = 0; i < n; i++)
				if (!strcmp(parents[i].id, w->of.id))
					w->of.at = parents[i].at;
			if (w->of.at < 0)
				return wrong(
				    s, at, place,
				    "'%s' is not one of what it depends on; name it there, or take the condition out",
				    w->of.id);
			w->state.at = find_state(s->c, (size_t)w->of.at, w->state.id);
			if (w->state.at < 0)
				return wrong(s, at, place, "%s has no hypothesis '%s'", w->of.id, w->state.id);
		}
	return STATUS_OK;
}

// A parent that stands twice would be counted twice.
static enum status check_parents(struct settling *s, const struct refs *parents, const char *place, int line)
{
	if (parents->n > LIMIT_PARENTS)
		return err_set(s->err, STATUS_LIMIT,
			       "line %d: %s: depends on %zu others, more than the limit PARENTS of %d", line, place,
			       parents->n, LIMIT_PARENTS);
	for (size_t i = 0; i < parents->n; i++)
		for (size_t k = 0; k < i; k++)
			if (parents->at[i].at == parents->at[k].at)
				return wrong(s, line, place, "depends on %s twice", parents->at[i].id);
	return STATUS_OK;
}

// --- questions ---

// The sum of the priors in one state of the parents, at the centres; -1 rest.
static enum status check_prior_row(struct settling *s, const struct question *q, const size_t *state, const char *place)
{
	double sum = 0;
	bool rest = false;
	for (each (h, &q->hyps)) {
		if (h->added)
			continue;
		int r = case_pick(&h->prior, state);
		if (r < 0)
			return wrong(s, h->line, place,
				     "the prior of %s has no row for some states of what it depends on; end its list "
				     "with a row without 'when'",
				     h->id);
		const struct value *v = &h->prior.rows.at[r].is;
		if (v->kind == VALUE_REST && rest)
			return wrong(s, h->line, place, "more than one hypothesis takes the rest");
		if (v->kind == VALUE_REST)
			rest = true;
		else
			sum += value_belief(v, 0, NULL).p;
	}
	if (rest && sum > 1 + rounding)
		return wrong(s, q->line, place, "the rest is below 0: the other priors sum to %g", sum);
	if (!rest && sum <= 0)
		return wrong(s, q->line, place, "all priors are 0");
	return STATUS_OK;
}

// Every combination of the parents' states must have a usable prior.
static enum status check_priors(struct settling *s, const struct question *q, const char *place)
{
	size_t *state = arena_array(s->arena, size_t, case_variables(s->c) + 1), cells = q->hyps.n;
	for (each (g, &q->given))
		cells *= case_states(s->c, (size_t)g->at);
	if (cells > LIMIT_TABLE / 8)
		return err_set(s->err, STATUS_LIMIT,
			       "line %d: %s: a prior table of %zu cells, more than the limit TABLE allows", q->line,
			       place, cells);
	for (;;) {
		enum status st = check_prior_row(s, q, state, place);
		if (st != STATUS_OK)
			return st;
		size_t i = 0; // the next combination, like an odometer
		for (; i < q->given.n; i++) {
			size_t v = (size_t)q->given.at[i].at;
			if (++state[v] < case_states(s->c, v))
				break;
			state[v] = 0;
		}
		if (i == q->given.n)
			return STATUS_OK;
	}
}

static enum status settle_hypotheses(struct settling *s, struct question *q, const char *place)
{
	struct named *names = arena_array(s->arena, struct named, q->hyps.n + 1);
	size_t n = 0;
	bool listed = false;
	for (each (h, &q->hyps)) {
		const char *at = arena_printf(s->arena, "%s.%s", place, h->id ? h->id : "?");
		names[n++] = (struct named){ place, h->id, h->line };
		listed = listed || (h->id && !strcmp(h->id, CASE_NONE_OF_THESE));
		if (!h->prior.rows.n && !h->added)
			return wrong(s, h->line, at, "a hypothesis needs a prior");
		enum status st = settle_rows(s, &h->prior, q->given.at, q->given.n, at, h->line);
		if (st != STATUS_OK)
			return st;
	}
	if (!n)
		return wrong(s, q->line, place, "a question needs at least one hypothesis");
	if (q->open && !listed) {
		struct hypothesis *none = list_add(s->arena, &q->hyps);
		*none = (struct hypothesis){ .id = CASE_NONE_OF_THESE, .say = "None of these", .added = true };
	}
	if (q->hyps.n > LIMIT_HYPOTHESES)
		return err_set(s->err, STATUS_LIMIT,
			       "line %d: %s: %zu hypotheses, more than the limit HYPOTHESES of %d", q->line, place,
			       q->hyps.n, LIMIT_HYPOTHESES);
	return unique(s, names, n);
}

static enum status settle_question(struct settling *s, size_t i)
{
	struct question *q = &s->c->questions.at[i];
	const char *place = place_of(s, "questions", q->id);
	for (each (g, &q->given)) {
		g->at = case_find_question(s->c, g->id);
		if (g->at < 0 || (size_t)g->at >= i)
			return wrong(s, q->line, place, "given %s, which is not an earlier question", g->id);
	}
	if (q->deception > 3)
		return wrong(s, q->line, place, "deception is 0, 1, 2 or 3");
	enum status st = check_parents(s, &q->given, place, q->line);
	if (st == STATUS_OK)
		st = settle_hypotheses(s, q, place);
	if (st == STATUS_OK && q->outcome && find_state(s->c, i, q->outcome) < 0)
		return wrong(s, q->line, place, "outcome %s, which is not one of its hypotheses", q->outcome);
	return st == STATUS_OK ? check_priors(s, q, place) : st;
}

// --- facts, sources, reports ---

static enum status settle_fact(struct settling *s, size_t i)
{
	struct fact *f = &s->c->facts.at[i];
	const char *place = place_of(s, "facts", f->id);
	if (!f->about.n)
		return wrong(s, f->line, place, "about: names the questions that the fact bears on");
	for (each (r, &f->about)) {
		r->at = find_variable(s, r->id);
		if (r->at < 0 || (size_t)r->at >= s->c->questions.n + i)
			return wrong(s, f->line, place, "about %s, which is not a question or an earlier fact", r->id);
	}
	if (!f->cells.rows.n)
		return wrong(s, f->line, place, "no cell; if: says how likely the fact is under each hypothesis");
	if (f->cells.form == CELLS_MAP && f->about.n != 1)
		return wrong(s, f->line, place,
			     "a map of cells needs exactly one parent; write a list of {when, is} rows");
	enum status st = check_parents(s, &f->about, place, f->line);
	return st == STATUS_OK
		   ? settle_rows(s, &f->cells, f->about.at, f->about.n, arena_printf(s->arena, "%s.if", place), f->line)
		   : st;
}

static enum status settle_source(struct settling *s, struct source *x)
{
	const char *place = place_of(s, "sources", x->id);
	if (case_grade_value(s->c, x->reliability).kind == VALUE_NONE)
		return wrong(s, x->line, place, "no grade '%s'; A to F, or one of the case's grades", x->reliability);
	for (each (interest, &x->interests)) {
		interest->fact.at = find_fact(s, interest->fact.id);
		if (interest->fact.at < 0)
			return wrong(s, x->line, place, "an interest in %s, which is not a fact", interest->fact.id);
	}
	return STATUS_OK;
}

static enum status settle_report(struct settling *s, struct report *r)
{
	const char *place = place_of(s, "reports", r->id);
	r->fact.at = find_fact(s, r->fact.id);
	if (r->fact.at < 0)
		return wrong(s, r->line, place, "there is no fact %s",
			     r->fact.id ? r->fact.id : "named; fact: says what is reported");
	if (r->from.id && (r->from.at = find_source(s, r->from.id)) < 0)
		return wrong(s, r->line, place, "from %s, which is not a source", r->from.id);
	if (r->via.n > LIMIT_CHAIN)
		return err_set(s->err, STATUS_LIMIT, "line %d: %s: a chain of %zu, more than the limit CHAIN of %d",
			       r->line, place, r->via.n, LIMIT_CHAIN);
	for (each (v, &r->via))
		if ((v->at = find_source(s, v->id)) < 0)
			return wrong(s, r->line, place, "via %s, which is not a source", v->id);
	return STATUS_OK;
}

static enum status settle_assumption(struct settling *s, struct assumption *x)
{
	for (each (r, &x->supports)) {
		r->at = find_fact(s, r->id);
		if (r->at < 0)
			return wrong(s, x->line, place_of(s, "assumptions", x->id), "supports %s, which is not a fact",
				     r->id);
	}
	return STATUS_OK;
}

// Takes off what an earlier settling added, so that a changed case can be settled again.
static void unsettle(struct the_case *c)
{
	for (each (q, &c->questions))
		if (q->hyps.n && q->hyps.at[q->hyps.n - 1].added)
			q->hyps.n--;
}

enum status case_settle(struct arena *a, struct the_case *c, struct err *e)
{
	struct settling s = { .arena = a, .c = c, .err = e };
	unsettle(c);
	enum status st = check_ids(&s);
	for (size_t i = 0; st == STATUS_OK && i < c->questions.n; i++)
		st = settle_question(&s, i);
	for (size_t i = 0; st == STATUS_OK && i < c->facts.n; i++)
		st = settle_fact(&s, i);
	for (size_t i = 0; st == STATUS_OK && i < c->sources.n; i++)
		st = settle_source(&s, &c->sources.at[i]);
	for (size_t i = 0; st == STATUS_OK && i < c->reports.n; i++)
		st = settle_report(&s, &c->reports.at[i]);
	for (size_t i = 0; st == STATUS_OK && i < c->assumptions.n; i++)
		st = settle_assumption(&s, &c->assumptions.at[i]);
	return st == STATUS_OK ? pair_settle(a, c, e) : st;
}
