#include "case/origin.h"

#include "base/search.h"
#include "case/between.h"
#include "case/offsets.h"

#include <assert.h>
#include <string.h>

// RELATION_TABLE's words, but for the one that a hyphen joins in print.
static const char *const names[] = { "copy", "rewrite", "update", "excerpt", "digest", "cites", "shares-source" };

static const char *const levels[TRACE_LEVELS] = { "text", "report", "strict" };

const char *relation_name(enum relation r)
{
	assert((unsigned)r < relation_count);
	return names[r];
}

bool relation_read(struct slice text, enum relation *r)
{
	for (int i = 0; i < relation_count; i++)
		if (slice_is(text, names[i])) {
			*r = (enum relation)i;
			return true;
		}
	return false;
}

static void put_id(struct arena *a, struct node *map, const char *key, const struct document *const *docs, size_t doc)
{
	node_put(a, map, key, doc == SIZE_MAX || !docs[doc]->id ? node_null(a) : node_text(a, docs[doc]->id));
}

static const double directed = 0.7; // sure of a direction from here on

// Shares are printed to the word of a text of a thousand.
static double rounded(double share)
{
	return (double)(long)(share * 1000 + 0.5) / 1000;
}

size_t origin_edges(const struct tracing *t, size_t doc)
{
	return search_first(t->edges.n, k, t->edges.at[k].child < doc);
}

const struct edge *origin_home(const struct tracing *t, size_t doc)
{
	const struct edge *found = NULL;
	size_t origin = t->families.at[t->family[doc]].origin;
	if (origin == doc)
		return NULL;
	for (size_t i = origin_edges(t, doc); i < t->edges.n && t->edges.at[i].child == doc; i++) {
		const struct edge *e = &t->edges.at[i];
		bool inside = e->parent == SIZE_MAX ? origin == SIZE_MAX : t->family[e->parent] == t->family[doc];
		bool joins = e->relation <= RELATION_update || e->relation == RELATION_cites || e->settled;
		if (inside && joins && (!found || e->relation < found->relation))
			found = e;
	}
	return found;
}

static void write_member(struct arena *a, struct node *list, const struct tracing *t,
			 const struct document *const *docs, size_t doc)
{
	struct node *m = node_add(list, node_map(a));
	const struct edge *e = origin_home(t, doc);
	put_id(a, m, "id", docs, doc);
	if (!e)
		return;
	node_put_text(a, m, "relation", relation_name(e->relation));
	if (e->parent == SIZE_MAX)
		node_put_text(a, m, "of", e->name);
	else
		put_id(a, m, "of", docs, e->parent);
	if (e->similarity > 0)
		node_put_number(a, m, "share", rounded(e->child_in_parent));
	node_put_text(a, m, "why", e->why);
}

static void write_pair(struct arena *a, struct node *list, const struct edge *e, const struct document *const *docs,
		       const struct offsets *o)
{
	struct node *p = node_add(list, node_map(a));
	put_id(a, p, "a", docs, e->child);
	put_id(a, p, "b", docs, e->parent);
	node_put_text(a, p, "relation", relation_name(e->relation));
	node_put_number(a, p, "similarity", rounded(e->similarity));
	node_put_number(a, p, "a_in_b", rounded(e->child_in_parent));
	node_put_number(a, p, "b_in_a", rounded(e->parent_in_child));
	node_put_number(a, p, "sure", rounded(e->sure));
	node_put_bool(a, p, "directed", e->sure >= directed);
	struct node *spans = node_put_list(a, p, "spans");
	for (each (s, &e->spans)) {
		struct node *pair = node_add(spans, node_list(a));
		node_add(pair, node_number(a, offsets_points(o, s->from)));
		node_add(pair, node_number(a, offsets_points(o, s->to)));
	}
	node_put_text(a, p, "why", e->why);
}

// Who names whom as a source; a story that is not at hand has a name alone.
static void write_chains(struct arena *a, struct node *top, const struct tracing *t, const struct document *const *docs)
{
	struct node *list = node_put_list(a, top, "chains");
	for (each (e, &t->edges)) {
		if (e->relation != RELATION_cites)
			continue;
		struct node *c = node_add(list, node_map(a));
		put_id(a, c, "id", docs, e->child);
		put_id(a, c, "of", docs, e->parent);
		node_put_text(a, c, "name", e->name);
		node_put_text(a, c, "why", e->why);
	}
}

