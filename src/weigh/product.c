// Variables: questions, facts, and one standing for every source that a counted report comes from or through: that a
// source has one standing for all its reports is how catching it out once lowers all it said. A report is observed: it
// is no variable but a table over its fact and the standings of its chain, nearest the reader first.
#include "weigh/product.h"

#include "base/limits.h"

#include <string.h>

enum { SOUND, CARELESS, PARTISAN };

// What the reader hears, by who in the chain is the first that is not sound.
enum code { SAYS_TRUE, SAYS_FALSE, SAYS_NOTHING, WANTS_YES, WANTS_NO, CODES };

static const double heard = 0.97;       // a partisan says what it wants believed
static const double echo_default = 0.5; // of an untraceable report after one that agrees

static enum status add_common(struct arena *a, struct product *x, struct err *e)
{
	for (size_t v = 0; v < case_variables(x->m->c); v++)
		net_variable(a, &x->net, x->m->recipes[v].states);
	for (size_t v = 0; v < case_variables(x->m->c); v++) {
		const struct recipe *r = &x->m->recipes[v];
		if (net_chance(a, &x->net, v, r->parents, r->n_parents, e))
			return e->status;
	}
	x->common = x->net.cells;
	return STATUS_OK;
}

static enum status add_standing(struct arena *a, struct product *x, struct standing s, size_t *variable, struct err *e)
{
	s.variable = *variable = net_variable(a, &x->net, s.states);
	s.at = x->net.cells;
	list_push(a, &x->standings, s);
	return net_chance(a, &x->net, s.variable, NULL, 0, e);
}

// The chain of a report as variables: each standing once, in the order of the chain, and for each link which one it is.
struct chain {
	size_t n, vars[LIMIT_CHAIN + 2];                              // vars[0] is the fact
	size_t links, link[LIMIT_CHAIN + 1], source[LIMIT_CHAIN + 1]; // link: index into vars
};

static void add_link(struct chain *c, size_t variable, size_t source)
{
	size_t i = 1;
	while (i < c->n && c->vars[i] != variable)
		i++;
	c->vars[i] = variable;
	c->n += i == c->n;
	c->link[c->links] = i;
	c->source[c->links++] = source;
}

// What the last sound voice, or the first unsound one, makes of the fact.
static enum code hear(const struct product *x, const struct report *r, const struct chain *c, const size_t *state)
{
	for (size_t i = 0; i < c->links; i++) {
		size_t standing = state[c->link[i]];
		if (standing == CARELESS)
			return SAYS_NOTHING;
		if (standing == SOUND)
			continue;
		for (each (interest, &x->m->c->sources.at[c->source[i]].interests))
			if (interest->fact.at == r->fact.at)
				return interest->wants ? WANTS_YES : WANTS_NO;
		return SAYS_NOTHING;
	}
	return state[0] == 0 ? SAYS_TRUE : SAYS_FALSE;
}

static enum status add_report(struct arena *a, struct product *x, const struct counted_report *k, const struct chain *c,
			      struct err *e)
{
	const struct report *r = &x->m->c->reports.at[k->report];
	struct says s = { .report = k->report, .echoes = k->echoes, .at = x->net.cells };
	if (net_evidence(a, &x->net, c->vars, c->n, e))
		return err_within(e, "reports.%s", r->id);
	s.cells = x->net.cells - s.at;
	s.code = arena_take(a, s.cells);
	size_t state[LIMIT_CHAIN + 2] = { 0 };
	for (size_t cell = 0; cell < s.cells; cell++) {
		s.code[cell] = (unsigned char)hear(x, r, c, state);
		for (size_t i = c->n; i-- > 0 && ++state[i] == x->net.states.at[c->vars[i]];)
			state[i] = 0;
	}
	list_push(a, &x->says, s);
	return STATUS_OK;
}

static enum status source_variable(struct arena *a, struct product *x, size_t source, size_t *variables, struct err *e)
{
	bool interested = x->m->c->sources.at[source].interests.n > 0;
	struct standing s = { .grade = x->m->grade[source], .states = interested ? 3 : 2, .source = source };
	return variables[source] == MODEL_NOWHERE ? add_standing(a, x, s, &variables[source], e) : STATUS_OK;
}

