// Documents -> copies, chains and origins. What counts as one origin depends on the level: the same text; the same
// report, which joins what only relays another report and what one agency updates; or strictly whatever rests on a
// report counted.
#include "trace/trace.h"

#include "trace/chains.h"
#include "trace/corpus.h"
#include "trace/cited.h"
#include "trace/direction.h"
#include "trace/forest.h"
#include "trace/lineage.h"
#include "trace/settle.h"

#include <stdlib.h>

enum { FACTUAL = 40 }; // bytes of a paragraph that says something

static const double relay_share = 0.6; // of a text's words that cite one story: it has nothing of its own

// Groups of documents that count as one origin: a forest over documents and ghosts, joined only by edges of trust.
struct groups {
	size_t *up; // [document or n + ghost]
	size_t n;
	size_t *of; // [document] its group
};

// The second's group comes to stand behind the first's.
static void group_behind(struct groups *g, size_t first, size_t second)
{
	size_t p = forest_root(g->up, first), q = forest_root(g->up, second);
	if (p != q)
		g->up[q] = p;
}

static bool cites_in(const struct document *d, span at)
{
	for (each (c, &d->citations))
		if (at.from <= c->at.from && c->at.from < at.to && chains_names_other(d, c))
			return true;
	return false;
}

// Whether every paragraph that says something says whom it has it from.
static bool all_cited(const struct document *d)
{
	for (each (p, &d->paragraphs))
		if (span_len(*p) >= FACTUAL && !cited_filler(d, *p) && !cites_in(d, *p))
			return false;
	return d->paragraphs.n;
}

// Whether a link makes its document a mere relay at this level.
static bool link_joins(const struct copies *c, const struct chains_link *l, enum trace_level level)
{
	if (level == TRACE_TEXT)
		return false;
	const struct document *d = c->texts.at[l->doc].doc;
	if (level == TRACE_STRICT && all_cited(d))
		return true;
	return l->share >= relay_share;
}

static void groups_link(struct groups *g, const struct copies *c, const struct chains *chains, const struct tracing *t,
			enum trace_level level)
{
	// Updates first: after a relay, they would take along whatever it relays, and all others that relay the same.
	for (each (e, &t->edges))
		if (e->relation == RELATION_update && level != TRACE_TEXT)
			group_behind(g, t->root[e->parent], t->root[e->child]);
	for (int absent = 0; absent < 2; absent++) // a story at hand comes before one that is not
		for (each (l, &chains->links)) {
			size_t root = t->root[l->doc];
			if ((l->to == SIZE_MAX) != absent || !link_joins(c, l, level) ||
			    forest_root(g->up, root) != root)
				continue; // it has an origin already; the first story it relays is the one
			size_t to = l->to == SIZE_MAX ? g->n + l->ghost : t->root[l->to];
			group_behind(g, to, root);
		}
}

// Makes the groups of a level, and counts those that have a document.
static size_t groups_count(struct arena *a, const struct copies *c, const struct chains *chains,
			   const struct tracing *t, enum trace_level level, const struct settlements *settled,
			   struct groups *g)
{
	size_t all = t->n + chains->ghosts.n, count = 0;
	bool *met = arena_array(a, bool, all + 1), *joins = arena_array(a, bool, chains->links.n + 1);
	*g = (struct groups){ arena_array(a, size_t, all + 1), t->n, arena_array(a, size_t, t->n + 1) };
	for (size_t i = 0; i < all; i++)
		g->up[i] = i;
	groups_link(g, c, chains, t, level);
	for (size_t i = 0; i < t->n; i++)
		g->of[i] = forest_root(g->up, t->root[i]);
	for (size_t k = 0; k < chains->links.n && settled->n; k++)
		joins[k] = link_joins(c, &chains->links.at[k], level);
	settle_groups(&(struct settle){ t, chains, joins, settled }, g->of);
	for (size_t i = 0; i < t->n; i++) {
		count += !met[g->of[i]];
		met[g->of[i]] = true;
	}
	return count;
}

