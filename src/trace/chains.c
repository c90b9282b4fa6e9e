// A citation names an outlet; the story meant is the document of that outlet that shares most names, numbers and long
// words with the sentence that cites it, published before it and not long before. Where there is none at hand the story
// is a ghost: one for all that cite the same outlet for the same thing, so that ten relays of an absent story count
// once.
#include "trace/chains.h"

#include "case/outlets.h"
#include "trace/lineage.h"

#include <stdlib.h>

enum { LONG_WORD = 7, DAYS = 7, TRIED = 256 }; // letters of a telling word; days between; documents or ghosts looked at

static const double resolved = 0.4;   // share of the claim's telling words that the document cited has
static const double same_claim = 0.4; // share of the shorter claim's that two claims have in common

struct claim {
	LIST(uint64_t) words; // keys, rising, each once
	size_t length;        // all words of the sentence
	span at;
};

// Documents by the outlet they come from or credit.
struct shelf {
	uint64_t outlet;
	size_t doc;
};

static int by_key(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return (a > b) - (a < b);
}

static int by_outlet(const void *x, const void *y)
{
	const struct shelf *a = x, *b = y;
	return a->outlet != b->outlet ? (a->outlet > b->outlet) - (a->outlet < b->outlet)
				      : (a->doc > b->doc) - (a->doc < b->doc);
}

