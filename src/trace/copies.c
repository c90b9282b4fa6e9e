// One pass over the documents in order of time. Each is looked up by its fingerprints, aligned with the few texts that
// share most of them, and joins the cluster of the text it is a copy of. Joining is guarded (the mean likeness to the
// cluster's first text and its latest members), never plain union: rolling wire copy and digests would chain everything
// to everything. Only what is new of a copy enters the index, so that forty reprints cost little more than one.
#include "trace/copies.h"

#include "trace/prints.h"

#include <string.h>

static const float least_weight = 1.6f;           // of shared fingerprints, for an alignment
static const double guard = 0.55;                 // mean likeness to a cluster's members
static const double stranger = 0.15;              // share of fingerprints below which a text is no relative
static const double same_part = 0.60;             // overlap of two matches that join two clusters
static const double settled = 0.90;               // likeness from which no other text of a cluster is asked
static const double unclear = 0.08, clear = 0.75; // shares of the words between which letters decide

void copies_begin(struct copies *c, copies_fold *fold, void *context)
{
	*c = (struct copies){ .fold = fold, .context = context };
}

void copies_free(struct copies *c)
{
	index_free(&c->index);
	strip_free(&c->strip);
	align_free(&c->aligner);
	struct arena *lists[] = { &c->texts.mem, &c->clusters.mem, &c->parts.mem, &c->merges.mem, &c->keys.mem,
				  &c->hits.mem,  &c->touched.mem,  &c->scratch,   &c->mem };
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		arena_free(lists[i]);
}

// --- candidates ---

static void hit(struct copies *c, uint64_t slot)
{
	uint32_t i = index_document(slot);
	if (!c->hits.at[i].text++) {
		list_push_own(&c->touched, i);
		c->hits.at[i].weight = 0;
	}
	c->hits.at[i].weight += 1.0f / (float)(1 + index_strangers(slot));
}

// Puts a document among the candidates by weight; equal weights by document.
static void candidate_offer(struct copies *c, uint32_t doc)
{
	float weight = c->hits.at[doc].weight;
	size_t at = c->n_found;
	while (at &&
	       (c->found[at - 1].weight < weight || (c->found[at - 1].weight <= weight && c->found[at - 1].doc > doc)))
		at--;
	if (at == COPIES_CANDIDATES)
		return;
	size_t moved = (c->n_found < COPIES_CANDIDATES ? c->n_found : COPIES_CANDIDATES - 1) - at;
	memmove(c->found + at + 1, c->found + at, moved * sizeof *c->found);
	c->found[at] = (struct copies_candidate){ .doc = doc, .weight = weight };
	c->n_found += c->n_found < COPIES_CANDIDATES;
}

static void candidates_find(struct copies *c, const uint64_t *key, size_t n)
{
	c->touched.n = 0;
	c->n_found = 0;
	for (size_t k = 0; k < n; k++)
		index_prefetch(&c->index, key[k]);
	c->holder = arena_array(&c->scratch, uint32_t, n);
	for (size_t k = 0; k < n; k++) {
		uint64_t *s = index_find(&c->index, key[k]);
		c->holder[k] = s ? index_document(*s) : COPIES_NONE;
		for (; s; s = index_next(&c->index, key[k], s))
			hit(c, *s);
	}
	for (each (i, &c->touched))
		if (c->hits.at[*i].weight >= least_weight)
			candidate_offer(c, *i);
}

static bool is_unclear(const struct alignment *al)
{
	double cover = likeness_cover(al);
	return cover >= unclear && (cover < clear || al->values >= 2);
}

void copies_compare(const struct copies *c, struct aligner *w, const struct folded *own, uint32_t other,
		    struct alignment *out)
{
	struct row row = copies_row(c, other);
	w->a.letters = NULL;
	align_with(w, row, out);
	if (!is_unclear(out))
		return;
	struct arena scratch = { 0 };
	struct folded there;
	copies_folded(c, other, &scratch, &there);
	row.letters = there.n == row.n ? &there : NULL; // its document may be gone
	w->a.letters = own;
	align_with(w, row, out);
	arena_free(&scratch);
}

