// A citation names an outlet; the story meant is the document of that outlet (or crediting it) that shares most of the
// names, numbers and long words of the sentence that cites it, a word the more telling the fewer documents have it;
// published before it and not long before. Where there is none at hand the story is a ghost: one for all that cite the
// same outlet for the same thing, so that ten relays of an absent story count once. Copies of a text cite what it
// cites: the link is that of the cluster.
#include "trace/chains.h"

#include "base/search.h"
#include "case/outlets.h"
#include "trace/cited.h"
#include "trace/claim.h"
#include "trace/lineage.h"

#include <stdlib.h>
#include <string.h>

enum {
	DAYS = 7,          // between two stories
	SLIP = 2,          // days that a date may be wrong by
	TRIED = 512,       // documents or ghosts looked at
	BARE_WORDS = 14,   // of a sentence that can be without news of its own where it names nothing
	BARE = 3,          // such sentences
	LOOKED = 24,       // sentences that are looked for in the story cited
	BEFORE_COLON = 32, // bytes between a name and the colon of a passage
};

static const double resolved = 0.5;   // weight of the claim's telling words that the document cited has
static const double doubtful = 0.55;  // the same, where it has the later date or none is known
static const double told_too = 0.6;   // of the telling words of another sentence, that the story has as well
static const double verbatim = 0.8;   // the same, from where on a passage that is brought is a passage of it
static const double same_claim = 0.4; // share of the shorter claim's that two claims have in common

// Documents by the outlet they come from or credit, and their day.
struct shelf {
	uint64_t outlet;
	long day; // NO_DAY: unknown
	size_t doc;
};

static const long NO_DAY = 1L << 40;

// Which outlets a cluster's texts come from or credit; or which other cluster it has a passage of.
struct owner {
	size_t cluster;
	uint64_t outlet;
};

struct chaining {
	struct arena *a, scratch;
	const struct copies *c;
	struct chains *out;
	struct tracing *t;
	struct claims claims;
	struct folded **folded; // [text] of those that were looked at
	LIST(struct shelf) shelves;
	LIST(struct owner) owners, passages;
};

static int by_shelf(const void *x, const void *y)
{
	const struct shelf *a = x, *b = y;
	if (a->outlet != b->outlet)
		return a->outlet < b->outlet ? -1 : 1;
	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	return (a->doc > b->doc) - (a->doc < b->doc);
}

static int by_owner(const void *x, const void *y)
{
	const struct owner *a = x, *b = y;
	if (a->cluster != b->cluster)
		return a->cluster < b->cluster ? -1 : 1;
	return (a->outlet > b->outlet) - (a->outlet < b->outlet);
}

// The last of n spans in rising order that begins at or before a place, where it holds the place.
static const span *span_around(const span *s, size_t n, uint32_t at)
{
	size_t behind = search_first(n, k, s[k].from <= at);
	return behind && at < s[behind - 1].to ? &s[behind - 1] : NULL;
}

static span paragraph_of(const struct document *d, span at)
{
	const span *s = span_around(d->paragraphs.at, d->paragraphs.n, at.from);
	return s ? *s : at;
}

span chains_sentence(const struct document *d, span at)
{
	const span *s = span_around(d->sentences.at, d->sentences.n, at.from);
	return s ? *s : paragraph_of(d, at);
}

// "As the Courier reported:" brings a passage in its own words, which is found as one.
static bool brings_passage(const struct document *d, const struct citation *c)
{
	uint32_t end = c->at.to + BEFORE_COLON < d->len ? c->at.to + BEFORE_COLON : d->len;
	for (uint32_t i = c->at.to; i < end && !strchr("\n\".,;", d->text[i]); i++)
		if (d->text[i] == ':')
			return true;
	return false;
}

static bool other(const struct document *d, const struct citation *c)
{
	uint64_t outlet = c->named_only ? 0 : outlets_key(c->outlet);
	return (c->kind == CITATION_CITES || c->kind == CITATION_TOLD) && outlet && outlet != outlets_key(d->outlet);
}

bool chains_names_other(const struct document *d, const struct citation *c)
{
	return other(d, c) && !brings_passage(d, c);
}

