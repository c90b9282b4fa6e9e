// The network engine against plain enumeration, at its edges, and on published networks of the development data.
#include "infer.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/rng.h"
#include "case/yaml.h"
#include "test/published.h"
#include "test/tap.h"

enum { NETS = 60, MOST_VARS = 8 };

static struct arena arena;
static struct err err;

// --- random networks ---

struct random_net {
	struct net net;
	double *values;
	size_t vars;
};

// A random network with chances, some evidence and some zeros; every number from its own place in the stream.
static struct random_net make_net(uint64_t seed)
{
	struct random_net r = { 0 };
	uint64_t at = 0;
	r.vars = 1 + rng_bits(seed, 0, at++) % MOST_VARS;
	for (size_t v = 0; v < r.vars; v++) {
		size_t parents[MOST_VARS], n = 0;
		net_variable(&arena, &r.net, 1 + rng_bits(seed, 0, at++) % 4);
		for (size_t u = 0; u < v && n < 3; u++)
			if (rng_bits(seed, 0, at++) % 3 == 0)
				parents[n++] = u;
		if (net_chance(&arena, &r.net, v, parents, n, &err))
			abort();
	}
	for (size_t i = 0; i < rng_bits(seed, 0, 999) % 5; i++) {
		size_t u = rng_bits(seed, 1, at++) % r.vars, v = rng_bits(seed, 1, at++) % r.vars;
		if (net_evidence(&arena, &r.net, (size_t[]){ u, v }, u == v ? 1 : 2, &err))
			abort();
	}
	r.values = arena_array(&arena, double, r.net.cells);
	for (each (t, &r.net.tables)) {
		size_t states = t->chance ? r.net.states.at[t->vars[t->n - 1]] : 1;
		for (size_t i = 0; i < t->cells; i += states) {
			double sum = 0;
			for (size_t k = 0; k < states; k++)
				sum += r.values[t->at + i + k] = rng_uniform(seed, 2, t->at + i + k);
			for (size_t k = 0; k < states; k++)
				r.values[t->at + i + k] /= t->chance ? sum : 1;
			if (!t->chance && rng_bits(seed, 3, t->at + i) % 6 == 0)
				r.values[t->at + i] = 0;
		}
	}
	return r;
}

static double product_of(const struct random_net *r, const size_t *state)
{
	double p = 1;
	for (each (t, &r->net.tables)) {
		size_t at = 0;
		for (size_t i = 0; i < t->n; i++)
			at = at * r->net.states.at[t->vars[i]] + state[t->vars[i]];
		p *= r->values[t->at + at];
	}
	return p;
}

// out[variable][state] and the probability of the evidence, by summing over all states.
static double enumerate(const struct random_net *r, double (*out)[4])
{
	size_t state[MOST_VARS] = { 0 }, v;
	double all = 0;
	memset(out, 0, MOST_VARS * sizeof *out);
	do {
		double p = product_of(r, state);
		all += p;
		for (v = 0; v < r->vars; v++)
			out[v][state[v]] += p;
		for (v = 0; v < r->vars && ++state[v] == r->net.states.at[v]; v++)
			state[v] = 0;
	} while (v < r->vars);
	return all;
}

// The largest difference of a marginal of the targets whose bit is set; 1 where only one of the two finds the evidence
// impossible, or log P(e) differs.
static double differs(const struct random_net *r, unsigned targets)
{
	size_t list[MOST_VARS], n = 0;
	double truth[MOST_VARS][4], worst = 0, p = enumerate(r, truth);
	struct infer *f;
	for (size_t v = 0; v < r->vars; v++)
		if (targets >> v & 1)
			list[n++] = v;
	if (infer_compile(&arena, &r->net, list, n, &f, &err))
		return 1;
	struct infer_work *w = infer_work(&arena, f);
	if (infer_run(f, r->values, w) != (p > 0))
		return 1;
	if (p > 0 && fabs(w->log_p - log(p)) > 1e-11)
		return 1;
	for (size_t t = 0; p > 0 && t < n; t++)
		for (size_t k = 0; k < r->net.states.at[list[t]]; k++)
			worst = fmax(worst, fabs(w->belief[t][k] - truth[list[t]][k] / p));
	return worst;
}