// Rests on unnamed sources only: somebody unnamed is cited, nobody else is, and nothing is said by anyone with a name.
// Where statements were not read, nothing can be said of it.
static bool unnamed_only(const struct document *d)
{
	bool unnamed = false;
	if (!d->statements.n)
		return false;
	for (each (c, &d->citations)) {
		if (c->kind != CITATION_CREDIT && c->kind != CITATION_UNNAMED)
			return false;
		unnamed |= c->kind == CITATION_UNNAMED;
	}
	for (each (s, &d->statements))
		if (!s->speaker.kind || !slice_is(slice_of(s->speaker.kind), "anonymous"))
			return false;
	return unnamed;
}

static void family_add(struct arena *a, struct tracing *t, size_t doc, size_t *of_group, size_t group)
{
	if (of_group[group] == SIZE_MAX) {
		of_group[group] = t->families.n;
		struct family *f = list_add(a, &t->families);
		f->id = arena_printf(a, "f%zu", t->families.n);
		f->origin = SIZE_MAX;
	}
	t->family[doc] = of_group[group];
	list_push(a, &t->families.at[of_group[group]].members, doc);
}

// The outlet an origin's text comes from: the agency that it credits, else its own.
static const char *origin_name(const struct document *d)
{
	const char *credit = direction_credit(d);
	return credit ? credit : d->outlet;
}

// Families in the order of their first document, the origin first in each.
static void families_make(struct arena *a, struct groups *g, const struct copies *c, const struct chains *chains,
			  struct tracing *t)
{
	size_t *of_group = arena_array(a, size_t, g->n + chains->ghosts.n + 1);
	for (size_t i = 0; i < g->n + chains->ghosts.n; i++)
		of_group[i] = SIZE_MAX;
	for (size_t i = 0; i < g->n; i++)
		family_add(a, t, i, of_group, g->of[i]);
	for (size_t i = 0; i < g->n + chains->ghosts.n; i++) {
		if (of_group[i] == SIZE_MAX)
			continue;
		struct family *f = &t->families.at[of_group[i]];
		f->origin = i < g->n ? i : SIZE_MAX;
		f->origin_name = i < g->n ? origin_name(c->texts.at[i].doc) : chains->ghosts.at[i - g->n].name;
		for (size_t k = 1; k < f->members.n; k++)
			if (f->members.at[k] == f->origin) {
				for (; k; k--)
					f->members.at[k] = f->members.at[k - 1];
				f->members.at[0] = f->origin;
				break;
			}
	}
}

// The one of a family that stands for it where its origin is not at hand: the earliest.
static size_t family_first(const struct family *f, const struct copies *c)
{
	size_t first = f->members.at[0];
	for (each (m, &f->members))
		if (date_compare(c->texts.at[*m].doc->published, c->texts.at[first].doc->published) < 0)
			first = *m;
	return first;
}

// Whether nothing stands behind a family that could be counted. Where a person found that its origin is independent of
// another, that was shown; where that was left open, it was not.
static bool family_lost(const struct copies *c, enum trace_level level, const struct family *f, unsigned char standing)
{
	if (f->origin == SIZE_MAX || standing == SETTLE_OPEN)
		return true;
	return standing != SETTLE_SHOWN && level != TRACE_TEXT && unnamed_only(c->texts.at[f->origin].doc);
}

static void tally_count(const struct copies *c, enum trace_level level, const unsigned char *standing,
			struct tracing *t)
{
	t->tally.documents = c->texts.n;
	for (each (f, &t->families)) {
		size_t root = f->origin == SIZE_MAX ? family_first(f, c) : f->origin;
		f->untraceable = family_lost(c, level, f, standing[f - t->families.at]);
		for (each (m, &f->members))
			t->root[*m] = root;
		t->tally.echoes += f->members.n - 1;
		t->tally.untraceable += f->untraceable;
		t->tally.origins += !f->untraceable;
	}
}

static int by_child(const void *x, const void *y)
{
	const struct edge *a = x, *b = y;
	if (a->child != b->child)
		return a->child < b->child ? -1 : 1;
	if (a->parent != b->parent)
		return a->parent < b->parent ? -1 : 1;
	if (a->relation != b->relation)
		return a->relation < b->relation ? -1 : 1;
	uint32_t p = a->spans.n ? a->spans.at[0].from : 0, q = b->spans.n ? b->spans.at[0].from : 0;
	return (p > q) - (p < q);
}