// The last of n spans in rising order that begins at or before a place, where it holds the place.
static const span *span_around(const span *s, size_t n, uint32_t at)
{
	size_t lo = 0, hi = n;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (s[mid].from <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo && at < s[lo - 1].to ? &s[lo - 1] : NULL;
}

span chains_sentence(const struct document *d, span at)
{
	const span *s = span_around(d->sentences.at, d->sentences.n, at.from);
	if (!s)
		s = span_around(d->paragraphs.at, d->paragraphs.n, at.from);
	return s ? *s : at;
}

bool chains_names_other(const struct document *d, const struct citation *c)
{
	uint64_t outlet = outlets_key(c->outlet);
	return (c->kind == CITATION_CITES || c->kind == CITATION_TOLD) && outlet && outlet != outlets_key(d->outlet);
}

static bool telling(const struct word *w)
{
	return (w->flags & (WORD_NAME | WORD_DIGIT)) || w->to - w->from >= LONG_WORD;
}

// What the sentence of a citation says, without the name of the outlet.
static struct claim claim_of(struct arena *a, const struct copies_text *t, const struct citation *c)
{
	struct claim claim = { .at = chains_sentence(t->doc, c->at) };
	struct folded name;
	folded_of(a, c->outlet, slice_of(c->outlet).len, &name);
	for (size_t i = folded_find(&t->folded, claim.at.from); i < t->folded.n && t->folded.at[i].to <= claim.at.to;
	     i++) {
		const struct word *w = &t->folded.at[i];
		bool named = false;
		for (size_t k = 0; k < name.n; k++)
			named |= name.at[k].key == w->key;
		claim.length++;
		if (telling(w) && !named)
			list_push(a, &claim.words, w->key);
	}
	if (claim.words.n)
		qsort(claim.words.at, claim.words.n, sizeof *claim.words.at, by_key);
	size_t n = 0;
	for (size_t i = 0; i < claim.words.n; i++)
		if (!n || claim.words.at[n - 1] != claim.words.at[i])
			claim.words.at[n++] = claim.words.at[i];
	claim.words.n = n;
	return claim;
}

static bool has(const uint64_t *keys, size_t n, uint64_t key)
{
	return n && bsearch(&key, keys, n, sizeof *keys, by_key);
}

// Share of the claim's telling words that stand in a text.
static double claim_in(const struct claim *claim, const struct folded *t)
{
	size_t n = 0;
	struct arena scratch = { 0 };
	bool *found = arena_array(&scratch, bool, claim->words.n + 1);
	for (size_t i = 0; i < t->n; i++) {
		const uint64_t *k =
		    claim->words.n ? bsearch(&t->at[i].key, claim->words.at, claim->words.n, sizeof *k, by_key) : NULL;
		if (k)
			found[k - claim->words.at] = true;
	}
	for (size_t i = 0; i < claim->words.n; i++)
		n += found[i];
	arena_free(&scratch);
	return claim->words.n ? (double)n / (double)claim->words.n : 0;
}

static bool in_time(struct date cited, struct date citing)
{
	if (!cited.day || !citing.day)
		return !date_known(cited) || !date_known(citing) || date_compare(cited, citing) <= 0;
	long gap = date_day(citing) - date_day(cited);
	return gap >= 0 && gap <= DAYS;
}

static struct shelf *shelves(struct arena *a, const struct copies *c, size_t *n)
{
	struct shelf *s = arena_array(a, struct shelf, 2 * c->n + 1);
	*n = 0;
	for (size_t i = 0; i < c->n; i++) {
		const struct document *d = c->text[i].doc;
		uint64_t own = outlets_key(d->outlet), credit = outlets_key(d->credit.n ? d->credit.at[0] : NULL);
		if (own)
			s[(*n)++] = (struct shelf){ own, i };
		if (credit && credit != own)
			s[(*n)++] = (struct shelf){ credit, i };
	}
	if (*n)
		qsort(s, *n, sizeof *s, by_outlet);
	return s;
}

// The document of an outlet that a claim is about, or SIZE_MAX.
static size_t resolve(const struct copies *c, const struct shelf *s, size_t n, size_t doc, uint64_t outlet,
		      const struct claim *claim)
{
	size_t lo = 0, hi = n, best = SIZE_MAX;
	double most = resolved;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (s[mid].outlet < outlet)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (size_t tried = 0; lo < n && s[lo].outlet == outlet && tried < TRIED; lo++, tried++) {
		size_t other = s[lo].doc;
		if (c->text[other].cluster == c->text[doc].cluster ||
		    !in_time(c->text[other].doc->published, c->text[doc].doc->published))
			continue;
		double share = claim_in(claim, &c->text[other].folded);
		if (share > most || (share >= most && best == SIZE_MAX)) {
			most = share;
			best = other;
		}
	}
	return best;
}

static bool ghost_fits(const struct chains_ghost *g, const struct claim *claim)
{
	size_t both = 0, least = g->claim.n < claim->words.n ? g->claim.n : claim->words.n;
	for (size_t i = 0; i < claim->words.n; i++)
		both += has(g->claim.at, g->claim.n, claim->words.at[i]);
	return !least || (double)both >= same_claim * (double)least;
}

static size_t ghost_of(struct arena *a, struct chains *out, uint64_t outlet, const char *name,
		       const struct claim *claim)
{
	for (size_t k = out->ghosts.n, tried = 0; k-- > 0 && tried < TRIED;) {
		if (out->ghosts.at[k].outlet != outlet)
			continue;
		tried++;
		if (ghost_fits(&out->ghosts.at[k], claim))
			return k;
	}
	struct chains_ghost *g = list_add(a, &out->ghosts);
	*g = (struct chains_ghost){ .outlet = outlet, .name = name };
	for (each (w, &claim->words))
		list_push(a, &g->claim, *w);
	return out->ghosts.n - 1;
}

// The link of a document to a story, new or that of an earlier citation of it.
static struct chains_link *link_of(struct arena *a, struct chains *out, size_t doc, size_t to, size_t ghost, bool *new)
{
	for (size_t k = out->links.n; k-- > 0 && out->links.at[k].doc == doc;)
		if (out->links.at[k].to == to && out->links.at[k].ghost == ghost) {
			*new = false;
			return &out->links.at[k];
		}
	struct chains_link *l = list_add(a, &out->links);
	*l = (struct chains_link){ .doc = doc, .to = to, .ghost = ghost };
	*new = true;
	return l;
}

static void edge_add(struct arena *a, const struct copies *c, const struct chains_link *l, const struct citation *cite,
		     struct tracing *t)
{
	struct edge *e = list_add(a, &t->edges);
	const char *verb = cite->kind == CITATION_TOLD ? "quotes what was told to" : "names as its source";
	*e = (struct edge){
		.child = l->doc, .parent = l->to, .name = cite->outlet, .relation = RELATION_cites, .sure = 0.9
	};
	e->why = l->to == SIZE_MAX
		     ? arena_printf(a, "It %s %s, of which no such report is at hand.", verb, cite->outlet)
		     : arena_printf(
			   a, "It %s %s, whose report \"%s\" has the same names and numbers.", verb, cite->outlet,
			   c->text[l->to].doc->title ? c->text[l->to].doc->title : lineage_name(c->text[l->to].doc));
	if (!span_empty(cite->at))
		list_push(a, &e->spans, cite->at);
}

void chains_find(struct arena *a, const struct copies *c, struct chains *out, struct tracing *t)
{
	size_t n;
	struct shelf *s = shelves(a, c, &n);
	*out = (struct chains){ 0 };
	for (size_t i = 0; i < c->n; i++) {
		const struct copies_text *text = &c->text[i];
		span last = { 0 };
		for (each (cite, &text->doc->citations)) {
			uint64_t outlet = outlets_key(cite->outlet);
			if (!chains_names_other(text->doc, cite))
				continue;
			struct claim claim = claim_of(a, text, cite);
			size_t to = resolve(c, s, n, i, outlet, &claim);
			size_t ghost = to == SIZE_MAX ? ghost_of(a, out, outlet, cite->outlet, &claim) : SIZE_MAX;
			bool new;
			struct chains_link *l = link_of(a, out, i, to, ghost, &new);
			if (new || !span_same(last, claim.at))
				l->share += text->folded.n ? (double)claim.length / (double)text->folded.n : 0;
			last = claim.at;
			if (new)
				edge_add(a, c, l, cite, t);
		}
	}
}
