// One pass over the documents in order of time. Each is looked up by its fingerprints, aligned with the few texts that
// share most of them, and joins the cluster of the text it is a copy of. Joining is guarded (the mean likeness to the
// cluster's first text and its latest members), never plain union: rolling wire copy and digests would chain everything
// to everything.
#include "trace/copies.h"

#include "trace/chains.h"
#include "trace/strip.h"

#include <stdlib.h>
#include <string.h>

enum { CANDIDATES = 6, RECENT = 4 };

static const double least_weight = 1.6; // of shared fingerprints, for an alignment
static const double guard = 0.55;       // mean likeness to a cluster's members
static const double stranger = 0.15;    // share of fingerprints below which a text is no relative
static const double same_part = 0.60;   // overlap of two matches that join two clusters

struct candidate {
	size_t doc;
	double weight;
	enum likeness likeness;
	struct alignment alignment;
};

struct pass {
	struct arena *a;
	struct copies *c;
	struct prints_index index;
	double *weight;       // [document] of the text at hand
	size_t *hits;         // [document]
	LIST(size_t) touched; // documents with a weight
	struct candidate found[CANDIDATES];
	size_t n_found;
};

struct ordered {
	const struct document *doc;
	size_t i;
};

static int by_time(const void *x, const void *y)
{
	const struct ordered *a = x, *b = y;
	int order = date_compare(a->doc->published, b->doc->published);
	if (!order)
		order = strcmp(a->doc->id ? a->doc->id : "", b->doc->id ? b->doc->id : "");
	return order ? order : (a->i > b->i) - (a->i < b->i);
}

static void hit(struct pass *p, uint32_t doc, double weight)
{
	if (!doc)
		return;
	size_t i = doc - 1;
	if (!p->hits[i]) {
		*list_add(p->a, &p->touched) = i;
		p->weight[i] = 0;
	}
	p->hits[i]++;
	p->weight[i] += weight;
}

// Puts a document among the candidates by weight; equal weights by document.
static void candidate_offer(struct pass *p, size_t doc)
{
	double weight = p->weight[doc];
	size_t at = p->n_found;
	while (at &&
	       (p->found[at - 1].weight < weight || (p->found[at - 1].weight <= weight && p->found[at - 1].doc > doc)))
		at--;
	if (at == CANDIDATES)
		return;
	size_t moved = (p->n_found < CANDIDATES ? p->n_found : CANDIDATES - 1) - at;
	memmove(p->found + at + 1, p->found + at, moved * sizeof *p->found);
	p->found[at] = (struct candidate){ .doc = doc, .weight = weight };
	p->n_found += p->n_found < CANDIDATES;
}

static void candidates_find(struct pass *p, const struct copies_text *t)
{
	p->touched.n = 0;
	p->n_found = 0;
	for (size_t k = 0; k < t->prints.n; k++) {
		const struct prints_slot *s = prints_find(&p->index, t->prints.key[k]);
		hit(p, s->first, 1.0 / (1 + s->strangers));
		hit(p, s->second, 1.0 / (1 + s->strangers));
	}
	for (size_t k = 0; k < p->touched.n; k++)
		if (p->weight[p->touched.at[k]] >= least_weight)
			candidate_offer(p, p->touched.at[k]);
}

static void candidates_align(struct pass *p, const struct copies_text *t)
{
	for (size_t k = 0; k < p->n_found; k++) {
		struct candidate *f = &p->found[k];
		const struct copies_text *other = &p->c->text[f->doc];
		align_texts(p->a, &t->folded, &other->folded, &f->alignment);
		f->likeness = likeness_of(&f->alignment, t->folded.n, other->folded.n);
	}
}

