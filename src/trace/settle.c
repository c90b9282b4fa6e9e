// Tracing brings documents together for what stands in their texts; a person may know better. What ties the documents
// of one group is taken as a graph: edges, links that make relays and, where these do not reach a document, its tie to
// the origin. What was settled takes ties out of it and puts others in, and its components are the groups then: a
// document stays where something else ties it, and takes along what hangs on it alone.
#include "trace/settle.h"

#include "trace/forest.h"

#include "case/between.h"

struct ties {
	const struct settle *s;
	const size_t *was;  // [document] its group before
	size_t *up;         // [document, story not at hand] a forest; a tree's root is its earliest document
	bool *named;        // [document] something is settled of it
	bool cuts;          // else everything is tied as it was
	LIST(size_t) loose; // documents that no edge or link ties to their group, but through which others of it hang
};

static void tie(struct ties *x, size_t i, size_t j)
{
	size_t p = forest_root(x->up, i), q = forest_root(x->up, j);
	x->up[p < q ? q : p] = p < q ? p : q;
}

static bool is_of(const struct settled *s, size_t i, size_t j)
{
	return (s->a == i && s->b == j) || (s->a == j && s->b == i);
}

static bool apart(const struct settlements *of, size_t i, size_t j)
{
	for (each (s, of))
		if (s->is != BETWEEN_same && is_of(s, i, j))
			return true;
	return false;
}

static bool is_cut(const struct ties *x, size_t i, size_t j)
{
	size_t n = x->s->t->n;
	return x->cuts && i < n && j < n && x->named[i] && x->named[j] && apart(x->s->of, i, j);
}

// Whether a document names a story that is not at hand together with none but those that it is apart from, and is not
// the first of them.
static bool leaves(const struct ties *x, const struct chains_link *l)
{
	bool first = true;
	if (!x->cuts || !x->named[l->doc])
		return false;
	for (size_t k = 0; k < x->s->chains->links.n; k++) {
		const struct chains_link *o = &x->s->chains->links.at[k];
		if (!x->s->joins[k] || o->to != SIZE_MAX || o->ghost != l->ghost || o->doc == l->doc)
			continue;
		if (!is_cut(x, o->doc, l->doc))
			return false;
		first &= o->doc > l->doc;
	}
	return !first;
}

static void tie_all(struct ties *x)
{
	const struct settle *s = x->s;
	for (size_t i = 0; i < s->t->n + s->chains->ghosts.n; i++)
		x->up[i] = i;
	for (each (e, &s->t->edges))
		if (e->relation <= RELATION_update && x->was[e->child] == x->was[e->parent] &&
		    !is_cut(x, e->child, e->parent))
			tie(x, e->child, e->parent);
	for (size_t k = 0; k < s->chains->links.n; k++) {
		const struct chains_link *l = &s->chains->links.at[k];
		size_t to = l->to == SIZE_MAX ? s->t->n + l->ghost : l->to;
		if (!s->joins[k] || x->was[l->doc] != (l->to == SIZE_MAX ? to : x->was[to]))
			continue;
		if (l->to == SIZE_MAX ? !leaves(x, l) : !is_cut(x, l->doc, to))
			tie(x, l->doc, to);
	}
	for (each (i, &x->loose))
		if (!is_cut(x, *i, x->was[*i]))
			tie(x, *i, x->was[*i]);
}

void settle_groups(const struct settle *s, size_t *group)
{
	struct arena scratch = { 0 };
	size_t n = s->t->n, all = n + s->chains->ghosts.n;
	struct ties x = { .s = s, .was = group };
	if (!s->of->n)
		return;
	x.up = arena_array(&scratch, size_t, all + 1);
	x.named = arena_array(&scratch, bool, n + 1);
	for (each (p, s->of))
		x.named[p->a] = x.named[p->b] = true;
	tie_all(&x);
	for (size_t i = 0; i < n; i++)
		if (forest_root(x.up, i) != forest_root(x.up, group[i])) {
			list_push(&scratch, &x.loose, i);
			tie(&x, i, group[i]);
		}
	x.cuts = true;
	tie_all(&x);
	for (each (p, s->of))
		if (p->is == BETWEEN_same)
			tie(&x, p->a, p->b);
	size_t *origin = arena_array(&scratch, size_t, n + 1);
	for (size_t i = 0; i < n; i++) // a component's first document comes before all others of it
		origin[i] = forest_root(x.up, i) != i          ? origin[forest_root(x.up, i)]
			    : forest_root(x.up, group[i]) == i ? group[i]
							       : i;
	for (size_t i = 0; i < n; i++)
		group[i] = origin[i];
	arena_free(&scratch);
}

// Of the two the one that would rest on the other: the child of an edge between them, else the later.
static size_t later_of(const struct tracing *t, const struct settled *s)
{
	for (each (e, &t->edges))
		if (is_of(s, e->child, e->parent))
			return e->child;
	return s->a > s->b ? s->a : s->b;
}

void settle_standing(const struct settlements *of, const struct tracing *t, unsigned char *standing)
{
	for (each (s, of)) {
		size_t later = later_of(t, s), f = t->family[later];
		bool parted = t->family[s->a] != t->family[s->b] && t->families.at[f].origin == later;
		if (parted && s->is == BETWEEN_open)
			standing[f] = SETTLE_OPEN;
		else if (parted && s->is == BETWEEN_independent && standing[f] == SETTLE_NOTHING)
			standing[f] = SETTLE_SHOWN;
	}
}

static bool has_edge(const struct tracing *t, const struct settled *s)
{
	for (each (e, &t->edges))
		if (is_of(s, e->child, e->parent))
			return true;
	return false;
}

void settle_edges(struct arena *a, const struct settlements *of, const struct copies *c, struct tracing *t)
{
	size_t kept = 0;
	for (size_t i = 0; of->n && i < t->edges.n; i++)
		if (!apart(of, t->edges.at[i].child, t->edges.at[i].parent))
			t->edges.at[kept++] = t->edges.at[i];
	t->edges.n = of->n ? kept : t->edges.n;
	for (each (s, of)) {
		if (s->is != BETWEEN_same || has_edge(t, s))
			continue;
		size_t child = s->a > s->b ? s->a : s->b, parent = s->a + s->b - child;
		struct edge *e = list_add(a, &t->edges);
		*e = (struct edge){ .child = child, .parent = parent, .name = c->texts.at[parent].doc->outlet };
		e->relation = RELATION_shares_source;
		e->sure = 0.5;
		e->settled = true;
		e->why = s->why ? s->why : "An analyst found that they have one origin.";
	}
}