static void random_nets(void)
{
	for (uint64_t seed = 0; seed < NETS; seed++) {
		struct random_net r = make_net(seed);
		double all = differs(&r, ~0u), some = differs(&r, 1u << seed % r.vars), none = differs(&r, 0);
		ok(all < 1e-12 && some < 1e-12 && none < 1e-12,
		   "random network %d agrees with enumeration for all, one and no targets", (int)seed);
	}
}

// --- edges ---

static void thousands(void)
{
	enum { REPORTS = 5000 };
	struct net n = { 0 };
	struct infer *f;
	size_t fact = net_variable(&arena, &n, 2);
	ok(!net_chance(&arena, &n, fact, NULL, 0, &err), "a fact");
	for (int i = 0; i < REPORTS; i++)
		if (net_evidence(&arena, &n, &fact, 1, &err))
			abort();
	double *values = arena_array(&arena, double, n.cells);
	values[0] = values[1] = 0.5;
	for (int i = 0; i < REPORTS; i++) {
		values[2 + 2 * i] = 1e-3;
		values[3 + 2 * i] = i ? 1e-3 : 3e-3;
	}
	ok(!infer_compile(&arena, &n, &fact, 1, &f, &err), "thousands of findings compile");
	struct infer_work *w = infer_work(&arena, f);
	ok(infer_run(f, values, w), "thousands of findings do not underflow");
	is_near(w->belief[0][0], 0.25, 1e-12, "their product is right");
	is_near(w->log_p, REPORTS * log(1e-3) + log(2), 1e-6, "and so is its logarithm");
}

static void edges(void)
{
	struct net n = { 0 };
	struct infer *f;
	size_t lone = net_variable(&arena, &n, 3), seen = net_variable(&arena, &n, 2);
	ok(!net_chance(&arena, &n, seen, NULL, 0, &err) && !net_evidence(&arena, &n, &seen, 1, &err) &&
	       !infer_compile(&arena, &n, &lone, 1, &f, &err),
	   "a variable that no table mentions compiles");
	struct infer_work *w = infer_work(&arena, f);
	ok(infer_run(f, (double[]){ 0.25, 0.75, 1, 0 }, w), "and answers");
	is_near(w->belief[0][2], 1.0 / 3, 1e-15, "it is uniform");
	is_near(w->log_p, log(3 * 0.25), 1e-15, "beside it the evidence counts, once for each of its states");
	ok(!infer_run(f, (double[]){ 0, 1, 1, 0 }, w), "impossible evidence is said to be");
	ok(infer_run(f, (double[]){ 0.5, 0.5, 1, 1 }, w), "and the same work answers again");

	struct net wide = { 0 };
	size_t vars[LIMIT_PARENTS + 30];
	for (size_t i = 0; i < LIMIT_PARENTS + 30; i++) {
		vars[i] = net_variable(&arena, &wide, 4);
		if (i && net_evidence(&arena, &wide, (size_t[]){ vars[0], vars[i] }, 2, &err))
			abort();
	}
	ok(!infer_compile(&arena, &wide, NULL, 0, &f, &err), "a star of many is cheap");
	for (size_t i = 1; i < LIMIT_PARENTS + 30; i++)
		for (size_t k = 1; k < i; k++)
			if (net_evidence(&arena, &wide, (size_t[]){ vars[i], vars[k] }, 2, &err))
				abort();
	is_int(infer_compile(&arena, &wide, NULL, 0, &f, &err), STATUS_LIMIT, "all tied to all exceeds the limit");
	ok(strstr(err.text, "TABLE") != NULL, "which is named");
	is_int(net_evidence(&arena, &wide, vars, 20, &err), STATUS_LIMIT, "as does a single table");
}

// --- published networks ---

static size_t index_of(const struct node *list, const char *key, const char *name)
{
	size_t i = 0;
	for (node_each (x, list)) {
		if (!strcmp(key ? node_get_text(x, key) : x->text, name))
			return i;
		i++;
	}
	fprintf(stderr, "no %s\n", name);
	abort();
}

static void set_evidence(double *at, size_t states, size_t state)
{
	for (size_t i = 0; i < states; i++)
		at[i] = i == state || state == SIZE_MAX;
}

static bool near_expected(const struct node *query, const struct node *states, const double *belief)
{
	bool good = true;
	for (node_each (x, node_get(query, "expect"))) {
		double got = belief[index_of(states, NULL, x->key)], tol = node_get_number(query, "tol", 0);
		good = good && fabs(got - x->number) <= tol;
		if (!good)
			printf("# %s: got %.10g, want %.10g\n", x->key, got, x->number);
	}
	return good;
}