// What is established between each two origins, where these are not too many to be read.
static void write_between(struct arena *a, struct node *top, const struct tracing *t,
			  const struct document *const *docs)
{
	struct node *list = node_put_list(a, top, "between");
	for (size_t x = 0; x < t->families.n && t->families.n <= ORIGIN_BETWEEN; x++)
		for (size_t y = x + 1; y < t->families.n; y++) {
			const char *why;
			enum between b = between_documents(a, t, docs, t->families.at[x].members.at[0],
							   t->families.at[y].members.at[0], &why);
			struct node *n = node_add(list, node_map(a));
			node_put_text(a, n, "a", t->families.at[x].id);
			node_put_text(a, n, "b", t->families.at[y].id);
			node_put_text(a, n, "state", between_name(b));
			node_put_text(a, n, "why", why);
		}
}

// What a person said of two documents, where there is such.
static void write_settled(struct arena *a, struct node *top, const struct tracing *t,
			  const struct document *const *docs)
{
	struct node *list = t->settled.n ? node_put_list(a, top, "settled") : NULL;
	for (each (s, &t->settled)) {
		struct node *n = node_add(list, node_map(a));
		put_id(a, n, "a", docs, s->a);
		put_id(a, n, "b", docs, s->b);
		node_put_text(a, n, "state", between_name((enum between)s->is));
		if (s->why)
			node_put_text(a, n, "why", s->why);
	}
}

struct node *origin_write(struct arena *a, const struct tracing *t, const struct document *const *docs)
{
	struct node *top = node_map(a);
	node_put_number(a, top, "hearsay", 1);
	node_put_number(a, top, "documents", (double)t->n);
	struct node *families = node_put_list(a, top, "families");
	for (each (f, &t->families)) {
		struct node *n = node_add(families, node_map(a));
		node_put_text(a, n, "id", f->id);
		put_id(a, n, "origin", docs, f->origin);
		node_put(a, n, "origin_name", f->origin_name ? node_text(a, f->origin_name) : node_null(a));
		struct node *members = node_put_list(a, n, "members");
		for (each (m, &f->members))
			write_member(a, members, t, docs, *m);
	}
	struct node *pairs = node_put_list(a, top, "pairs");
	for (each (e, &t->edges))
		if (e->parent != SIZE_MAX && e->similarity > 0) {
			struct offsets o = offsets_of(a, docs[e->child]->text, docs[e->child]->len);
			write_pair(a, pairs, e, docs, &o);
		}
	write_chains(a, top, t, docs);
	write_between(a, top, t, docs);
	write_settled(a, top, t, docs);
	struct node *tally = node_put_map(a, top, "tally");
	node_put_number(a, tally, "documents", (double)t->tally.documents);
	node_put_number(a, tally, "origins", (double)t->tally.origins);
	node_put_number(a, tally, "echoes", (double)t->tally.echoes);
	node_put_number(a, tally, "untraceable", (double)t->tally.untraceable);
	for (int level = 0; level < TRACE_LEVELS; level++)
		node_put_number(a, tally, levels[level], (double)t->counts[level]);
	return top;
}

void origin_write_clusters(struct buf *b, const struct tracing *t, const struct document *const *docs)
{
	for (size_t i = 0; i < t->n; i++)
		buf_printf(b, "%s\t%s\n", docs[i]->id, t->families.at[t->family[i]].id);
}

// The scorers know three relations; shared speakers are none of them.
static const char *edge_word(enum relation r)
{
	return r <= RELATION_update ? "copy" : r <= RELATION_digest ? "partial" : r == RELATION_cites ? "cites" : NULL;
}

void origin_write_edges(struct buf *b, const struct tracing *t, const struct document *const *docs)
{
	for (each (e, &t->edges)) {
		const char *word = edge_word(e->relation);
		if (!word || e->parent == SIZE_MAX)
			continue; // what is not at hand has no id
		const struct document *child = docs[e->child];
		struct arena scratch = { 0 };
		struct offsets o = offsets_of(&scratch, child->text, child->len);
		buf_printf(b, "%s\t%s\t%s\t[", child->id, e->parent == SIZE_MAX ? "" : docs[e->parent]->id, word);
		for (size_t i = 0; i < e->spans.n; i++)
			buf_printf(b, "%s[%u,%u]", i ? "," : "", offsets_points(&o, e->spans.at[i].from),
				   offsets_points(&o, e->spans.at[i].to));
		buf_text(b, "]\n");
		arena_free(&scratch);
	}
}

bool origin_level(const char *name, enum trace_level *level)
{
	for (int i = 0; i < TRACE_LEVELS; i++)
		if (!strcmp(name, levels[i])) {
			*level = (enum trace_level)i;
			return true;
		}
	return false;
}