// From places in the order of time to those of the documents as they were given.
static void give_back(const struct corpus *c, struct tracing *t)
{
	struct arena scratch = { 0 };
	size_t *root = arena_array(&scratch, size_t, c->n + 1), *family = arena_array(&scratch, size_t, c->n + 1);
	for (size_t i = 0; i < c->n; i++) {
		root[i] = t->root[i];
		family[i] = t->family[i];
	}
	for (size_t i = 0; i < c->n; i++) {
		t->root[c->given[i]] = c->given[root[i]];
		t->family[c->given[i]] = family[i];
	}
	arena_free(&scratch);
	for (each (e, &t->edges)) {
		e->child = c->given[e->child];
		e->parent = e->parent == SIZE_MAX ? SIZE_MAX : c->given[e->parent];
	}
	for (each (f, &t->families)) {
		f->origin = f->origin == SIZE_MAX ? SIZE_MAX : c->given[f->origin];
		for (each (m, &f->members))
			*m = c->given[*m];
	}
	if (t->edges.n)
		qsort(t->edges.at, t->edges.n, sizeof *t->edges.at, by_child);
}

// --- the whole ---

struct trace {
	struct arena mem;
	struct corpus corpus;
	struct chains chains;
	struct tracing found; // edges and roots, before anything is counted
	enum trace_level level;
};

struct trace *trace_open(struct arena *a, const struct document *const *docs, size_t n, const struct trace_options *o)
{
	struct trace *x = arena_new(a, struct trace);
	x->level = o ? o->level : TRACE_REPORT;
	x->found = (struct tracing){ .n = n, .root = arena_array(&x->mem, size_t, n + 1) };
	corpus_open(&x->corpus, cited_settle(&x->mem, docs, n), n, o ? o->kept : NULL, a);
	const struct copies *c = &x->corpus.copies;
	for (each (cluster, &c->clusters))
		if (cluster->n)
			lineage_of(a, c, cluster, &x->found);
	lineage_parts(a, c, &x->found);
	chains_find(a, c, &x->chains, &x->found);
	return x;
}

void trace_close(struct trace *x)
{
	corpus_close(&x->corpus);
	arena_free(&x->mem);
}

// From places of the documents as they were given to those in the order of time.
static struct settlements settled_in_time(struct arena *a, const struct corpus *c, const struct settlements *given)
{
	struct settlements out = { 0 };
	size_t *time = arena_array(a, size_t, given->n ? c->n : 0);
	for (size_t i = 0; given->n && i < c->n; i++)
		time[c->given[i]] = i;
	for (each (s, given))
		list_push(a, &out, ((struct settled){ time[s->a], time[s->b], s->is, s->why }));
	return out;
}

void trace_count(struct arena *a, const struct trace *x, const struct settlements *settled, struct tracing *out)
{
	struct arena scratch = { 0 };
	const struct copies *c = &x->corpus.copies;
	size_t n = x->found.n;
	struct groups g = { 0 };
	const struct settlements in_time = settled_in_time(&scratch, &x->corpus, settled);
	*out =
	    (struct tracing){ .n = n, .root = arena_array(a, size_t, n + 1), .family = arena_array(a, size_t, n + 1) };
	for (size_t i = 0; i < n; i++)
		out->root[i] = x->found.root[i];
	for (each (e, &x->found.edges))
		list_push(a, &out->edges, *e);
	for (int l = 0; l < TRACE_LEVELS; l++)
		out->counts[l] = groups_count(&scratch, c, &x->chains, out, (enum trace_level)l, &in_time, &g);
	groups_count(&scratch, c, &x->chains, out, x->level, &in_time, &g);
	families_make(a, &g, c, &x->chains, out);
	unsigned char *standing = arena_array(&scratch, unsigned char, out->families.n + 1);
	settle_standing(&in_time, out, standing);
	tally_count(c, x->level, standing, out);
	settle_edges(a, &in_time, c, out);
	for (each (s, settled))
		list_push(a, &out->settled, *s);
	give_back(&x->corpus, out);
	arena_free(&scratch);
}

void trace_documents(struct arena *a, const struct document *const *docs, size_t n, const struct trace_options *o,
		     struct tracing *out)
{
	struct trace *x = trace_open(a, docs, n, o);
	trace_count(a, x, o ? &o->settled : &(struct settlements){ 0 }, out);
	trace_close(x);
}
