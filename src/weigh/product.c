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

static enum status add_report(struct arena *a, struct product *x, size_t report, const struct chain *c, struct err *e)
{
	const struct report *r = &x->m->c->reports.at[report];
	struct says s = { .at = x->net.cells };
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
	x->says_of[report] = x->says.n;
	x->table_of[x->says.n] = (uint32_t)x->net.tables.n - 1;
	list_push(a, &s.reports, report);
	list_push(a, &x->says, s);
	return STATUS_OK;
}

static enum status source_variable(struct arena *a, struct product *x, size_t source, size_t *variables, struct err *e)
{
	bool interested = x->m->c->sources.at[source].interests.n > 0;
	struct standing s = { .grade = x->m->grade[source], .states = interested ? 3 : 2, .source = source };
	return variables[source] == MODEL_NOWHERE ? add_standing(a, x, s, &variables[source], e) : STATUS_OK;
}

static bool same_way(const struct report *r, const struct report *s)
{
	if (r->via.n != s->via.n)
		return false;
	for (size_t i = 0; i < r->via.n; i++)
		if (r->via.at[i].at != s->via.at[i].at)
			return false;
	return true;
}

// The table of a report of the same fact, from the same named origin, by the same chain; NULL: there is none yet.
static struct says *find_says(struct product *x, size_t report)
{
	const struct count_base *b = &x->m->count;
	const struct report *r = &x->m->c->reports.at[report];
	for (size_t k = 0; r->from.id && k < x->says.n; k++) {
		size_t other = x->says.at[k].reports.at[0];
		if (b->group[other] == b->group[report] && same_way(r, &x->m->c->reports.at[other]))
			return &x->says.at[k];
	}
	return NULL;
}

static enum status add_chain(struct arena *a, struct product *x, size_t report, size_t *variables, struct err *e)
{
	const struct the_case *c = x->m->c;
	const struct report *r = &c->reports.at[report];
	struct chain chain = { .n = 1, .vars = { c->questions.n + (size_t)r->fact.at } };
	for (each (via, &r->via)) {
		if (source_variable(a, x, (size_t)via->at, variables, e))
			return e->status;
		add_link(&chain, variables[via->at], (size_t)via->at);
	}
	size_t origin = r->from.id ? (size_t)r->from.at : MODEL_NOWHERE, variable;
	struct standing own = { x->m->n_places + report, 2, MODEL_NOWHERE, 0, 0 };
	if (r->from.id ? source_variable(a, x, origin, variables, e) : add_standing(a, x, own, &variable, e))
		return e->status;
	add_link(&chain, r->from.id ? variables[origin] : variable, origin);
	return add_report(a, x, report, &chain, e);
}

static enum status add_reports(struct arena *a, struct product *x, const bool *tables, struct err *e)
{
	const struct the_case *c = x->m->c;
	size_t *variables = arena_array(a, size_t, c->sources.n + 1); // [source]
	for (size_t s = 0; s < c->sources.n; s++)
		variables[s] = MODEL_NOWHERE;
	x->says_of = arena_array(a, size_t, c->reports.n + 1);
	x->table_of = arena_array(a, uint32_t, c->reports.n + 1);
	for (size_t r = 0; r < c->reports.n; r++)
		x->says_of[r] = MODEL_NOWHERE;
	for (size_t i = 0; i < c->reports.n; i++) {
		size_t r = x->m->count.order[i];
		struct says *shared = tables[r] ? find_says(x, r) : NULL;
		if (shared) {
			list_push(a, &shared->reports, r);
			x->says_of[r] = (size_t)(shared - x->says.at);
		} else if (tables[r] && add_chain(a, x, r, variables, e)) {
			return e->status;
		}
	}
	return STATUS_OK;
}

static bool same_net(const struct net *x, const struct net *y)
{
	if (x->states.n != y->states.n || x->tables.n != y->tables.n)
		return false;
	if (x->states.n && memcmp(x->states.at, y->states.at, x->states.n * sizeof *x->states.at) != 0)
		return false;
	for (size_t t = 0; t < x->tables.n; t++) {
		const struct net_table *v = &x->tables.at[t], *w = &y->tables.at[t];
		if (v->chance != w->chance || v->n != w->n || memcmp(v->vars, w->vars, v->n * sizeof *v->vars) != 0)
			return false;
	}
	return true;
}

// The question with the most hypotheses is summed out last: what is asked for is near the end then.
static size_t most_hypotheses(const struct the_case *c)
{
	size_t most = 0;
	for (size_t q = 1; q < c->questions.n; q++)
		if (c->questions.at[q].hyps.n > c->questions.at[most].hyps.n)
			most = q;
	return c->questions.n ? most : PLAN_NONE;
}

static enum status compile(struct arena *a, struct product *x, const struct net *net, struct err *e)
{
	const struct the_case *c = x->m->c;
	bool *questions = arena_array(a, bool, net->states.n + 1), *all = arena_array(a, bool, net->tables.n + 1);
	for (size_t q = 0; q < c->questions.n; q++)
		questions[q] = true;
	for (size_t t = 0; t < net->tables.n; t++)
		all[t] = true;
	struct plan_ask ask = { .marginals = questions, .varies = all, .target = most_hypotheses(c), .together = true };
	return plan_make(a, net, &ask, &x->plan, e);
}

