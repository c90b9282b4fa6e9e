// Two documents of a case side by side: what they share, and what each way to settle them would come to; and which
// pairs are worth it.
#include "origins.h"

#include "case/json.h"
#include "case/offsets.h"
#include "case/pair.h"
#include "case/scale.h"
#include "trace/shared.h"
#include "trace/trace.h"
#include "weigh/weigh.h"

#include <stdlib.h>
#include <string.h>

// A case that is settled, and its documents that have a text.
struct origins {
	const struct the_case *c;
	const struct document *const *docs;
	size_t n;
	struct segments segments;
	struct trace_kept kept;
	struct product_cache *cache;
};

static struct trace *open_trace(struct arena *a, struct origins *o)
{
	o->kept = (struct trace_kept){ .segments = &o->segments };
	return trace_open(a, o->docs, o->n, &(struct trace_options){ TRACE_REPORT, &o->kept });
}

static const char *const choices[between_count] = { "same", "independent", "open" };

// --- what a choice would come to ---

// The case with one pair settled in another way; `is` between_count: not settled at all.
static struct the_case settled_case(struct arena *a, const struct the_case *c, int x, int y, int is)
{
	struct the_case copy = *c;
	const struct pair *old = pair_find(c, x, y);
	copy.pairs.at = arena_array(a, struct pair, c->pairs.n + 1);
	copy.pairs.n = copy.pairs.room = 0;
	for (each (p, &c->pairs))
		if (p != old)
			copy.pairs.at[copy.pairs.n++] = *p;
	if (is == between_count)
		return copy;
	struct pair *p = &copy.pairs.at[copy.pairs.n++];
	*p = (struct pair){ .id = "", .is = (enum between)is };
	list_push(a, &p->documents, ((struct ref){ c->documents.at[x].id, x }));
	list_push(a, &p->documents, ((struct ref){ c->documents.at[y].id, y }));
	return copy;
}

// "documents" or "reports" with the tally of them.
static void put_tally(struct arena *a, struct node *n, const char *of, size_t all, size_t origins, size_t echoes,
		      size_t untraceable)
{
	struct node *m = node_put_map(a, n, of);
	node_put_number(a, m, of, (double)all);
	node_put_number(a, m, "origins", (double)origins);
	node_put_number(a, m, "echoes", (double)echoes);
	node_put_number(a, m, "untraceable", (double)untraceable);
}

static void put_documents(struct arena *a, struct node *n, const struct tally *t)
{
	put_tally(a, n, "documents", t->documents, t->origins, t->echoes, t->untraceable);
}

static struct tally count_documents(const struct origins *o, const struct trace *t, const struct the_case *c)
{
	struct arena scratch = { 0 };
	struct tracing found;
	struct settlements settled = pair_settled(&scratch, c, o->docs, o->n);
	trace_count(&scratch, t, &settled, &found);
	arena_free(&scratch);
	return found.tally;
}

// Of each question the answer that leads now.
static void put_answers(struct arena *a, struct node *n, const struct the_case *c, const struct assessment *w,
			const struct assessment *now)
{
	struct node *list = node_put_list(a, n, "answers");
	for (size_t q = 0; q < c->questions.n; q++) {
		const struct question *ask = &c->questions.at[q];
		const struct question_result *then = &w->questions[q];
		double p = then->hyps[now->questions[q].lead].p;
		struct node *x = node_add(list, node_map(a));
		node_put_text(a, x, "question", ask->id);
		node_put_text(a, x, "hypothesis", ask->hyps.at[now->questions[q].lead].id);
		node_put_number(a, x, "p", p);
		node_put_text(a, x, "word", scale_say(p));
		node_put_text(a, x, "leads", ask->hyps.at[then->lead].id);
	}
}

static void put_reports(struct arena *a, struct node *n, const struct report_tally *t)
{
	put_tally(a, n, "reports", t->reports, t->origins, t->echoes, t->untraceable);
}

static enum status weigh(struct arena *a, const struct origins *o, const struct the_case *c, struct assessment *w,
			 struct err *e)
{
	struct weigh_options bare = { .seed = 1, .bare = true, .cache = o->cache };
	return weigh_case(a, c, &bare, w, e);
}

static enum status put_counts(struct arena *a, struct node *n, const struct origins *o, const struct trace *t,
			      const struct the_case *c, const struct assessment *now, struct err *e)
{
	struct assessment w;
	struct tally documents = count_documents(o, t, c);
	enum status s = weigh(a, o, c, &w, e);
	if (s != STATUS_OK)
		return s;
	put_documents(a, n, &documents);
	put_reports(a, n, &w.tally);
	put_answers(a, n, c, &w, now);
	return STATUS_OK;
}

