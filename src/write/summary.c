#include "write/summary.h"

#include "base/stats.h"
#include "case/between.h"
#include "case/json.h"
#include "write/number.h"
#include "write/write.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *plural(size_t n)
{
	return n == 1 ? "" : "s";
}

enum { TURNS = 3 }; // told of a kind

// How far a value is from turning the leader, in log-odds.
static double way(const struct threshold *t)
{
	return fabs(stats_logit(t->flips_at) - stats_logit(t->at));
}

static int by_way(const void *a, const void *b)
{
	const struct threshold *const *x = a, *const *y = b;
	double p = way(*x), q = way(*y);
	if (p != q)
		return p < q ? -1 : 1;
	return (*x > *y) - (*x < *y);
}

static void print_values(struct buf *out, const struct question_result *r)
{
	const struct threshold **t = arena_array(out->arena, const struct threshold *, r->thresholds.n + 1);
	size_t n = 0;
	for (each (x, &r->thresholds))
		if (!isnan(x->flips_at))
			t[n++] = x;
	qsort(t, n, sizeof *t, by_way);
	for (size_t i = 0; i < n && i < TURNS; i++)
		buf_printf(out, "  another would lead with %s at %.3g instead of %.3g\n", t[i]->value, t[i]->flips_at,
			   t[i]->at);
}

static void print_origins(struct buf *out, const struct question_result *r)
{
	for (size_t i = 0; i < r->flips.n && i < TURNS; i++) {
		const struct flip *f = &r->flips.at[i];
		buf_text(out, i ? "; or without " : "  another would lead without ");
		for (size_t k = 0; k < f->n; k++)
			buf_printf(out, "%s%s", !k ? "" : k + 1 == f->n ? " and " : ", ", f->origins[k]);
	}
	if (r->flips.n)
		buf_printf(out, "%s\n", r->flips.n > TURNS ? "; and so on" : "");
}

static void print_question(struct buf *out, const struct the_case *c, const struct question *q,
			   const struct question_result *r, bool drawn)
{
	buf_printf(out, "%s\n", q->ask ? q->ask : q->id);
	for (size_t h = 0; h < r->n; h++) {
		const struct hypothesis_result *x = &r->hyps[h];
		buf_printf(out, "%s %-24s %5s %%  ", h == r->lead ? " >" : "  ", q->hyps.at[h].id,
			   number_tenths(out->arena, x->p));
		if (drawn)
			buf_printf(out, "(%s to %s)  ", number_tenths(out->arena, x->lo),
				   number_tenths(out->arena, x->hi));
		buf_printf(out, "%-20s %s\n", x->word, q->hyps.at[h].say ? q->hyps.at[h].say : "");
	}
	if (drawn)
		buf_printf(out, "  confidence: %s%s%s\n", sureness_name(r->confidence.level),
			   r->confidence.because ? ", because " : "",
			   r->confidence.because ? r->confidence.because : "");
	print_origins(out, r);
	print_values(out, r);
	if (r->next.n)
		buf_printf(out, "  to find out next: %s (%.3f bits)\n", c->facts.at[r->next.at[0].fact].id,
			   r->next.at[0].bits);
	buf_char(out, '\n');
}

static void print_weighed(struct buf *out, const struct the_case *c, const struct assessment *w)
{
	for (size_t q = 0; q < c->questions.n; q++)
		print_question(out, c, &c->questions.at[q], &w->questions[q], w->draws > 0);
	buf_printf(
	    out, "%zu report%s, %zu origin%s, %zu echo%s, %zu untraceable; conflict %.2f bits; %zu draws, seed %llu\n",
	    w->tally.reports, plural(w->tally.reports), w->tally.origins, plural(w->tally.origins), w->tally.echoes,
	    w->tally.echoes == 1 ? "" : "es", w->tally.untraceable, w->conflict, w->draws, (unsigned long long)w->seed);
}

// Of a question, what a matrix of facts and answers shows: not what else hangs on it.
static struct node *brief_question(struct arena *a, const struct node *question)
{
	struct node *out = node_map(a);
	for (node_each (child, question))
		if (!strcmp(child->key, "without"))
			node_put(a, node_put_map(a, out, "without"), "facts", node_copy(a, node_get(child, "facts")));
		else if (strcmp(child->key, "thresholds") != 0 && strcmp(child->key, "contributions") != 0 &&
			 strncmp(child->key, "flips", 5) != 0)
			node_put(a, out, child->key, node_copy(a, child));
	return out;
}

