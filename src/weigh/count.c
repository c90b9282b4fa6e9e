// Reports of one fact with the same named origin are one report: the one that agrees with the origin's last position,
// with the shortest chain, then the earliest. Everything goes by the end of the day (month, year) of publication, then
// by order in the file.
#include "weigh/count.h"

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
	bool said[2] = { false, false }; // [affirms] by a counted report so far
	choose(b, reports, n, live, affirms, out->of);
	for (size_t i = 0; i < n; i++) {
		size_t r = reports[i];
		const struct position *p = &out->of[b->group[r]];
		bool counts = live[r] && p->best == r, *seen = &said[affirms[r]];
		out->behind[r] = live[r] ? p->best : SIZE_MAX;
		out->fate[r] = !counts ? COUNT_OUT : *seen ? COUNT_ECHO : COUNT_IN;
		out->changed[r] = counts && p->changed;
		*seen |= counts;
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