static const struct folded *folding(struct chaining *g, size_t text)
{
	if (!g->folded[text]) {
		g->folded[text] = arena_new(&g->scratch, struct folded);
		copies_folded(g->c, (uint32_t)text, &g->scratch, g->folded[text]);
	}
	return g->folded[text];
}

// --- documents of an outlet ---

static long day_of(struct date d)
{
	return d.day ? date_day(d) : NO_DAY;
}

static void shelve(struct chaining *g, size_t doc, const char *outlet)
{
	uint64_t key = outlets_key(outlet);
	if (!key)
		return;
	long day = day_of(g->c->texts.at[doc].doc->published);
	list_push(&g->scratch, &g->shelves, ((struct shelf){ key, day, doc }));
	list_push(&g->scratch, &g->owners, ((struct owner){ g->c->texts.at[doc].cluster, key }));
}

static void shelves_fill(struct chaining *g)
{
	for (size_t i = 0; i < g->c->texts.n; i++) {
		const struct document *d = g->c->texts.at[i].doc;
		shelve(g, i, d->outlet);
		for (each (name, &d->credit))
			shelve(g, i, *name);
		for (each (c, &d->citations))
			if (c->kind == CITATION_CREDIT)
				shelve(g, i, c->outlet);
	}
	if (!g->shelves.n)
		return;
	qsort(g->shelves.at, g->shelves.n, sizeof *g->shelves.at, by_shelf);
	qsort(g->owners.at, g->owners.n, sizeof *g->owners.at, by_owner);
}

// Whether a text is a copy of a text of that outlet: then it only names whose it is.
static bool owned(const struct chaining *g, size_t doc, uint64_t outlet)
{
	struct owner x = { g->c->texts.at[doc].cluster, outlet };
	return g->owners.n && bsearch(&x, g->owners.at, g->owners.n, sizeof x, by_owner);
}

static size_t shelf_find(const struct chaining *g, struct shelf x)
{
	return search_first(g->shelves.n, k, by_shelf(&g->shelves.at[k], &x) < 0);
}

// Looks at the documents of an outlet in some days for the one that a claim is about.
static void resolve_in(struct chaining *g, const struct claim *claim, uint64_t outlet, long from, long to, size_t *best,
		       double *most)
{
	size_t at = shelf_find(g, (struct shelf){ outlet, from, 0 });
	long day = day_of(g->c->texts.at[claim->doc].doc->published);
	for (size_t tried = 0; at < g->shelves.n && tried < TRIED; at++, tried++) {
		const struct shelf *s = &g->shelves.at[at];
		if (s->outlet != outlet || s->day > to)
			break;
		if (g->c->texts.at[s->doc].cluster == g->c->texts.at[claim->doc].cluster)
			continue;
		double share = claim_in(&g->claims, claim, folding(g, s->doc));
		bool doubt = day == NO_DAY || s->day == NO_DAY || s->day > day;
		if (share >= (doubt ? doubtful : resolved) && share > *most) {
			*most = share;
			*best = s->doc;
		}
	}
}

// The document of an outlet that a claim is about, or SIZE_MAX; and how much of the claim it has.
static size_t resolve(struct chaining *g, const struct claim *claim, uint64_t outlet, double *most)
{
	long day = day_of(g->c->texts.at[claim->doc].doc->published);
	size_t best = SIZE_MAX;
	*most = 0;
	if (day != NO_DAY)
		resolve_in(g, claim, outlet, day - DAYS - SLIP, day + SLIP, &best, most);
	else
		resolve_in(g, claim, outlet, -NO_DAY, NO_DAY - 1, &best, most);
	resolve_in(g, claim, outlet, NO_DAY, NO_DAY, &best, most);
	return best;
}

// --- ghosts ---

static int by_key(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return (a > b) - (a < b);
}

static bool has(const uint64_t *keys, size_t n, uint64_t key)
{
	return n && bsearch(&key, keys, n, sizeof *keys, by_key);
}

static bool ghost_fits(const struct chains_ghost *g, const struct claim *claim)
{
	size_t both = 0, least = g->claim.n < claim->words.n ? g->claim.n : claim->words.n;
	for (size_t i = 0; i < claim->words.n; i++)
		both += has(g->claim.at, g->claim.n, claim->words.at[i]);
	return !least || (double)both >= same_claim * (double)least;
}