// Mean likeness of a text to a cluster: to its first member and up to four of the latest.
static double cluster_likeness(struct pass *p, const struct copies_text *t, const struct copies_cluster *c)
{
	double sum = 0;
	size_t n = 0, from = c->members.n > RECENT + 1 ? c->members.n - RECENT : 1;
	for (size_t k = 0; k < c->members.n; k = k ? k + 1 : from, n++) {
		struct arena scratch = { 0 };
		struct alignment al;
		align_texts(&scratch, &t->folded, &p->c->text[c->members.at[k]].folded, &al);
		sum += likeness_cover(&al);
		arena_free(&scratch);
	}
	return n ? sum / (double)n : 0;
}

// Share of the smaller match that stands in the other too.
static double spans_overlap(const struct alignment *x, const struct alignment *y)
{
	double nx = 0, ny = 0, both = 0;
	for (each (s, &x->spans))
		nx += span_len(*s);
	for (each (s, &y->spans))
		ny += span_len(*s);
	for (size_t i = 0, j = 0; i < x->spans.n && j < y->spans.n;) {
		span s = x->spans.at[i], t = y->spans.at[j];
		uint32_t from = s.from > t.from ? s.from : t.from, to = s.to < t.to ? s.to : t.to;
		both += to > from ? to - from : 0;
		i += s.to <= t.to;
		j += s.to > t.to;
	}
	double least = nx < ny ? nx : ny;
	return least > 0 ? both / least : 0;
}

static void cluster_merge(struct pass *p, size_t into, size_t from)
{
	struct copies_cluster *x = &p->c->clusters.at[into], *y = &p->c->clusters.at[from];
	for (each (m, &y->members)) {
		p->c->text[*m].cluster = into;
		list_push(p->a, &x->members, *m);
	}
	y->members.n = 0;
}

// A text that is a copy of two clusters joins them only where both have the same text.
static bool clusters_are_one(struct pass *p, const struct candidate *x, const struct candidate *y)
{
	const struct copies *c = p->c;
	size_t i = c->clusters.at[c->text[x->doc].cluster].members.at[0];
	size_t j = c->clusters.at[c->text[y->doc].cluster].members.at[0];
	if (spans_overlap(&x->alignment, &y->alignment) < same_part)
		return false;
	struct arena scratch = { 0 };
	struct alignment al;
	align_texts(&scratch, &c->text[i].folded, &c->text[j].folded, &al);
	enum likeness l = likeness_of(&al, c->text[i].folded.n, c->text[j].folded.n);
	bool one = l == LIKENESS_COPY && likeness_cover(&al) >= guard;
	arena_free(&scratch);
	return one;
}

static void part_add(struct pass *p, size_t doc, const struct candidate *f, enum likeness likeness)
{
	for (size_t k = p->c->parts.n; k-- > 0 && p->c->parts.at[k].later == doc;)
		if (p->c->text[p->c->parts.at[k].earlier].cluster == p->c->text[f->doc].cluster)
			return; // one edge to a text is enough
	list_push(
	    p->a, &p->c->parts,
	    ((struct copies_part){ .later = doc, .earlier = f->doc, .likeness = likeness, .alignment = f->alignment }));
}

// The cluster of the candidate that covers most of the text, where the guard lets it in; else a new one.
static void cluster_join(struct pass *p, size_t doc)
{
	struct copies *c = p->c;
	struct copies_text *t = &c->text[doc];
	const struct candidate *best = NULL;
	t->cluster = SIZE_MAX;
	for (size_t k = 0; k < p->n_found; k++) {
		const struct candidate *f = &p->found[k];
		if (f->likeness != LIKENESS_COPY ||
		    (best && likeness_cover(&f->alignment) <= likeness_cover(&best->alignment)))
			continue;
		if (cluster_likeness(p, t, &c->clusters.at[c->text[f->doc].cluster]) >= guard)
			best = f;
	}
	if (best) {
		t->cluster = c->text[best->doc].cluster;
	} else {
		t->cluster = c->clusters.n;
		list_push(p->a, &c->clusters, (struct copies_cluster){ 0 });
	}
	list_push(p->a, &c->clusters.at[t->cluster].members, doc);
	for (size_t k = 0; best && k < p->n_found; k++) {
		const struct candidate *f = &p->found[k];
		if (f->likeness == LIKENESS_COPY && c->text[f->doc].cluster != t->cluster &&
		    clusters_are_one(p, best, f))
			cluster_merge(p, t->cluster, c->text[f->doc].cluster);
	}
}