static void compare(struct copies *c, uint32_t other, struct alignment *out)
{
	copies_compare(c, &c->aligner, c->own, other, out);
}

// A text that seems to be an item of a longer one may be a brief of the same text in other order: the cluster's first
// and latest members are asked too.
static void candidate_again(struct copies *c, struct copies_candidate *f)
{
	const struct copies_cluster *cluster = &c->clusters.at[c->texts.at[f->doc].cluster];
	uint32_t others[] = { cluster->first, cluster->last };
	for (size_t i = 0; i < 2; i++) {
		struct alignment al;
		if (others[i] == f->doc)
			continue;
		compare(c, others[i], &al);
		if (likeness_of(&al, c->own->n, c->texts.at[others[i]].n) != LIKENESS_COPY)
			continue;
		f->doc = others[i];
		f->likeness = LIKENESS_COPY;
		f->alignment = al;
		return;
	}
}

// Whether the text at hand is known to be a copy, all but the same, of another one in this one's cluster.
static bool is_settled(const struct copies *c, uint32_t doc)
{
	for (size_t k = 0; k < c->n_found; k++)
		if (c->found[k].likeness == LIKENESS_COPY && likeness_cover(&c->found[k].alignment) >= settled &&
		    c->texts.at[c->found[k].doc].cluster == c->texts.at[doc].cluster)
			return true;
	return false;
}

static void candidates_align(struct copies *c)
{
	size_t n = c->n_found;
	c->n_found = 0;
	for (size_t k = 0; k < n; k++) {
		struct copies_candidate *f = &c->found[c->n_found];
		*f = c->found[k];
		if (is_settled(c, f->doc))
			continue;
		c->n_found++;
		compare(c, f->doc, &f->alignment);
		f->likeness = likeness_of(&f->alignment, c->own->n, c->texts.at[f->doc].n);
		if (f->likeness == LIKENESS_ITEM)
			candidate_again(c, f);
		if (f->likeness == LIKENESS_COPY)
			align_matched(&c->aligner, &c->scratch, &f->matched);
	}
}

// --- clusters ---

// What is known of the likeness of the text at hand to a member, between 0 and 1.
struct bounds {
	double least, most;
};

static struct bounds likeness_known(const struct copies *c, uint32_t member)
{
	for (size_t k = 0; k < c->n_found; k++)
		if (c->found[k].doc == member) {
			double cover = likeness_cover(&c->found[k].alignment);
			return (struct bounds){ cover, cover };
		}
	return (struct bounds){ 0, 1 };
}

static struct bounds bounds_mean(const struct bounds *b, size_t n)
{
	struct bounds sum = { 0 };
	for (size_t k = 0; k < n; k++) {
		sum.least += b[k].least;
		sum.most += b[k].most;
	}
	return (struct bounds){ sum.least / (double)n, sum.most / (double)n };
}

// Whether the mean likeness of the text at hand to a cluster is large enough: to its first member and up to four of the
// latest. They are aligned only until that is sure. Bounds are added in the order of the likenesses themselves, and
// larger numbers never round to a smaller sum: the answer is the one that all of them give.
static bool cluster_admits(struct copies *c, const struct copies_cluster *cluster)
{
	uint32_t member[1 + COPIES_RECENT] = { cluster->first };
	struct bounds likeness[1 + COPIES_RECENT], mean;
	size_t n = 1, asked = 0;
	for (size_t k = 0; k < COPIES_RECENT && k < cluster->n; k++)
		if (cluster->recent[k] != cluster->first)
			member[n++] = cluster->recent[k];
	for (size_t k = 0; k < n; k++)
		likeness[k] = likeness_known(c, member[k]);
	for (;;) {
		mean = bounds_mean(likeness, n);
		if (mean.least >= guard || mean.most < guard)
			return mean.least >= guard;
		while (likeness[asked].least >= likeness[asked].most)
			asked++;
		struct alignment al;
		compare(c, member[asked], &al);
		likeness[asked].least = likeness[asked].most = likeness_cover(&al);
	}
}