static size_t ghost_of(struct chaining *g, uint64_t outlet, const struct claim *claim)
{
	for (size_t k = g->out->ghosts.n, tried = 0; k-- > 0 && tried < TRIED;) {
		if (g->out->ghosts.at[k].outlet != outlet)
			continue;
		tried++;
		if (ghost_fits(&g->out->ghosts.at[k], claim))
			return k;
	}
	struct chains_ghost *x = list_add(g->a, &g->out->ghosts);
	*x = (struct chains_ghost){ .outlet = outlet, .name = claim->cite->outlet };
	for (each (w, &claim->words))
		list_push(g->a, &x->claim, *w);
	return g->out->ghosts.n - 1;
}

// --- links ---

static size_t cluster_to(const struct copies *c, size_t doc)
{
	return doc == SIZE_MAX ? SIZE_MAX : c->texts.at[doc].cluster;
}

// The link of a document's cluster to a story, new or that of an earlier citation of it.
static struct chains_link *link_of(struct chaining *g, size_t first, size_t doc, size_t to, size_t ghost, bool *new)
{
	for (size_t k = first; k < g->out->links.n; k++) {
		struct chains_link *l = &g->out->links.at[k];
		if (cluster_to(g->c, l->to) == cluster_to(g->c, to) && l->ghost == ghost) {
			*new = false;
			return l;
		}
	}
	struct chains_link *l = list_add(g->a, &g->out->links);
	*l = (struct chains_link){ .doc = doc, .to = to, .ghost = ghost };
	*new = true;
	return l;
}

static void passages_note(struct chaining *g)
{
	for (each (p, &g->c->parts)) {
		size_t x = g->c->texts.at[p->later].cluster, y = g->c->texts.at[p->earlier].cluster;
		if (p->likeness < LIKENESS_PART)
			continue;
		list_push(&g->scratch, &g->passages, ((struct owner){ x, y }));
		list_push(&g->scratch, &g->passages, ((struct owner){ y, x }));
	}
	if (g->passages.n)
		qsort(g->passages.at, g->passages.n, sizeof *g->passages.at, by_owner);
}

// Whether an edge is there that says more: one text has a passage of the other.
static bool passage_between(const struct chaining *g, const struct chains_link *l)
{
	if (l->to == SIZE_MAX || !g->passages.n)
		return false;
	struct owner x = { g->c->texts.at[l->doc].cluster, g->c->texts.at[l->to].cluster };
	return bsearch(&x, g->passages.at, g->passages.n, sizeof x, by_owner);
}

// The edge of a link. A passage that is brought is one of the story, unless an edge says so already.
static void edge_add(struct chaining *g, const struct chains_link *l, const struct citation *cite, double share)
{
	const struct document *d = g->c->texts.at[l->doc].doc;
	bool passage = l->to != SIZE_MAX && brings_passage(d, cite);
	if (passage && passage_between(g, l))
		return;
	struct edge *e = list_add(g->a, &g->t->edges);
	const char *verb = cite->kind == CITATION_TOLD ? "quotes what was told to" : "names as its source";
	*e = (struct edge){
		.child = l->doc, .parent = l->to, .name = cite->outlet, .relation = RELATION_cites, .sure = 0.9
	};
	const struct document *to = l->to == SIZE_MAX ? NULL : g->c->texts.at[l->to].doc;
	e->why = to ? arena_printf(g->a, "It %s %s, whose report \"%s\" has the same names and numbers.", verb,
				   cite->outlet, to->title ? to->title : lineage_name(to))
		    : arena_printf(g->a, "It %s %s, of which no such report is at hand.", verb, cite->outlet);
	if (passage && share >= verbatim) {
		span after = paragraph_of(d, (span){ cite->at.to, cite->at.to });
		const char *colon = memchr(d->text + cite->at.to, ':', d->len - cite->at.to);
		e->relation = RELATION_excerpt;
		e->why = arena_printf(g->a, "It brings a passage of %s.", cite->outlet);
		after.from = (uint32_t)(colon - d->text) + 1;
		if (after.from < after.to)
			list_push(g->a, &e->spans, after);
	} else if (!span_empty(cite->at)) {
		list_push(g->a, &e->spans, cite->at);
	}
}

