// Edges of a tracing, each with a sentence that says what is the same and why this way round.
#include "trace/lineage.h"

#include "base/stats.h"
#include "case/outlets.h"
#include "trace/direction.h"
#include "trace/rank.h"

static const double verbatim = 0.75, rewritten = 0.9; // likeness, share of the child: from here on it is a copy
static const double update_from = 0.15;               // share of an earlier story in the next of the same agency

const char *lineage_name(const struct document *d)
{
	const char *names[] = { d->outlet, d->title, d->path, d->id };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i] && *names[i])
			return names[i];
	return "another document";
}

static double dice(const struct alignment *al, size_t n, size_t m)
{
	return n + m ? (al->a_in_b * (double)n + al->b_in_a * (double)m) / (double)(n + m) : 0;
}

static int percent(double share)
{
	return (int)(share * 100 + 0.5);
}

// The sentence of an edge: how much is the same, and why this way round.
static const char *why_of(struct arena *a, const struct copies *c, const struct edge *e, const char *what,
			  const struct direction *d)
{
	const struct document *parent = c->texts.at[e->parent].doc;
	const char *why = direction_why(a, d->ground, c->texts.at[e->child].doc);
	const char *same =
	    arena_printf(a, "%s %s: %d %% of its words stand there, %d %% of the other's stand here", what,
			 lineage_name(parent), percent(e->child_in_parent), percent(e->parent_in_child));
	return why ? arena_printf(a, "%s; %s.", same, why)
		   : arena_printf(a, "%s; which came first is not known.", same);
}

static struct edge *edge_between(struct arena *a, const struct copies *c, size_t child, size_t parent,
				 struct tracing *t, struct direction *d)
{
	const struct copies_text *x = &c->texts.at[child], *y = &c->texts.at[parent];
	struct arena scratch = { 0 };
	struct folded own;
	struct aligner w = { 0 };
	struct alignment al;
	copies_folded(c, (uint32_t)child, &scratch, &own);
	align_text(&w, copies_row(c, (uint32_t)child));
	copies_compare(c, &w, &own, (uint32_t)parent, &al);
	struct alignment turned = align_turned(&al);
	*d = direction_of(&y->from, &x->from, &turned);
	struct edge *e = list_add(a, &t->edges);
	*e = (struct edge){ .child = child,
			    .parent = parent,
			    .name = y->doc->outlet,
			    .child_in_parent = al.a_in_b,
			    .parent_in_child = al.b_in_a,
			    .similarity = dice(&al, x->n, y->n),
			    .sure = stats_logistic(d->odds) };
	struct passages found = { 0 };
	align_passages(&w, &scratch, &own, &found);
	for (each (s, &found))
		list_push(a, &e->spans, *s);
	align_free(&w);
	arena_free(&scratch);
	return e;
}

static void copy_edge(struct arena *a, const struct copies *c, size_t child, size_t parent, struct tracing *t)
{
	struct direction d;
	struct edge *e = edge_between(a, c, child, parent, t, &d);
	bool copy = e->similarity >= verbatim || e->child_in_parent >= rewritten;
	e->relation = copy ? RELATION_copy : RELATION_rewrite;
	e->why = why_of(a, c, e, copy ? "A copy of" : "A rewriting of", &d);
}

void lineage_of(struct arena *a, const struct copies *c, const struct copies_cluster *cluster, struct tracing *t)
{
	struct arena scratch = { 0 };
	struct aligner w = { 0 };
	const struct rank *m = rank_members(&scratch, c, cluster, &w);
	for (size_t k = 0; k < cluster->n; k++) {
		t->root[m[k].text] = m[0].text;
		if (k)
			copy_edge(a, c, m[k].text, m[k].parent, t);
	}
	align_free(&w);
	arena_free(&scratch);
}

static bool update_is(const struct document *x, const struct document *y, double share)
{
	return outlets_agency(x->outlet) && outlets_same(x->outlet, y->outlet) && share >= update_from &&
	       date_known(x->published) && !date_compare(x->published, y->published);
}

void lineage_parts(struct arena *a, const struct copies *c, struct tracing *t)
{
	static const struct part_kind {
		enum relation relation;
		const char *what;
	} kinds[] = {
		[LIKENESS_QUOTES] = { RELATION_shares_source, "Quotes the same words as" },
		[LIKENESS_PART] = { RELATION_excerpt, "Has a passage of" },
		[LIKENESS_ITEM] = { RELATION_digest, "A digest shared with" },
	};
	for (each (p, &c->parts)) {
		const struct document *x = c->texts.at[p->later].doc, *y = c->texts.at[p->earlier].doc;
		if (c->texts.at[p->later].cluster == c->texts.at[p->earlier].cluster)
			continue; // their clusters were joined since
		struct direction d =
		    direction_of(&c->texts.at[p->earlier].from, &c->texts.at[p->later].from, &(struct alignment){ 0 });
		bool turned = d.odds < 0;
		struct edge *e =
		    edge_between(a, c, turned ? p->earlier : p->later, turned ? p->later : p->earlier, t, &d);
		bool update = p->likeness == LIKENESS_PART && update_is(x, y, p->cover);
		e->relation = update ? RELATION_update : kinds[p->likeness].relation;
		e->why = why_of(a, c, e, update ? "A later story of the same agency as" : kinds[p->likeness].what, &d);
	}
}