static enum status put_choices(struct arena *a, struct node *top, const struct origins *o, const struct trace *t, int x,
			       int y, struct err *e)
{
	struct assessment now;
	enum status s = weigh(a, o, o->c, &now, e);
	s = s ? s : put_counts(a, node_put_map(a, top, "now"), o, t, o->c, &now, e);
	struct node *list = node_put_list(a, top, "choices");
	for (int is = 0; s == STATUS_OK && is < between_count; is++) {
		struct the_case c = settled_case(a, o->c, x, y, is);
		struct node *n = node_add(list, node_map(a));
		node_put_text(a, n, "is", choices[is]);
		s = put_counts(a, n, o, t, &c, &now, e);
	}
	return s;
}

// --- side by side ---

static void put_span(struct arena *a, struct node *n, const char *key, const struct offsets *o, span s)
{
	struct node *list = node_put_list(a, n, key);
	node_add(list, node_number(a, offsets_points(o, s.from)));
	node_add(list, node_number(a, offsets_points(o, s.to)));
}

static void put_side(struct arena *a, struct node *row, const char *key, const struct shared_side *s,
		     const struct document *d, const struct offsets *o)
{
	if (span_empty(s->sentence)) {
		node_put(a, row, key, node_null(a));
		return;
	}
	struct node *n = node_put_map(a, row, key);
	put_span(a, n, "sentence", o, s->sentence);
	node_put_text(a, n, "text", arena_copy(a, d->text + s->sentence.from, span_len(s->sentence)));
	struct node *spans = node_put_list(a, n, "spans");
	for (each (x, &s->common)) {
		struct node *pair = node_add(spans, node_list(a));
		node_add(pair, node_number(a, offsets_points(o, x->from)));
		node_add(pair, node_number(a, offsets_points(o, x->to)));
	}
}

static void put_head(struct arena *a, struct node *top, const char *key, const struct document *d, size_t words)
{
	char date[DATE_TEXT];
	struct node *n = node_put_map(a, top, key);
	date_print(d->published, date);
	node_put_text(a, n, "id", d->id);
	node_put_text(a, n, "title", d->title);
	node_put_text(a, n, "outlet", d->outlet);
	node_put_text(a, n, "path", d->path);
	node_put_text(a, n, "published", *date ? date : NULL);
	node_put_number(a, n, "words", (double)words);
}

static void put_shared(struct arena *a, struct node *top, const struct document *x, const struct document *y)
{
	struct shared shared;
	struct offsets p = offsets_of(a, x->text, x->len), q = offsets_of(a, y->text, y->len);
	shared_of(a, x, y, &shared);
	put_head(a, top, "a", x, shared.words_a);
	put_head(a, top, "b", y, shared.words_b);
	struct node *rows = node_put_list(a, top, "rows");
	for (each (r, &shared.rows)) {
		struct node *n = node_add(rows, node_map(a));
		node_put_text(a, n, "label", r->label);
		put_side(a, n, "a", &r->a, x, &p);
		put_side(a, n, "b", &r->b, y, &q);
	}
	struct node *facts = node_put_map(a, top, "facts");
	node_put_number(a, facts, "both", (double)shared.both);
	node_put_number(a, facts, "a", (double)shared.only_a);
	node_put_number(a, facts, "b", (double)shared.only_b);
	struct node *run = node_put_map(a, top, "run");
	node_put_number(a, run, "words", (double)shared.run);
	if (!shared.run)
		return;
	node_put_text(a, run, "text", arena_copy(a, x->text + shared.run_a.from, span_len(shared.run_a)));
	put_span(a, run, "a", &p, shared.run_a);
	put_span(a, run, "b", &q, shared.run_b);
}

// As the texts have it: without what was settled of the two.
static void put_between(struct arena *a, struct node *top, const struct origins *o, const struct trace *t,
			const int *at, const size_t *place)
{
	const char *why;
	struct tracing found;
	struct the_case c = settled_case(a, o->c, at[0], at[1], between_count);
	struct settlements others = pair_settled(a, &c, o->docs, o->n);
	const struct pair *p = pair_find(o->c, at[0], at[1]);
	trace_count(a, t, &others, &found);
	struct node *n = node_put_map(a, top, "between");
	node_put_text(a, n, "state", between_name(between_documents(a, &found, o->docs, place[0], place[1], &why)));
	node_put_text(a, n, "why", why);
	if (!p) {
		node_put(a, top, "settled", node_null(a));
		return;
	}
	n = node_put_map(a, top, "settled");
	node_put_text(a, n, "id", p->id);
	node_put_text(a, n, "is", between_name(p->is));
	node_put_text(a, n, "why", p->why);
}

