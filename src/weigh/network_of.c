// A report is a table of the evidence where the case is weighed; here it is a variable of its own, said or silent.
#include "weigh/network_of.h"

#include "weigh/lane.h"

#include <stdlib.h>
#include <string.h>

struct export
{
	struct arena *arena;
	const struct whole *w;
	struct network *n;
	LIST(size_t) from;    // [table] where its numbers stand among those of the whole
	LIST(size_t) reports; // [variable less those of the whole] as in says
};

static const char *identifier(struct arena *a, const char *before, const char *id)
{
	char *name = arena_printf(a, "%s%s%s", before, *before || (*id >= 'a' && *id <= 'z') ? "" : "x", id);
	for (char *c = name; *c; c++)
		if (*c == '-')
			*c = '_';
	return name;
}

static int by_name(const void *a, const void *b)
{
	const char **const *x = a, **const *y = b;
	int d = strcmp(**x, **y);
	return d ? d : (*x > *y) - (*x < *y);
}

// Gives those that have a name already another one: '-' and '_' are the same here.
static void make_unique(struct arena *a, const char **names, size_t n)
{
	struct arena scratch = { 0 };
	const char ***at = arena_array(&scratch, const char **, n + 1);
	for (bool again = true; again;) {
		again = false;
		for (size_t i = 0; i < n; i++)
			at[i] = &names[i];
		qsort(at, n, sizeof *at, by_name);
		for (size_t i = n; i-- > 1;)
			if (!strcmp(*at[i], *at[i - 1])) {
				*at[i] = arena_printf(a, "%s_%zu", *at[i], (size_t)(at[i] - names));
				again = true;
			}
	}
	arena_free(&scratch);
}

static const char **states_of(struct arena *a, const struct the_case *c, size_t variable)
{
	size_t n = case_states(c, variable);
	const char **states = arena_array(a, const char *, n);
	for (size_t s = 0; s < n; s++)
		states[s] = identifier(a, "", case_state_name(c, variable, s));
	make_unique(a, states, n);
	return states;
}

static void name_all(struct export *x)
{
	static const char *standings[] = { "sound", "careless", "partisan" }, *said[] = { "said", "silent" };
	const struct the_case *c = x->w->m->c;
	struct arena *a = x->arena;
	size_t n = x->n->net.states.n, whole = x->w->product.net.states.n;
	x->n->names = arena_array(a, const char *, n + 1);
	x->n->states = arena_array(a, const char **, n + 1);
	for (size_t v = 0; v < case_variables(c); v++) {
		x->n->names[v] = identifier(a, "", case_variable_id(c, v));
		x->n->states[v] = states_of(a, c, v);
	}
	for (each (s, &x->w->product.standings)) {
		bool named = s->source != MODEL_NOWHERE;
		size_t report = s->grade - x->w->m->n_places; // an untraceable origin's grade: see struct model
		x->n->names[s->variable] = identifier(a, named ? "source_" : "origin_of_",
						      named ? c->sources.at[s->source].id : c->reports.at[report].id);
		x->n->states[s->variable] = standings;
	}
	for (size_t v = whole; v < n; v++) {
		x->n->names[v] = identifier(a, "report_", c->reports.at[x->reports.at[v - whole]].id);
		x->n->states[v] = said;
	}
	make_unique(a, x->n->names, n);
}

// The table whose child a variable is, in the whole.
static const struct net_table **tables_of(struct arena *a, const struct net *n)
{
	const struct net_table **of = arena_array(a, const struct net_table *, n->states.n + 1);
	for (each (t, &n->tables))
		if (t->chance)
			of[t->vars[t->n - 1]] = t;
	return of;
}

static enum status add_variables(struct export *x, struct err *e)
{
	const struct net *from = &x->w->product.net;
	const struct net_table **of = tables_of(x->arena, from);
	struct net *to = &x->n->net;
	for (each (states, &from->states))
		net_variable(x->arena, to, *states);
	for (size_t v = 0; v < from->states.n; v++) {
		if (net_chance(x->arena, to, v, of[v]->vars, of[v]->n - 1, e))
			return e->status;
		list_push(x->arena, &x->from, of[v]->at);
	}
	return STATUS_OK;
}

static enum status add_reports(struct export *x, struct err *e)
{
	const struct product *p = &x->w->product;
	for (size_t i = 0; i < x->w->count.n; i++) {
		size_t report = x->w->count.kept[i], says = p->says_of[report];
		const struct net_table *t = &p->net.tables.at[p->table_of[says]];
		size_t v = net_variable(x->arena, &x->n->net, 2);
		if (net_chance(x->arena, &x->n->net, v, t->vars, t->n, e))
			return err_within(e, "reports.%s", x->w->m->c->reports.at[report].id);
		list_push(x->arena, &x->from, t->at);
		list_push(x->arena, &x->reports, report);
		list_push(x->arena, &x->n->findings, ((struct network_finding){ v, 0 }));
	}
	return STATUS_OK;
}

static void fill(struct export *x)
{
	const struct net *net = &x->n->net;
	x->n->values = arena_array(x->arena, double, net->cells + 1);
	for (size_t t = 0; t < net->tables.n; t++) {
		const double *from = x->w->values + x->from.at[t];
		double *to = x->n->values + net->tables.at[t].at;
		for (size_t i = 0; i < net->tables.at[t].cells; i++)
			to[i] = t < x->w->product.net.states.n ? from[i] : i % 2 ? 1 - from[i / 2] : from[i / 2];
	}
}

enum status network_of_case(struct arena *a, const struct the_case *c, struct network *n, struct err *e)
{
	struct model m;
	struct whole w = { 0 };
	struct export x = { .arena = a, .w = &w, .n = n };
	bool possible;
	*n = (struct network){ 0 };
	if (!case_variables(c))
		return err_set(e, STATUS_BAD_INPUT, "the case has no question and no fact that a network could be of");
	enum status s = model_make(a, c, &m, e);
	s = s ? s : lane_whole(a, &m, model_centres(a, &m, model_beliefs(a, &m, NULL)), NULL, &w, &possible, e);
	s = s ? s : add_variables(&x, e);
	s = s ? s : add_reports(&x, e);
	if (!s) {
		name_all(&x);
		fill(&x);
	}
	lane_done(&w);
	return s;
}
