// Telling words are names, numbers and all but the shortest others, without those that only say that something is
// cited. A word weighs the more the fewer documents have it (Spärck Jones 1972), which leaves "that" and "with" without
// weight.
#include "trace/claim.h"

#include <math.h>
#include <stdlib.h>

enum {
	LONG_WORD = 4, // letters of a telling word
	FEW = 4,       // telling words below which the paragraph is asked, too
	LEAST = 3,     // telling words that must be the same
	SAMPLE = 4096, // documents that words are counted in
	AROUND = 40,   // words in which a document must say what is cited, at least
};

static const char cue_words[] = "reported reports report reporting citing quoting cited people person source sources "
				"familiar matter briefed according told tells first published said says story "
				"article interview exclusively officials knowledge situation originally revealed "
				"also learned monday tuesday wednesday thursday friday saturday sunday earlier";

// In how many documents of a sample a word stands.
struct claim_frequency {
	uint64_t key;
	uint32_t n, last;
};

static int by_key(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
	return (a > b) - (a < b);
}

static bool telling(const struct folded *t, size_t i)
{
	return (t->at[i] & (WORD_NAME | WORD_DIGIT)) || span_len(folded_span(t, i)) >= LONG_WORD;
}

// The keys in rising order, each once.
static size_t sorted(uint64_t *at, size_t n)
{
	size_t kept = 0;
	if (n)
		qsort(at, n, sizeof *at, by_key);
	for (size_t i = 0; i < n; i++)
		if (!kept || at[kept - 1] != at[i])
			at[kept++] = at[i];
	return kept;
}

static bool among(const struct folded *t, uint64_t key)
{
	for (size_t k = 0; k < t->n; k++)
		if (word_key(t->at[k]) == key)
			return true;
	return false;
}

// Adds the telling words of a stretch but for those of the outlet's name and of cues; returns how many words it has.
static size_t take(struct arena *a, const struct claims *c, struct claim *claim, const struct folded *t, span at,
		   const struct folded *name)
{
	size_t length = 0;
	for (size_t i = folded_find(t, at.from); i < t->n && t->place[i].to <= at.to; i++) {
		word key = word_key(t->at[i]);
		length++;
		if (telling(t, i) && !among(name, key) && !among(&c->cues, key))
			list_push(a, &claim->words, key);
	}
	return length;
}

void claim_add(struct arena *a, struct claims *c, const struct folded *t, size_t doc, const struct citation *cite,
	       span sentence, span paragraph)
{
	struct claim claim = { .doc = doc, .cite = cite, .at = sentence };
	struct folded name;
	if (!c->cues.n)
		folded_of(a, cue_words, sizeof cue_words - 1, &c->cues);
	folded_of(a, cite->outlet, slice_of(cite->outlet).len, &name);
	claim.length = take(a, c, &claim, t, sentence, &name);
	if (claim.words.n < FEW) {
		claim.words.n = 0;
		take(a, c, &claim, t, paragraph, &name);
	}
	claim.words.n = sorted(claim.words.at, claim.words.n);
	list_push(a, &c->list, claim);
}

static struct claim_frequency *frequency_of(const struct claims *f, uint64_t key)
{
	size_t i = key & (f->slots - 1);
	while (f->slot[i].key && f->slot[i].key != key)
		i = (i + 1) & (f->slots - 1);
	return &f->slot[i];
}

void claim_count(struct arena *a, struct claims *f, const struct copies *all)
{
	size_t words = 0, step = all->texts.n / SAMPLE + 1;
	for (each (claim, &f->list))
		words += claim->words.n;
	for (f->slots = 64; f->slots < 2 * words + 2;)
		f->slots *= 2;
	f->slot = arena_array(a, struct claim_frequency, f->slots);
	for (each (claim, &f->list))
		for (each (w, &claim->words))
			frequency_of(f, *w)->key = *w;
	for (size_t i = 0; i < all->texts.n; i += step) {
		struct arena scratch = { 0 };
		struct folded t;
		copies_folded(all, (uint32_t)i, &scratch, &t);
		f->sample++;
		for (size_t k = 0; k < t.n; k++) {
			struct claim_frequency *x = frequency_of(f, word_key(t.at[k]));
			if (!x->key || x->last == f->sample)
				continue;
			x->last = (uint32_t)f->sample;
			x->n++;
		}
		arena_free(&scratch);
	}
}

static double weight_of(const struct claims *f, uint64_t key)
{
	return log((double)(f->sample + 2) / (double)(frequency_of(f, key)->n + 1));
}

// A stretch of a text that slides over it, and what of a claim stands in it.
struct window {
	size_t *times; // [word of the claim]
	double *weight;
	double in, all;
	size_t n;
};

static void window_turn(struct window *x, const struct claim *claim, uint64_t key, bool enters)
{
	const uint64_t *w = bsearch(&key, claim->words.at, claim->words.n, sizeof *w, by_key);
	if (!w)
		return;
	size_t k = (size_t)(w - claim->words.at);
	size_t before = x->times[k];
	x->times[k] += enters ? 1 : (size_t)-1;
	if (enters ? before : before > 1)
		return;
	x->in += enters ? x->weight[k] : -x->weight[k];
	x->n += enters ? 1 : (size_t)-1;
}

// The best stretch counts, as a long text has many words somewhere.
double claim_in(const struct claims *c, const struct claim *claim, const struct folded *t)
{
	struct arena scratch = { 0 };
	size_t n = claim->words.n, width = claim->length + claim->length / 2;
	struct window x = { .times = arena_array(&scratch, size_t, n + 1),
			    .weight = arena_array(&scratch, double, n + 1) };
	double best = 0;
	width = width < AROUND ? AROUND : width;
	for (size_t i = 0; i < n; i++)
		x.all += x.weight[i] = weight_of(c, claim->words.at[i]);
	for (size_t i = 0; n && i < t->n; i++) {
		window_turn(&x, claim, word_key(t->at[i]), true);
		if (i >= width)
			window_turn(&x, claim, word_key(t->at[i - width]), false);
		if (x.n >= LEAST && x.in > best)
			best = x.in;
	}
	arena_free(&scratch);
	return x.all > 0 ? best / x.all : 0;
}

double claim_stands(struct arena *a, const struct claims *c, const struct folded *t, span sentence,
		    const struct folded *in)
{
	struct claim claim = { .at = sentence };
	const struct folded none = { 0 };
	claim.length = take(a, c, &claim, t, sentence, &none);
	claim.words.n = sorted(claim.words.at, claim.words.n);
	return claim_in(c, &claim, in);
}
