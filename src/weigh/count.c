// Reports of one fact with the same named origin are one report: the one that agrees with the origin's last position,
// with the shortest chain, then the earliest. Everything goes by the end of the day (month, year) of publication, then
// by order in the file.
#include "weigh/count.h"

#include "base/search.h"
#include "case/pair.h"

#include <stdlib.h>

struct key {
	const struct report *r;
	size_t at;
};

static int by_day(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int d = date_compare(x->r->published, y->r->published);
	return d ? d : (x->at > y->at) - (x->at < y->at);
}

static int by_origin(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	if (x->r->fact.at != y->r->fact.at)
		return x->r->fact.at < y->r->fact.at ? -1 : 1;
	if (x->r->from.at != y->r->from.at)
		return x->r->from.at < y->r->from.at ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

// As many places as there are reports of each fact, then each report to the next place of its fact.
static void sort_by_fact(struct arena *a, struct count_base *b)
{
	size_t n = b->c->reports.n, facts = b->c->facts.n;
	b->by_fact = arena_array(a, size_t, n + 1);
	b->first = arena_array(a, size_t, facts + 2);
	for (size_t i = 0; i < n; i++)
		b->first[(size_t)b->c->reports.at[i].fact.at + 2]++;
	for (size_t f = 2; f < facts + 2; f++)
		b->first[f] += b->first[f - 1];
	for (size_t i = 0; i < n; i++)
		b->by_fact[b->first[(size_t)b->c->reports.at[b->order[i]].fact.at + 1]++] = b->order[i];
}

// --- what was settled of their documents ---

static int by_later(const void *a, const void *b)
{
	const struct count_tie *x = a, *y = b;
	if (x->later != y->later)
		return x->later < y->later ? -1 : 1;
	return (x->earlier > y->earlier) - (x->earlier < y->earlier);
}

// An echo that a person entered goes before what was settled; one that was drafted from the texts comes behind it.
static bool is_entered(const struct report *r)
{
	return r->echo.kind != VALUE_NONE && !r->drafted;
}

// The document of each report of which something is settled, else -1.
static int *find_documents(struct arena *a, const struct the_case *c)
{
	int *document = arena_array(a, int, c->reports.n + 1);
	bool *named = arena_array(a, bool, c->documents.n + 1);
	for (each (p, &c->pairs))
		named[p->documents.at[0].at] = named[p->documents.at[1].at] = true;
	for (size_t r = 0; r < c->reports.n; r++) {
		int d = pair_document(c, &c->reports.at[r]);
		document[r] = d >= 0 && named[d] ? d : -1;
	}
	return document;
}

static void find_ties(struct arena *a, struct count_base *b)
{
	const struct the_case *c = b->c;
	const int *document = c->pairs.n ? find_documents(a, c) : NULL;
	for (size_t i = 0; document && i < c->reports.n; i++) {
		size_t later = b->by_fact[i];
		if (document[later] < 0 || is_entered(&c->reports.at[later]))
			continue;
		for (size_t k = b->first[(size_t)c->reports.at[later].fact.at]; k < i; k++) {
			size_t earlier = b->by_fact[k];
			const struct pair *p =
			    document[earlier] < 0 ? NULL : pair_find(c, document[later], document[earlier]);
			if (p)
				list_push(a, &b->ties, ((struct count_tie){ later, earlier, p->is }));
		}
	}
	if (b->ties.n)
		qsort(b->ties.at, b->ties.n, sizeof *b->ties.at, by_later);
}

// The fate of a counted report before which `agree` counted ones of its fact agree with it. Each of these may be what
// it repeats: it is independent where it is so of all of them.
static enum count_fate fate_of(const struct count_base *b, size_t r, size_t agree, const bool *affirms,
			       const struct count *out)
{
	size_t independent = 0, open = 0;
	for (size_t i = search_first(b->ties.n, k, b->ties.at[k].later < r); i < b->ties.n && b->ties.at[i].later == r;
	     i++) {
		const struct count_tie *t = &b->ties.at[i];
		if (out->fate[t->earlier] == COUNT_OUT || affirms[t->earlier] != affirms[r])
			continue;
		if (t->is == BETWEEN_same)
			return COUNT_SAME;
		independent += t->is == BETWEEN_independent;
		open += t->is == BETWEEN_open;
	}
	if (independent == agree)
		return COUNT_IN;
	return open && independent + open == agree ? COUNT_USUAL : COUNT_ECHO;
}

void count_prepare(struct arena *a, const struct the_case *c, struct count_base *b)
{
	size_t n = c->reports.n;
	struct key *keys = arena_array(a, struct key, n + 1);
	*b = (struct count_base){ .c = c,
				  .order = arena_array(a, size_t, n + 1),
				  .group = arena_array(a, size_t, n + 1) };
	for (size_t i = 0; i < n; i++)
		keys[i] = (struct key){ &c->reports.at[i], i };
	qsort(keys, n, sizeof *keys, by_day);
	for (size_t i = 0; i < n; i++)
		b->order[i] = keys[i].at;
	qsort(keys, n, sizeof *keys, by_origin);
	for (size_t i = 0; i < n; i++) {
		const struct report *r = keys[i].r, *before = i ? keys[i - 1].r : NULL;
		bool same = before && r->from.id && before->from.id && r->from.at == before->from.at &&
			    r->fact.at == before->fact.at;
		b->groups += !same;
		b->group[keys[i].at] = b->groups - 1;
	}
	sort_by_fact(a, b);
	find_ties(a, b);
}

// What is known of the live reports of one origin on one fact.
struct position {
	bool any, last, changed;
	bool chosen;
	size_t best;
};

static void choose(const struct count_base *b, const size_t *reports, size_t n, const bool *live, const bool *affirms,
		   struct position *of)
{
	for (size_t i = 0; i < n; i++)
		of[b->group[reports[i]]] = (struct position){ 0 };
	for (size_t i = 0; i < n; i++) {
		size_t r = reports[i];
		struct position *p = &of[b->group[r]];
		if (!live[r])
			continue;
		p->changed |= p->any && p->last != affirms[r];
		p->any = true;
		p->last = affirms[r];
	}
	for (size_t i = 0; i < n; i++) {
		size_t r = reports[i];
		struct position *p = &of[b->group[r]];
		if (!live[r] || affirms[r] != p->last)
			continue;
		if (!p->chosen || b->c->reports.at[r].via.n < b->c->reports.at[p->best].via.n)
			p->best = r;
		p->chosen = true;
	}
}

void count_fact(const struct count_base *b, size_t fact, const bool *live, const bool *affirms, struct count *out)
{
	const size_t *reports = b->by_fact + b->first[fact];
	size_t n = b->first[fact + 1] - b->first[fact];
	size_t said[2] = { 0, 0 }; // [affirms] counted reports so far
	choose(b, reports, n, live, affirms, out->of);
	for (size_t i = 0; i < n; i++) {
		size_t r = reports[i];
		const struct position *p = &out->of[b->group[r]];
		bool counts = live[r] && p->best == r;
		size_t *agree = &said[affirms[r]];
		out->behind[r] = live[r] ? p->best : SIZE_MAX;
		out->fate[r] = !counts ? COUNT_OUT : *agree ? fate_of(b, r, *agree, affirms, out) : COUNT_IN;
		out->changed[r] = counts && p->changed;
		*agree += counts;
	}
}

struct count count_room(struct arena *a, const struct count_base *b)
{
	size_t n = b->c->reports.n;
	return (struct count){ .kept = arena_array(a, size_t, n + 1),
			       .behind = arena_array(a, size_t, n + 1),
			       .fate = arena_array(a, unsigned char, n + 1),
			       .changed = arena_array(a, bool, n + 1),
			       .of = arena_array(a, struct position, b->groups + 1) };
}

void count_reports(struct arena *a, const struct count_base *b, const bool *live, const bool *affirms,
		   struct count *out)
{
	*out = count_room(a, b);
	for (size_t f = 0; f < b->c->facts.n; f++)
		count_fact(b, f, live, affirms, out);
	for (size_t i = 0; i < b->c->reports.n; i++) {
		out->live += live[b->order[i]];
		if (out->fate[b->order[i]] != COUNT_OUT)
			out->kept[out->n++] = b->order[i];
	}
}