// Share of the smaller match that stands in the other too.
static double matches_overlap(const bool *x, const bool *y, size_t n)
{
	size_t nx = 0, ny = 0, both = 0;
	for (size_t i = 0; i < n; i++) {
		nx += x[i];
		ny += y[i];
		both += x[i] && y[i];
	}
	size_t least = nx < ny ? nx : ny;
	return least ? (double)both / (double)least : 0;
}

// `n` is how many members there were before this one.
static void recent_add(struct copies_cluster *k, size_t n, uint32_t text)
{
	if (n >= COPIES_RECENT) {
		memmove(k->recent, k->recent + 1, (COPIES_RECENT - 1) * sizeof *k->recent);
		n = COPIES_RECENT - 1;
	}
	k->recent[n] = text;
}

static void cluster_add(struct copies *c, uint32_t cluster, uint32_t text)
{
	struct copies_cluster *k = &c->clusters.at[cluster];
	recent_add(k, k->n, text);
	c->texts.at[text].cluster = cluster;
	c->texts.at[text].next = COPIES_NONE;
	if (k->n++)
		c->texts.at[k->last].next = text;
	else
		k->first = text;
	k->last = text;
}

static void cluster_merge(struct copies *c, uint32_t into, uint32_t from)
{
	struct copies_cluster *x = &c->clusters.at[into], *y = &c->clusters.at[from];
	for (uint32_t m = y->first; m != COPIES_NONE; m = c->texts.at[m].next)
		c->texts.at[m].cluster = into;
	for (size_t k = 0; k < COPIES_RECENT && k < y->n; k++)
		recent_add(x, x->n + k, y->recent[k]);
	c->texts.at[x->last].next = y->first;
	x->last = y->last;
	x->n += y->n;
	y->n = 0;
}

// A text that is a copy of two clusters joins them only where both have the same text.
static bool clusters_are_one(struct copies *c, uint32_t text, const struct copies_candidate *x,
			     const struct copies_candidate *y)
{
	uint32_t i = c->clusters.at[c->texts.at[x->doc].cluster].first;
	uint32_t j = c->clusters.at[c->texts.at[y->doc].cluster].first;
	if (matches_overlap(x->matched, y->matched, c->texts.at[text].n) < same_part)
		return false;
	struct alignment al;
	struct aligner w = { 0 };
	align_text(&w, copies_row(c, i));
	align_with(&w, copies_row(c, j), &al);
	enum likeness l = likeness_of(&al, c->texts.at[i].n, c->texts.at[j].n);
	align_free(&w);
	return l == LIKENESS_COPY && likeness_cover(&al) >= guard;
}

// Puts a text into the cluster of another, or into a new one.
static void cluster_enter(struct copies *c, uint32_t text, uint32_t joined)
{
	uint32_t cluster = joined == COPIES_NONE ? (uint32_t)c->clusters.n : c->texts.at[joined].cluster;
	if (joined == COPIES_NONE)
		list_push_own(&c->clusters, (struct copies_cluster){ 0 });
	c->texts.at[text].joined = joined;
	cluster_add(c, cluster, text);
}

static void merge(struct copies *c, uint32_t text, uint32_t other)
{
	list_push_own(&c->merges, ((struct copies_merge){ text, other }));
	cluster_merge(c, c->texts.at[text].cluster, c->texts.at[other].cluster);
}