static struct node *brief(struct arena *a, const struct node *numbers)
{
	struct node *out = node_map(a);
	for (node_each (child, numbers))
		if (!strcmp(child->key, "questions")) {
			struct node *list = node_put_list(a, out, "questions");
			for (node_each (question, child))
				node_add(list, brief_question(a, question));
		} else if (strcmp(child->key, "timeline") != 0) {
			node_put(a, out, child->key, node_copy(a, child));
		}
	return out;
}

bool write_assessment(struct buf *out, const char *format, const struct the_case *c, const struct assessment *w,
		      const struct check_findings *found)
{
	if (!strcmp(format, "json")) {
		struct node *numbers = assessment_write(out->arena, c, w);
		check_put(out->arena, found, numbers);
		json_write_pretty(out, numbers);
		return true;
	}
	if (!strcmp(format, "line") || !strcmp(format, "brief")) {
		struct node *numbers = assessment_write(out->arena, c, w);
		node_round(numbers);
		json_write(out, *format == 'b' ? brief(out->arena, numbers) : numbers);
		buf_char(out, '\n');
		return true;
	}
	if (strcmp(format, "text") != 0)
		return false;
	print_weighed(out, c, w);
	return true;
}

const char *summary_name(const struct document *d)
{
	return d->title ? d->title : d->path ? d->path : d->id;
}

const char *summary_tally(struct arena *a, const struct tally *y)
{
	return arena_printf(a, "%zu document%s, %zu origin%s, %zu echo%s, %zu untraceable", y->documents,
			    plural(y->documents), y->origins, plural(y->origins), y->echoes, y->echoes == 1 ? "" : "es",
			    y->untraceable);
}

// A document with what ties it to others; its edges stand together.
static void put_member(struct buf *out, const struct tracing *t, const struct document *const *docs, size_t doc,
		       bool origin)
{
	const struct document *d = docs[doc];
	bool both = d->outlet && d->title;
	buf_printf(out, "    %s%s%s%s\n", both ? d->outlet : "", both ? ": " : "", summary_name(d),
		   origin ? "  (origin)" : "");
	for (size_t i = origin_edges(t, doc); i < t->edges.n && t->edges.at[i].child == doc; i++)
		if (t->edges.at[i].why)
			buf_printf(out, "        %s\n", t->edges.at[i].why);
}

// What is established between origins: which are independent, and that nothing is of the others.
static void put_between(struct buf *out, const struct tracing *t, const struct document *const *docs)
{
	size_t n = t->families.n <= ORIGIN_BETWEEN ? t->families.n : 0, shown = 0;
	for (size_t x = 0; x < n; x++)
		for (size_t y = x + 1; y < n; y++) {
			const struct family *f = &t->families.at[x], *g = &t->families.at[y];
			const char *why;
			if (between_documents(out->arena, t, docs, f->members.at[0], g->members.at[0], &why) !=
			    BETWEEN_independent)
				continue;
			buf_printf(out, "%s%s and %s are independent. %s\n", shown++ ? "" : "\n", f->id, g->id, why);
		}
	if (n > 1 && shown < n * (n - 1) / 2)
		buf_printf(out, "%sThat %s of these are independent is not established.\n", shown ? "" : "\n",
			   shown ? "any others" : "any two");
}

void summary_origins(struct buf *out, const struct tracing *t, const struct document *const *docs)
{
	const size_t *n = t->counts;
	buf_printf(out, "%s\n", summary_tally(out->arena, &t->tally));
	if (n[TRACE_TEXT] != n[TRACE_STRICT])
		buf_printf(out,
			   "%zu different text%s, %zu report%s; %zu if what names its source for all it says "
			   "counts with it\n",
			   n[TRACE_TEXT], plural(n[TRACE_TEXT]), n[TRACE_REPORT], plural(n[TRACE_REPORT]),
			   n[TRACE_STRICT]);
	for (each (f, &t->families)) {
		buf_printf(out, "\n%s  %s\n", f->id,
			   f->origin_name          ? f->origin_name
			   : f->origin != SIZE_MAX ? summary_name(docs[f->origin])
						   : "an origin that is not at hand");
		for (each (m, &f->members))
			put_member(out, t, docs, *m, *m == f->origin);
	}
	put_between(out, t, docs);
}
