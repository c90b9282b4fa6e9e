// Within a cluster every pair is aligned; the text that most evidence puts before the others is the root, and each
// other one hangs on the text before it that has most of its words. A reprint of a reprint so keeps its way.
#include "trace/lineage.h"

#include "base/stats.h"
#include "case/outlets.h"
#include "trace/direction.h"

#include <stdlib.h>

enum { PAIRS = 24 }; // members that every other one is compared with: the first of a cluster

static const double clearly = 0.01;                   // more of a text's words than another has
static const double verbatim = 0.75, rewritten = 0.9; // likeness, share of the child: from here on it is a copy
static const double update_from = 0.15;               // share of an earlier story in the next of the same agency

struct member {
	size_t doc;
	double before; // sum of the log-odds that it was before each other one
	size_t rank;   // place in the cluster
};

// The first PAIRS members with all: [member i * n + member j], i < PAIRS.
struct pairs {
	size_t n, rows;
	double *odds; // that i came before j
	double *held; // share of j's words that stand in i
};

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

static struct pairs pairs_of(struct arena *a, const struct copies *c, const struct copies_cluster *cluster)
{
	struct pairs p = { .n = cluster->members.n };
	p.rows = p.n < PAIRS ? p.n : PAIRS;
	p.odds = arena_array(a, double, p.rows *p.n);
	p.held = arena_array(a, double, p.rows *p.n);
	for (size_t i = 0; i < p.rows; i++)
		for (size_t j = i + 1; j < p.n; j++) {
			const struct copies_text *x = &c->text[cluster->members.at[i]],
						 *y = &c->text[cluster->members.at[j]];
			struct arena scratch = { 0 };
			struct alignment al;
			align_texts(&scratch, &x->folded, &y->folded, &al);
			p.odds[i * p.n + j] = direction_of(&scratch, x->doc, y->doc, &al).odds;
			p.held[i * p.n + j] = al.b_in_a;
			if (j < p.rows) {
				p.odds[j * p.n + i] = -p.odds[i * p.n + j];
				p.held[j * p.n + i] = al.a_in_b;
			}
			arena_free(&scratch);
		}
	return p;
}

static int by_evidence(const void *x, const void *y)
{
	const struct member *a = x, *b = y;
	int order = (a->before < b->before) - (a->before > b->before);
	return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

static struct member *members_rank(struct arena *a, const struct copies_cluster *cluster, const struct pairs *p)
{
	struct member *m = arena_array(a, struct member, p->n);
	for (size_t i = 0; i < p->n; i++) {
		m[i] = (struct member){ .doc = cluster->members.at[i], .rank = i };
		for (size_t j = 0; j < p->rows; j++)
			m[i].before -= p->odds[j * p->n + i];
	}
	qsort(m, p->n, sizeof *m, by_evidence);
	return m;
}

static int percent(double share)
{
	return (int)(share * 100 + 0.5);
}

// The sentence of an edge: how much is the same, and why this way round.
static const char *why_of(struct arena *a, const struct edge *e, const struct document *parent, const char *what,
			  const struct direction *d)
{
	const char *same =
	    arena_printf(a, "%s %s: %d %% of its words stand there, %d %% of the other's stand here", what,
			 lineage_name(parent), percent(e->child_in_parent), percent(e->parent_in_child));
	return d->why ? arena_printf(a, "%s; %s.", same, d->why)
		      : arena_printf(a, "%s; which came first is not known.", same);
}

static struct edge *edge_between(struct arena *a, const struct copies *c, size_t child, size_t parent,
				 struct tracing *t, struct direction *d)
{
	const struct copies_text *x = &c->text[child], *y = &c->text[parent];
	struct alignment al;
	align_texts(a, &x->folded, &y->folded, &al);
	*d = direction_of(
	    a, y->doc, x->doc,
	    &(struct alignment){ .a_in_b = al.b_in_a, .b_in_a = al.a_in_b, .a_gap = al.b_gap, .b_gap = al.a_gap });
	struct edge *e = list_add(a, &t->edges);
	*e = (struct edge){ .child = child,
			    .parent = parent,
			    .name = y->doc->outlet,
			    .child_in_parent = al.a_in_b,
			    .parent_in_child = al.b_in_a,
			    .similarity = dice(&al, x->folded.n, y->folded.n),
			    .sure = stats_logistic(d->odds) };
	for (each (s, &al.spans))
		list_push(a, &e->spans, *s);
	return e;
}

static void copy_edge(struct arena *a, const struct copies *c, size_t child, size_t parent, struct tracing *t)
{
	struct direction d;
	struct edge *e = edge_between(a, c, child, parent, t, &d);
	bool copy = e->similarity >= verbatim || e->child_in_parent >= rewritten;
	e->relation = copy ? RELATION_copy : RELATION_rewrite;
	e->why = why_of(a, e, c->text[parent].doc, copy ? "A copy of" : "A rewriting of", &d);
}

// The one among the members placed before that has most of a member's words; the first of them unless another has
// clearly more, as it has its edits too. Only those that all were compared with are asked.
static size_t parent_of(const struct member *m, const struct pairs *p, size_t k)
{
	double most = -1;
	size_t best = 0;
	for (size_t i = 0, asked = 0; i < k && asked < p->rows; i++) {
		if (m[i].rank >= p->rows)
			continue;
		asked++;
		double held = p->held[m[i].rank * p->n + m[k].rank];
		if (held > most + clearly) {
			most = held;
			best = i;
		}
	}
	return best;
}

void lineage_of(struct arena *a, const struct copies *c, const struct copies_cluster *cluster, struct tracing *t)
{
	struct arena scratch = { 0 };
	struct pairs p = pairs_of(&scratch, c, cluster);
	struct member *m = members_rank(&scratch, cluster, &p);
	for (size_t k = 0; k < p.n; k++) {
		t->root[m[k].doc] = m[0].doc;
		if (k)
			copy_edge(a, c, m[k].doc, m[parent_of(m, &p, k)].doc, t);
	}
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
		const struct document *x = c->text[p->later].doc, *y = c->text[p->earlier].doc;
		if (c->text[p->later].cluster == c->text[p->earlier].cluster)
			continue; // their clusters were joined since
		struct direction d = direction_of(a, y, x, &(struct alignment){ 0 });
		bool turned = d.odds < 0;
		struct edge *e =
		    edge_between(a, c, turned ? p->earlier : p->later, turned ? p->later : p->earlier, t, &d);
		bool update = p->likeness == LIKENESS_PART && update_is(x, y, likeness_cover(&p->alignment));
		e->relation = update ? RELATION_update : kinds[p->likeness].relation;
		e->why = why_of(a, e, c->text[e->parent].doc,
				update ? "A later story of the same agency as" : kinds[p->likeness].what, &d);
	}
}