// The cluster of the candidate that covers most of the text, where the guard lets it in; else a new one.
static void cluster_join(struct copies *c, uint32_t text)
{
	const struct copies_candidate *best = NULL;
	uint32_t asked = COPIES_NONE;
	bool admits = false; // the cluster asked last
	for (size_t k = 0; k < c->n_found; k++) {
		const struct copies_candidate *f = &c->found[k];
		uint32_t cluster = c->texts.at[f->doc].cluster;
		if (f->likeness != LIKENESS_COPY ||
		    (best && likeness_cover(&f->alignment) <= likeness_cover(&best->alignment)))
			continue;
		admits = cluster == asked ? admits : cluster_admits(c, &c->clusters.at[cluster]);
		asked = cluster;
		best = admits ? f : best;
	}
	cluster_enter(c, text, best ? best->doc : COPIES_NONE);
	for (size_t k = 0; best && k < c->n_found; k++) {
		const struct copies_candidate *f = &c->found[k];
		if (f->likeness == LIKENESS_COPY && c->texts.at[f->doc].cluster != c->texts.at[text].cluster &&
		    clusters_are_one(c, text, best, f) &&
		    cluster_admits(c, &c->clusters.at[c->texts.at[f->doc].cluster]))
			merge(c, text, f->doc);
	}
}

// --- parts ---

static void part_add(struct copies *c, uint32_t text, const struct copies_candidate *f, enum likeness likeness)
{
	for (size_t k = c->parts.n; k-- > 0 && c->parts.at[k].later == text;)
		if (c->texts.at[c->parts.at[k].earlier].cluster == c->texts.at[f->doc].cluster)
			return; // one edge to a text is enough
	list_push_own(&c->parts, ((struct copies_part){ text, f->doc, likeness, likeness_cover(&f->alignment) }));
}

static void parts_note(struct copies *c, uint32_t text)
{
	for (size_t k = 0; k < c->n_found; k++) {
		const struct copies_candidate *f = &c->found[k];
		if (c->texts.at[f->doc].cluster == c->texts.at[text].cluster)
			continue;
		bool bundled = c->clusters.at[c->texts.at[text].cluster].n > 1;
		if (f->likeness == LIKENESS_COPY && bundled)
			part_add(c, text, f, LIKENESS_ITEM); // it is of another text already: a bundle of two
		else if (f->likeness == LIKENESS_COPY && f->alignment.run >= LIKENESS_RUN)
			part_add(c, text, f, LIKENESS_PART);
		else if (f->likeness != LIKENESS_COPY && f->likeness >= LIKENESS_QUOTES)
			part_add(c, text, f, f->likeness);
	}
}

// --- the text at hand ---

// Enters what is new, and lowers the weight of what a text shares without being a relative of any text with it.
static void index_enter(struct copies *c, uint32_t text, const uint64_t *key, size_t n)
{
	uint32_t cluster = c->texts.at[text].cluster;
	bool copy = c->clusters.at[cluster].n > 1;
	for (each (i, &c->touched))
		c->hits.at[c->texts.at[*i].cluster].cluster += c->hits.at[*i].text;
	for (size_t k = 0; k < n; k++) {
		uint32_t of = c->holder[k] == COPIES_NONE ? cluster : c->texts.at[c->holder[k]].cluster;
		if (c->holder[k] == COPIES_NONE)
			index_add(&c->index, key[k], text, 0);
		else if (of == cluster)
			continue;
		else if ((double)c->hits.at[of].cluster < stranger * (double)n)
			index_estrange(index_find(&c->index, key[k]));
		else if (!copy && !index_next(&c->index, key[k], index_find(&c->index, key[k])))
			index_add(&c->index, key[k], text, 0);
	}
	for (each (i, &c->touched)) {
		c->hits.at[*i].text = 0;
		c->hits.at[c->texts.at[*i].cluster].cluster = 0;
	}
}

static const uint64_t *keep(struct copies *c, const uint64_t *keys, size_t n)
{
	uint64_t *kept = arena_array(&c->mem, uint64_t, n);
	if (n)
		memcpy(kept, keys, n * sizeof *keys);
	return kept;
}