static void parts_note(struct pass *p, size_t doc)
{
	for (size_t k = 0; k < p->n_found; k++) {
		const struct candidate *f = &p->found[k];
		if (p->c->text[f->doc].cluster == p->c->text[doc].cluster)
			continue;
		bool bundled = p->c->clusters.at[p->c->text[doc].cluster].members.n > 1;
		if (f->likeness == LIKENESS_COPY && bundled)
			part_add(p, doc, f, LIKENESS_ITEM); // it is of another text already: a bundle of two
		else if (f->likeness == LIKENESS_COPY && f->alignment.run >= LIKENESS_RUN)
			part_add(p, doc, f, LIKENESS_PART);
		else if (f->likeness != LIKENESS_COPY && f->likeness >= LIKENESS_QUOTES)
			part_add(p, doc, f, f->likeness);
	}
}

// Enters what is new, and lowers the weight of what a text shares without being a relative.
static void index_enter(struct pass *p, size_t doc)
{
	const struct copies_text *t = &p->c->text[doc];
	bool copy = p->c->clusters.at[t->cluster].members.n > 1;
	for (size_t k = 0; k < t->prints.n; k++) {
		struct prints_slot *s = prints_find(&p->index, t->prints.key[k]);
		if (!s->key)
			*s = (struct prints_slot){ .key = t->prints.key[k], .first = (uint32_t)doc + 1 };
		else if (s->first == doc + 1 || s->second == doc + 1)
			continue;
		else if ((double)p->hits[s->first - 1] < stranger * (double)t->prints.n)
			s->strangers++;
		else if (!s->second && !copy)
			s->second = (uint32_t)doc + 1;
	}
	for (each (i, &p->touched))
		p->hits[*i] = 0;
}

// What a text says it has from elsewhere is a chain, not a copy: those words are no more its own than a quotation.
static void chains_flag(const struct document *d, struct folded *t)
{
	for (each (c, &d->citations)) {
		if (!chains_names_other(d, c))
			continue;
		span s = chains_sentence(d, c->at);
		for (size_t i = folded_find(t, s.from); i < t->n && t->at[i].to <= s.to; i++)
			t->at[i].flags |= WORD_QUOTED;
	}
}

void copies_find(struct arena *a, const struct document *const *docs, size_t n, struct copies *out)
{
	struct pass p = { .a = a, .c = out };
	struct ordered *order = arena_array(a, struct ordered, n + 1);
	struct folded *folded = arena_array(a, struct folded, n + 1);
	size_t prints = 0;
	*out = (struct copies){ .n = n, .text = arena_array(a, struct copies_text, n + 1) };
	for (size_t i = 0; i < n; i++) {
		order[i] = (struct ordered){ docs[i], i };
		folded_of(a, docs[i]->text ? docs[i]->text : "", docs[i]->text ? docs[i]->len : 0, &folded[i]);
		chains_flag(docs[i], &folded[i]);
	}
	strip_boilerplate(docs, folded, n);
	for (size_t i = 0; i < n; i++) {
		struct copies_text *t = &out->text[i];
		*t = (struct copies_text){ .doc = docs[i], .folded = folded[i] };
		prints_of(a, &t->folded, &t->prints);
		prints += t->prints.n;
	}
	prints_index_make(a, &p.index, prints);
	p.weight = arena_array(a, double, n + 1);
	p.hits = arena_array(a, size_t, n + 1);
	if (n)
		qsort(order, n, sizeof *order, by_time);
	for (size_t k = 0; k < n; k++) {
		candidates_find(&p, &out->text[order[k].i]);
		candidates_align(&p, &out->text[order[k].i]);
		cluster_join(&p, order[k].i);
		parts_note(&p, order[k].i);
		index_enter(&p, order[k].i);
	}
}