static void copy_net(struct arena *a, const struct net *from, struct net *to)
{
	*to = (struct net){ .cells = from->cells };
	for (each (s, &from->states))
		list_push(a, &to->states, *s);
	for (each (t, &from->tables)) {
		size_t *vars = arena_array(a, size_t, t->n + 1);
		struct net_table copy = *t;
		memcpy(vars, t->vars, t->n * sizeof *vars);
		copy.vars = vars;
		list_push(a, &to->tables, copy);
	}
}

static enum status find_plan(struct arena *a, struct product *x, struct product_cache *cache, struct err *e)
{
	if (!cache)
		return compile(a, x, &x->net, e);
	for (each (made, &cache->made))
		if (same_net(&(*made)->net, &x->net) && (*made)->questions == x->m->c->questions.n) {
			x->made = *made;
			x->plan = x->made->plan;
			return STATUS_OK;
		}
	struct product_made *made = arena_new(&cache->arena, struct product_made);
	copy_net(&cache->arena, &x->net, &made->net);
	if (compile(&cache->arena, x, &made->net, e))
		return e->status;
	made->plan = x->plan;
	made->questions = x->m->c->questions.n;
	made->facets = arena_array(&cache->arena, struct plan *, made->questions + 1);
	made->memory = arena_array(&cache->arena, struct arena, made->questions + 1);
	x->made = made;
	list_push(&cache->arena, &cache->made, made);
	return STATUS_OK;
}

void product_forget(struct product_cache *cache)
{
	for (each (made, &cache->made))
		for (size_t q = 0; q < (*made)->questions; q++)
			arena_free(&(*made)->memory[q]);
	arena_free(&cache->arena);
	*cache = (struct product_cache){ 0 };
}

// Where each number goes.
static void find_places(struct arena *a, struct product *x)
{
	x->place = arena_array(a, uint32_t, x->net.cells + 1);
	for (uint32_t t = 0; t < x->net.tables.n; t++)
		plan_places_of(x->plan, t, x->place + x->net.tables.at[t].at);
}

enum status product_make(struct arena *a, const struct model *m, const bool *tables, struct product_cache *cache,
			 struct product *x, struct err *e)
{
	*x = (struct product){ .m = m };
	if (add_common(a, x, e) || add_reports(a, x, tables, e) || find_plan(a, x, cache, e))
		return e->status;
	find_places(a, x);
	return STATUS_OK;
}

bool product_covers(const struct product *x, const struct count *count)
{
	for (size_t i = 0; i < count->n; i++)
		if (x->says_of[count->kept[i]] == MODEL_NOWHERE)
			return false;
	return true;
}

double product_echo(const struct model *m, size_t report, unsigned char fate, const double *p)
{
	if (fate == COUNT_OUT || fate == COUNT_IN)
		return 0;
	if (fate == COUNT_SAME)
		return 1;
	if (fate == COUNT_ECHO && m->echo[report] != MODEL_NOWHERE)
		return p[m->echo[report]];
	return m->c->reports.at[report].from.id ? 0 : echo_default;
}

void product_fill_says(const struct product *x, size_t says, const unsigned char *fate, const double *p, double *values)
{
	const struct says *s = &x->says.at[says];
	size_t report = MODEL_NOWHERE;
	for (each (r, &s->reports))
		report = fate[*r] != COUNT_OUT ? *r : report;
	if (report == MODEL_NOWHERE) {
		for (size_t i = 0; i < s->cells; i++)
			values[i] = 1;
		return;
	}
	double said = p[x->m->holds[report]], hears[CODES];
	double e = product_echo(x->m, report, fate[report], p);
	hears[SAYS_TRUE] = said;
	hears[SAYS_FALSE] = 1 - said;
	hears[SAYS_NOTHING] = 0.5;
	hears[WANTS_YES] = said >= 0.5 ? heard : 1 - heard;
	hears[WANTS_NO] = said >= 0.5 ? 1 - heard : heard;
	for (int i = 0; i < CODES; i++)
		hears[i] = e + (1 - e) * hears[i];
	for (size_t i = 0; i < s->cells; i++)
		values[i] = hears[s->code[i]];
}

void product_fill_standing(const struct standing *s, const double *p, double *values)
{
	double sound = p[s->grade], rest = 1 - sound;
	values[SOUND] = sound;
	values[CARELESS] = s->states > 2 ? rest / 2 : rest;
	if (s->states > 2)
		values[PARTISAN] = rest / 2;
}

void product_fill(const struct product *x, const double *p, const unsigned char *fate, double *values)
{
	for (size_t v = 0; v < case_variables(x->m->c); v++)
		model_fill(&x->m->recipes[v], p, values + x->net.tables.at[v].at);
	for (each (s, &x->standings))
		product_fill_standing(s, p, values + s->at);
	for (size_t k = 0; k < x->says.n; k++)
		product_fill_says(x, k, fate, p, values + x->says.at[k].at);
}