bool copies_note(struct copies *c, const struct document *d, const struct folded *f)
{
	uint64_t *paragraphs = arena_array(&c->scratch, uint64_t, f->n + 1);
	bool same = strip_note(&c->strip, strip_mark_of(d), paragraphs, strip_paragraphs(f, paragraphs));
	arena_reset(&c->scratch);
	return same;
}

// Puts down a text's own words.
static void text_enter(struct copies *c, const struct document *d, const struct folded *own)
{
	token *at = arena_array(&c->mem, token, own->n);
	for (size_t i = 0; i < own->n; i++)
		at[i] = token_of(own->at[i]);
	list_push_own(&c->texts, ((struct copies_text){
				     .doc = d, .at = at, .n = (uint32_t)own->n, .from = direction_provenance(d) }));
}

uint32_t copies_add(struct copies *c, const struct document *d, struct folded *f)
{
	uint32_t text = (uint32_t)c->texts.n;
	uint64_t *paragraphs = arena_array(&c->scratch, uint64_t, f->n + 1);
	uint64_t *key = arena_array(&c->scratch, uint64_t, f->n + 1);
	size_t n_paragraphs = strip_paragraphs(f, paragraphs);
	if (c->strip.marks.n <= text)
		strip_note(&c->strip, strip_mark_of(d), paragraphs, n_paragraphs);
	strip_text(&c->strip, f, paragraphs, n_paragraphs);
	size_t n = prints_of(f, key);
	text_enter(c, d, f);
	c->texts.at[text].prints = (uint32_t)n;
	if (c->keep_keys)
		list_push_own(&c->keys, ((struct copies_keys){ keep(c, key, n), keep(c, paragraphs, n_paragraphs),
							       (uint32_t)n_paragraphs }));
	list_push_own(&c->hits, (struct copies_hits){ 0 });
	candidates_find(c, key, n);
	c->own = f;
	align_text(&c->aligner, copies_row(c, text));
	candidates_align(c);
	cluster_join(c, text);
	parts_note(c, text);
	index_enter(c, text, key, n);
	arena_reset(&c->scratch);
	return text;
}

void copies_restore(struct copies *c, const struct copies_text *text, const struct copies_keys *keys,
		    const struct copies_merge *merges, size_t n_merges, const struct copies_part *parts, size_t n_parts)
{
	uint32_t i = (uint32_t)c->texts.n;
	list_push_own(&c->texts, *text);
	list_push_own(&c->keys, *keys);
	list_push_own(&c->hits, (struct copies_hits){ 0 });
	candidates_find(c, keys->prints, text->prints);
	cluster_enter(c, i, text->joined);
	for (size_t k = 0; k < n_merges; k++)
		if (c->texts.at[merges[k].other].cluster != c->texts.at[i].cluster)
			merge(c, i, merges[k].other);
	for (size_t k = 0; k < n_parts; k++)
		list_push_own(&c->parts, parts[k]);
	index_enter(c, i, keys->prints, text->prints);
	arena_reset(&c->scratch);
}

// Whether the paragraph [from, to) of a folding is the one that was kept from `kept` on.
static bool is_kept(const struct copies_text *t, size_t kept, const struct folded *f, size_t from, size_t to)
{
	size_t end = kept + (to - from);
	if (end > t->n || (end < t->n && !(t->at[end] & WORD_OPENS)))
		return false;
	for (size_t i = from; i < to; i++)
		if (t->at[kept + i - from] != token_of(f->at[i]))
			return false;
	return true;
}

// Boilerplate may have become known since: what was kept then is what is kept.
void copies_folded(const struct copies *c, uint32_t text, struct arena *a, struct folded *out)
{
	const struct copies_text *t = &c->texts.at[text];
	size_t kept = 0;
	c->fold(c->context, text, a, out);
	for (size_t from = 0, to; from < out->n; from = to) {
		to = folded_paragraph(out, from);
		if (!is_kept(t, kept, out, from, to))
			continue;
		folded_move(out, kept, from, to);
		kept += to - from;
	}
	out->n = kept;
}