// Every variable gets evidence of its own, which says nothing until it is set.
static void bayes_net(const char *id, const struct node *nodes, const struct node *queries)
{
	struct net n = { 0 };
	size_t *targets = arena_array(&arena, size_t, nodes->n), *given = arena_array(&arena, size_t, nodes->n), v = 0;
	struct infer *f;
	for (node_each (x, nodes))
		targets[net_variable(&arena, &n, node_get(x, "states")->n)] = v++;
	v = 0;
	for (node_each (x, nodes)) {
		size_t parents[8], k = 0;
		for (node_each (p, node_get(x, "parents")))
			parents[k++] = index_of(nodes, "name", p->text);
		if (net_chance(&arena, &n, v, parents, k, &err))
			abort();
		given[v] = n.cells;
		if (net_evidence(&arena, &n, &v, 1, &err))
			abort();
		v++;
	}
	double *values = arena_array(&arena, double, n.cells), *at = values;
	v = 0;
	for (node_each (x, nodes)) {
		for (node_each (row, node_get(x, "cpt")))
			for (node_each (p, row))
				*at++ = p->number;
		at += n.states.at[v++];
	}
	ok(!infer_compile(&arena, &n, targets, nodes->n, &f, &err), "%s compiles", id);
	struct infer_work *w = infer_work(&arena, f);
	for (node_each (query, queries)) {
		size_t target = index_of(nodes, "name", node_get_text(query, "target"));
		const struct node *states = NULL;
		v = 0;
		for (node_each (x, nodes)) {
			const char *state = node_get_text(node_get(query, "given"), node_get_text(x, "name"));
			states = v == target ? node_get(x, "states") : states;
			set_evidence(values + given[v], n.states.at[v],
				     state ? index_of(node_get(x, "states"), NULL, state) : SIZE_MAX);
			v++;
		}
		ok(infer_run(f, values, w) && near_expected(query, states, w->belief[target]), "%s: %s", id,
		   node_get_text(query, "target"));
	}
}

static void bayes_update(const char *id, const struct node *variant)
{
	const struct node *hyps = node_get(variant, "hypotheses"), *items = node_get(variant, "evidence");
	struct node *names = node_list(&arena);
	struct net n = { 0 };
	struct infer *f;
	size_t target = net_variable(&arena, &n, hyps->n);
	double sum = 0;
	if (net_chance(&arena, &n, target, NULL, 0, &err))
		abort();
	for (size_t i = 0; i < items->n; i++)
		if (net_evidence(&arena, &n, &target, 1, &err))
			abort();
	double *values = arena_array(&arena, double, n.cells), *at = values;
	for (node_each (h, hyps)) {
		node_add(names, node_text(&arena, h->key));
		sum += *at++ = h->number;
	}
	for (size_t i = 0; i < hyps->n; i++)
		values[i] /= sum;
	ok(!infer_compile(&arena, &n, &target, 1, &f, &err), "%s compiles", id);
	struct infer_work *w = infer_work(&arena, f);
	for (node_each (query, node_get(variant, "queries"))) {
		double *table = values + hyps->n;
		for (node_each (item, items)) {
			bool used = false;
			for (node_each (u, node_get(query, "use")))
				used |= !strcmp(u->text, item->key);
			for (node_each (h, hyps))
				*table++ = used ? node_get_number(item, h->key, -1) : 1;
		}
		ok(infer_run(f, values, w) && near_expected(query, names, w->belief[0]), "%s: an update", id);
	}
}

static void published(void)
{
	struct node *list = published_cases(&arena, "published networks");
	if (!list)
		return;
	for (node_each (x, list)) {
		const char *kind = node_get_text(x, "kind"), *id = node_get_text(x, "id");
		if (!strcmp(kind, "bayes_net"))
			bayes_net(id, node_get(x, "nodes"), node_get(x, "queries"));
		if (!strcmp(kind, "bayes_update"))
			for (node_each (variant, node_get(x, "variants")))
				bayes_update(id, variant);
	}
}

int main(void)
{
	random_nets();
	thousands();
	edges();
	published();
	arena_free(&arena);
	return done();
}