// How many words of a text stand in a sentence, and whether they name anybody or anything.
static size_t words_in(const struct folded *t, span at, bool *names)
{
	size_t n = 0;
	*names = false;
	for (size_t i = folded_find(t, at.from); i < t->n && t->place[i].to <= at.to; i++, n++)
		*names |= (t->at[i] & (WORD_NAME | WORD_DIGIT | WORD_QUOTED | WORD_CITED)) != 0;
	return n;
}

static bool cites_here(const struct document *d, span sentence, uint64_t outlet)
{
	for (each (c, &d->citations))
		if (c->kind != CITATION_CREDIT && sentence.from <= c->at.from && c->at.from < sentence.to &&
		    outlets_key(c->outlet) == outlet)
			return true;
	return false;
}

// Share of a document's words that are from the story it cites: in sentences that cite its outlet, or that the story
// has, too. What is furniture, filler, or short and names nothing counts neither way, the last a few times only.
static double share_of(struct chaining *g, size_t doc, size_t to, uint64_t outlet)
{
	const struct document *d = g->c->texts.at[doc].doc;
	const struct folded *t = folding(g, doc), *story = to == SIZE_MAX ? NULL : folding(g, to);
	size_t all = 0, cited = 0, bare = 0, looked = 0;
	for (each (s, &d->sentences)) {
		bool names, here = cites_here(d, *s, outlet);
		size_t n = words_in(t, *s, &names);
		if (!n || (!here && cited_filler(d, *s)))
			continue;
		if (!here && !names && n <= BARE_WORDS && bare++ < BARE)
			continue;
		all += n;
		if (!here && story && looked++ < LOOKED)
			here = claim_stands(&g->scratch, &g->claims, t, *s, story) >= told_too;
		cited += here ? n : 0;
	}
	return all ? (double)cited / (double)all : 0;
}

// Links a cluster's claims, [from, to) of all.
static void cluster_link(struct chaining *g, size_t from, size_t to)
{
	size_t first = g->out->links.n;
	for (size_t k = from; k < to; k++) {
		const struct claim *claim = &g->claims.list.at[k];
		uint64_t outlet = outlets_key(claim->cite->outlet);
		double share;
		size_t doc = resolve(g, claim, outlet, &share);
		size_t ghost = doc == SIZE_MAX ? ghost_of(g, outlet, claim) : SIZE_MAX;
		bool new;
		struct chains_link *l = link_of(g, first, claim->doc, doc, ghost, &new);
		if (!new)
			continue;
		l->share = share_of(g, claim->doc, doc, outlet);
		edge_add(g, l, claim->cite, share);
	}
}

static void claims_take(struct chaining *g, size_t doc)
{
	const struct document *d = g->c->texts.at[doc].doc;
	for (each (cite, &d->citations))
		if (other(d, cite) && !owned(g, doc, outlets_key(cite->outlet)))
			claim_add(&g->scratch, &g->claims, folding(g, doc), doc, cite, chains_sentence(d, cite->at),
				  paragraph_of(d, cite->at));
}

void chains_find(struct arena *a, const struct copies *c, struct chains *out, struct tracing *t)
{
	struct chaining g = { .a = a, .c = c, .out = out, .t = t };
	LIST(size_t) ends = { 0 }; // of each cluster's claims
	*out = (struct chains){ 0 };
	g.folded = arena_array(&g.scratch, struct folded *, c->texts.n + 1);
	shelves_fill(&g);
	passages_note(&g);
	for (each (cluster, &c->clusters)) {
		if (!cluster->n)
			continue;
		size_t root = t->root[cluster->first];
		claims_take(&g, root); // what the first text cites, its copies cite because of it
		for (uint32_t m = cluster->first; m != COPIES_NONE; m = c->texts.at[m].next)
			if (m != root)
				claims_take(&g, m);
		list_push(&g.scratch, &ends, g.claims.list.n);
	}
	claim_count(&g.scratch, &g.claims, c);
	size_t from = 0;
	for (each (end, &ends)) {
		cluster_link(&g, from, *end);
		from = *end;
	}
	arena_free(&g.scratch);
}