enum status product_make(struct arena *a, const struct model *m, const struct count *count, size_t learn,
			 struct product *x, struct err *e)
{
	const struct the_case *c = m->c;
	*x = (struct product){ .m = m, .learned = MODEL_NOWHERE };
	if (add_common(a, x, e))
		return e->status;
	size_t *variables = arena_array(a, size_t, c->sources.n + 1); // [source]
	for (size_t s = 0; s < c->sources.n; s++)
		variables[s] = MODEL_NOWHERE;
	for (size_t i = 0; i < count->n; i++) {
		const struct report *r = &c->reports.at[count->kept[i].report];
		struct chain chain = { .n = 1, .vars = { c->questions.n + (size_t)r->fact.at } };
		for (each (via, &r->via)) {
			if (source_variable(a, x, (size_t)via->at, variables, e))
				return e->status;
			add_link(&chain, variables[via->at], (size_t)via->at);
		}
		size_t origin = r->from.id ? (size_t)r->from.at : MODEL_NOWHERE, variable;
		struct standing own = { m->n_places + count->kept[i].report, 2, MODEL_NOWHERE, 0, 0 };
		if (r->from.id ? source_variable(a, x, origin, variables, e) : add_standing(a, x, own, &variable, e))
			return e->status;
		add_link(&chain, r->from.id ? variables[origin] : variable, origin);
		if (add_report(a, x, &count->kept[i], &chain, e))
			return e->status;
	}
	if (learn != MODEL_NOWHERE) {
		x->learned = x->net.cells;
		if (net_evidence(a, &x->net, (size_t[]){ c->questions.n + learn }, 1, e))
			return e->status;
	}
	size_t *targets = arena_array(a, size_t, c->questions.n + 1);
	for (size_t q = 0; q < c->questions.n; q++)
		targets[q] = q;
	return infer_compile(a, &x->net, targets, c->questions.n, &x->engine, e);
}

double product_echo(const struct product *x, size_t says, const double *p)
{
	const struct says *s = &x->says.at[says];
	if (!s->echoes)
		return 0;
	if (x->m->echo[s->report] != MODEL_NOWHERE)
		return p[x->m->echo[s->report]];
	return x->m->c->reports.at[s->report].from.id ? 0 : echo_default;
}

void product_fill_reports(const struct product *x, const double *p, double *values)
{
	for (each (s, &x->standings)) {
		double sound = p[s->grade], rest = 1 - sound;
		values[s->at + SOUND] = sound;
		values[s->at + CARELESS] = s->states > 2 ? rest / 2 : rest;
		if (s->states > 2)
			values[s->at + PARTISAN] = rest / 2;
	}
	for (size_t k = 0; k < x->says.n; k++) {
		const struct says *s = &x->says.at[k];
		double says = p[x->m->holds[s->report]], e = product_echo(x, k, p), hears[CODES];
		hears[SAYS_TRUE] = says;
		hears[SAYS_FALSE] = 1 - says;
		hears[SAYS_NOTHING] = 0.5;
		hears[WANTS_YES] = says >= 0.5 ? heard : 1 - heard;
		hears[WANTS_NO] = says >= 0.5 ? 1 - heard : heard;
		for (int i = 0; i < CODES; i++)
			hears[i] = e + (1 - e) * hears[i];
		for (size_t i = 0; i < s->cells; i++)
			values[s->at + i] = hears[s->code[i]];
	}
	if (x->learned != MODEL_NOWHERE)
		values[x->learned] = values[x->learned + 1] = 1;
}

void product_fill(const struct product *x, const double *p, double *values)
{
	for (size_t v = 0; v < case_variables(x->m->c); v++)
		model_fill(&x->m->recipes[v], p, values + x->net.tables.at[v].at);
	product_fill_reports(x, p, values);
}

void product_mute(const struct product *x, size_t says, double *values)
{
	const struct says *s = &x->says.at[says];
	for (size_t i = 0; i < s->cells; i++)
		values[s->at + i] = 1;
}