static enum status side_by_side(struct buf *out, struct origins *o, const char *x, const char *y, struct err *e)
{
	struct arena *a = out->arena;
	const char *ids[] = { x, y };
	int at[2];
	size_t place[2];
	for (int i = 0; i < 2; i++) {
		at[i] = case_find_document(o->c, ids[i]);
		if (at[i] < 0)
			return err_set(e, STATUS_NOT_FOUND, "the case has no document %.80s", ids[i]);
		place[i] = 0;
		while (place[i] < o->n && o->docs[place[i]] != &o->c->documents.at[at[i]])
			place[i]++;
		if (place[i] == o->n)
			return err_set(e, STATUS_NOT_FOUND, "the text of document %.80s is not at hand", ids[i]);
	}
	if (at[0] == at[1])
		return err_set(e, STATUS_USAGE, "a pair is two documents, and this is one twice");
	struct trace *t = open_trace(a, o);
	struct node *top = node_map(a);
	put_shared(a, top, o->docs[place[0]], o->docs[place[1]]);
	node_put_text(a, top, "id", pair_id(a, x, y));
	put_between(a, top, o, t, at, place);
	enum status s = put_choices(a, top, o, t, at[0], at[1], e);
	trace_close(t);
	json_write_pretty(out, top);
	return s;
}

// --- what is worth settling ---

enum { GIVEN = 50, TRIED = 150, OTHERS = 300 }; // pairs given, counted, looked at beside those that edges tie

struct open_pair {
	size_t x, y;             // documents of the tracing
	const struct edge *edge; // that ties them, or NULL
	size_t reports;          // pairs of reports of one fact, one of each document
	bool lost;               // one of them is the origin of a family that counts as untraceable
	size_t order;
};

struct search {
	struct arena *a;
	const struct origins *o;
	const struct tracing *t;
	LIST(struct open_pair) found;
	const struct report ***said; // [document] reports that it carries
	size_t *n_said;              // [document]
};

static void find_reports(struct search *s)
{
	const struct the_case *c = s->o->c;
	int *place = arena_array(s->a, int, c->documents.n + 1);
	struct reports_of {
		LIST(const struct report *) list;
	} *of = arena_array(s->a, struct reports_of, s->o->n + 1);
	for (size_t i = 0; i < c->documents.n; i++)
		place[i] = -1;
	for (size_t i = 0; i < s->o->n; i++)
		place[s->o->docs[i] - c->documents.at] = (int)i;
	for (each (r, &c->reports)) {
		int d = pair_document(c, r);
		if (d >= 0 && place[d] >= 0)
			list_push(s->a, &of[place[d]].list, r);
	}
	s->said = arena_array(s->a, const struct report **, s->o->n + 1);
	s->n_said = arena_array(s->a, size_t, s->o->n + 1);
	for (size_t i = 0; i < s->o->n; i++) {
		s->said[i] = of[i].list.at;
		s->n_said[i] = of[i].list.n;
	}
}

static size_t reports_of_both(const struct search *s, size_t x, size_t y)
{
	size_t n = 0;
	for (size_t i = 0; i < s->n_said[x]; i++)
		for (size_t k = 0; k < s->n_said[y]; k++)
			n += s->said[x][i]->fact.at == s->said[y][k]->fact.at;
	return n;
}

static bool is_lost(const struct search *s, size_t doc)
{
	return s->t->root[doc] == doc && s->t->families.at[s->t->family[doc]].untraceable;
}

// Two documents of different families of which nothing is settled, once each two families.
static void add_pair(struct search *s, size_t x, size_t y, const struct edge *edge)
{
	const char *why;
	const struct document *docs = s->o->c->documents.at;
	if (x == y || s->t->family[x] == s->t->family[y] ||
	    pair_find(s->o->c, (int)(s->o->docs[x] - docs), (int)(s->o->docs[y] - docs)))
		return;
	for (each (p, &s->found))
		if ((s->t->family[p->x] == s->t->family[x] && s->t->family[p->y] == s->t->family[y]) ||
		    (s->t->family[p->x] == s->t->family[y] && s->t->family[p->y] == s->t->family[x]))
			return;
	if (!edge && between_documents(s->a, s->t, s->o->docs, x, y, &why) != BETWEEN_open)
		return;
	list_push(
	    s->a, &s->found,
	    ((struct open_pair){ x, y, edge, reports_of_both(s, x, y), is_lost(s, x) || is_lost(s, y), s->found.n }));
}

// Those with reports of one fact; then those that an edge ties; then, where they are few, the origins of families.
static void find_pairs(struct search *s)
{
	size_t tried = 0;
	for (each (e, &s->t->edges))
		if (e->parent != SIZE_MAX)
			add_pair(s, e->child, e->parent, e);
	for (size_t x = 0; x < s->o->n; x++)
		for (size_t y = 0; s->n_said[x] && y < x && tried < OTHERS; y++)
			if (s->n_said[y] && reports_of_both(s, x, y)) {
				add_pair(s, x, y, NULL);
				tried++;
			}
	for (size_t f = 0; f < s->t->families.n && s->t->families.n <= ORIGIN_BETWEEN; f++)
		for (size_t g = 0; g < f; g++)
			add_pair(s, s->t->families.at[f].members.at[0], s->t->families.at[g].members.at[0], NULL);
}

static double likeness(const struct open_pair *p)
{
	return p->edge ? 0.1 + p->edge->similarity : 0;
}

static int by_use(const void *x, const void *y)
{
	const struct open_pair *a = x, *b = y;
	double p = likeness(a), q = likeness(b);
	if (!a->reports != !b->reports)
		return a->reports ? -1 : 1;
	if (p != q)
		return p > q ? -1 : 1;
	if (a->reports != b->reports)
		return a->reports > b->reports ? -1 : 1;
	if (a->lost != b->lost)
		return a->lost ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static bool same_tally(const struct tally *x, const struct tally *y)
{
	return x->origins == y->origins && x->echoes == y->echoes && x->untraceable == y->untraceable;
}

// A pair, unless no choice would change a count.
static void give(struct search *s, const struct trace *t, const struct open_pair *p, struct node *list)
{
	const char *why;
	struct node *n = node_map(s->a), *counts = node_list(s->a);
	const struct document *docs = s->o->c->documents.at, *x = s->o->docs[p->x], *y = s->o->docs[p->y];
	bool changes = p->reports;
	for (int is = 0; is < between_count; is++) {
		struct the_case c = settled_case(s->a, s->o->c, (int)(x - docs), (int)(y - docs), is);
		struct tally k = count_documents(s->o, t, &c);
		struct node *choice = node_add(counts, node_map(s->a));
		node_put_text(s->a, choice, "is", choices[is]);
		put_documents(s->a, choice, &k);
		changes |= !same_tally(&k, &s->t->tally);
	}
	if (!changes)
		return;
	node_add(list, n);
	node_put_text(s->a, n, "id", pair_id(s->a, x->id, y->id));
	node_put_text(s->a, n, "a", x->id);
	node_put_text(s->a, n, "b", y->id);
	node_put_text(s->a, n, "state", between_name(between_documents(s->a, s->t, s->o->docs, p->x, p->y, &why)));
	node_put_text(s->a, n, "why", p->edge && p->edge->why ? p->edge->why : why);
	if (p->edge)
		node_put_text(s->a, n, "relation", relation_name(p->edge->relation));
	node_put_number(s->a, n, "similarity", p->edge ? p->edge->similarity : 0);
	node_put_number(s->a, n, "reports", (double)p->reports);
	node_put(s->a, n, "choices", counts);
}

static void list_unsettled(struct buf *out, struct origins *o)
{
	struct tracing found;
	struct search s = { .a = out->arena, .o = o, .t = &found };
	struct settlements settled = pair_settled(s.a, o->c, o->docs, o->n);
	struct trace *t = open_trace(s.a, o);
	trace_count(s.a, t, &settled, &found);
	find_reports(&s);
	find_pairs(&s);
	if (s.found.n)
		qsort(s.found.at, s.found.n, sizeof *s.found.at, by_use);
	struct node *list = node_list(s.a);
	for (size_t i = 0; i < s.found.n && i < TRIED && list->n < GIVEN; i++)
		give(&s, t, &s.found.at[i], list);
	trace_close(t);
	json_write_pretty(out, list);
}

// --- of the open case ---

static enum status prepare(struct hearsay *h, struct origins *o)
{
	*o = (struct origins){ .c = &h->c, .cache = &h->weighed };
	enum status s = handle_load(h);
	if (s == STATUS_OK && h->keep)
		s = keep_segments(&h->scratch, h->keep, &o->segments, &h->err);
	o->docs = case_documents(&h->scratch, &h->c, &o->n);
	return s;
}

enum status origins_pair(struct hearsay *h, const char *a, const char *b, struct buf *out)
{
	struct origins o;
	enum status s = prepare(h, &o);
	return s == STATUS_OK ? side_by_side(out, &o, a, b, &h->err) : s;
}

enum status origins_unsettled(struct hearsay *h, struct buf *out)
{
	struct origins o;
	enum status s = prepare(h, &o);
	if (s == STATUS_OK)
		list_unsettled(out, &o);
	return s;
}
