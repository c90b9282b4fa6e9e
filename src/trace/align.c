// Seed and extend: every run of three words that stands in both texts is a seed; from it the match grows both ways over
// slips of a letter and over gaps of up to four words. After Altschul et al., "Basic local alignment search tool"
// (1990), with words for residues. Runs may come in any order, so that moved paragraphs still match.
#include "trace/align.h"

#include <string.h>

enum {
	SEED = 3,    // words
	DROP = 4,    // words of either text that a match may step over
	PLACES = 8,  // places of one seed that are tried
	LOOK = 32,   // words compared to choose among them
	BRIDGE = 4,  // words of a gap that a printed span closes
	PASSAGE = 5, // words that a printed span has at least
};

static const double in_part = 0.3; // of a paragraph's words

struct work {
	const struct folded *x, *y;
	uint32_t *to;          // [word of x] its word of y plus 1, or 0
	bool *taken;           // [word of y]
	uint32_t *head, *next; // seeds of y: places plus 1, by hash and in a row
	size_t mask;
};

static void seeds_index(struct arena *a, struct work *w)
{
	size_t n = w->y->n >= SEED ? w->y->n - SEED + 1 : 0, room = 16;
	while (room < 2 * n)
		room *= 2;
	w->mask = room - 1;
	w->head = arena_array(a, uint32_t, room);
	w->next = arena_array(a, uint32_t, n + 1);
	for (size_t j = n; j-- > 0;) {
		size_t slot = folded_gram(w->y->at + j, SEED) & w->mask;
		w->next[j] = w->head[slot];
		w->head[slot] = (uint32_t)j + 1;
	}
}

static bool same(const struct work *w, size_t i, size_t j)
{
	return w->x->at[i].key == w->y->at[j].key;
}

// Equal words from (i, j) on, up to LOOK, none of them taken.
static size_t run_from(const struct work *w, size_t i, size_t j)
{
	size_t n = 0;
	while (n < LOOK && i + n < w->x->n && j + n < w->y->n && !w->taken[j + n] && !w->to[i + n] &&
	       same(w, i + n, j + n))
		n++;
	return n;
}

// The place of y where the seed at word i of x goes on longest; places right after the last match win ties.
static bool seed_find(const struct work *w, size_t i, size_t *place)
{
	size_t best = SEED - 1, tried = 0;
	for (uint32_t at = w->head[folded_gram(w->x->at + i, SEED) & w->mask]; at && tried < PLACES;
	     at = w->next[at - 1]) {
		size_t n = run_from(w, i, at - 1);
		tried += n >= SEED;
		if (n > best || (n == best && i && w->to[i - 1] == at - 1)) {
			best = n;
			*place = at - 1;
		}
	}
	return best >= SEED;
}

static void match(struct work *w, size_t i, size_t j)
{
	w->to[i] = (uint32_t)j + 1;
	w->taken[j] = true;
}

static bool open_at(const struct work *w, size_t i, size_t j)
{
	return i < w->x->n && j < w->y->n && !w->to[i] && !w->taken[j];
}

// The nearest place behind a difference where two words in a row are the same again.
static bool step_over(const struct work *w, size_t *i, size_t *j)
{
	for (size_t sum = 1; sum <= 2 * DROP; sum++)
		for (size_t di = sum > DROP ? sum - DROP : 0; di <= DROP && di <= sum; di++) {
			size_t p = *i + di, q = *j + sum - di;
			if (open_at(w, p, q) && open_at(w, p + 1, q + 1) && same(w, p, q) && same(w, p + 1, q + 1)) {
				*i = p;
				*j = q;
				return true;
			}
		}
	return false;
}

static void extend(struct work *w, size_t i, size_t j)
{
	for (size_t p = i, q = j; p && q && open_at(w, p - 1, q - 1) && folded_alike(w->x, p - 1, w->y, q - 1);
	     p--, q--)
		match(w, p - 1, q - 1);
	for (;;) {
		if (open_at(w, i, j) && folded_alike(w->x, i, w->y, j))
			match(w, i++, j++);
		else if (!step_over(w, &i, &j))
			return;
	}
}

// Shares of matched words, of all and of those outside quotation marks.
static void shares(const struct folded *t, const bool *matched, double *all, double *own)
{
	size_t n = 0, mine = 0, mine_of = 0;
	for (size_t i = 0; i < t->n; i++) {
		bool quoted = t->at[i].flags & WORD_QUOTED;
		n += matched[i];
		mine += matched[i] && !quoted;
		mine_of += !quoted;
	}
	*all = t->n ? (double)n / (double)t->n : 0;
	*own = mine_of ? (double)mine / (double)mine_of : 0;
}

// Of the unmatched words, the share that stands before the last matched one: 0 where only the tail is missing.
static double gap_of(const bool *matched, size_t n)
{
	size_t last = n, before = 0, open = 0;
	while (last && !matched[last - 1])
		last--;
	for (size_t i = 0; i < n; i++)
		if (!matched[i]) {
			open++;
			before += i < last;
		}
	return open ? (double)before / (double)open : 0;
}

static void spans_add(struct arena *a, const struct work *w, struct alignment *out)
{
	const struct word *t = w->x->at;
	size_t last = 0, words = 0;
	for (size_t i = 0; i < w->x->n; i++) {
		if (!w->to[i])
			continue;
		bool on = out->spans.n && i - last <= BRIDGE && !(t[i].flags & WORD_OPENS);
		if (!on && out->spans.n && words < PASSAGE)
			out->spans.n--; // a few words by chance
		if (on)
			out->spans.at[out->spans.n - 1].to = t[i].to;
		else
			*list_add(a, &out->spans) = (span){ t[i].from, t[i].to };
		words = on ? words + 1 : 1;
		last = i;
	}
	if (out->spans.n && words < PASSAGE)
		out->spans.n--;
}

// Names and numbers of the paragraphs of x that match in part: a form filled in differs just there, and nowhere else.
static void names_count(const struct work *w, struct alignment *out)
{
	for (size_t from = 0, to; from < w->x->n; from = to) {
		size_t words = 0, names = 0, equal = 0;
		for (to = from; to < w->x->n && (to == from || !(w->x->at[to].flags & WORD_OPENS)); to++) {
			bool name = w->x->at[to].flags & (WORD_NAME | WORD_DIGIT);
			words += w->to[to] != 0;
			names += name;
			equal += name && w->to[to] && same(w, to, w->to[to] - 1);
		}
		if ((double)words < in_part * (double)(to - from))
			continue;
		out->names += names;
		out->names_same += equal;
	}
}

static void measure(struct arena *a, struct arena *scratch, const struct work *w, struct alignment *out)
{
	bool *matched = arena_array(scratch, bool, w->x->n + 1);
	size_t run = 0, last = 0;
	for (size_t i = 0; i < w->x->n; i++) {
		matched[i] = w->to[i];
		bool own = matched[i] && !(w->x->at[i].flags & WORD_QUOTED);
		out->words += matched[i];
		out->own += own;
		run = own && w->to[i] == last + 1 ? run + 1 : own;
		last = w->to[i];
		out->run = run > out->run ? run : out->run;
	}
	shares(w->x, matched, &out->a_in_b, &out->a_own_in_b);
	shares(w->y, w->taken, &out->b_in_a, &out->b_own_in_a);
	size_t from = 0, to = w->y->n;
	while (from < to && !w->taken[from])
		from++;
	while (to > from && !w->taken[to - 1])
		to--;
	out->b_first = w->y->n ? (double)from / (double)w->y->n : 0;
	out->b_last = w->y->n ? (double)to / (double)w->y->n : 0;
	out->a_gap = gap_of(matched, w->x->n);
	out->b_gap = gap_of(w->taken, w->y->n);
	names_count(w, out);
	spans_add(a, w, out);
}

void align_texts(struct arena *a, const struct folded *x, const struct folded *y, struct alignment *out)
{
	struct arena scratch = { 0 };
	struct work w = { .x = x, .y = y };
	w.to = arena_array(&scratch, uint32_t, x->n + 1);
	w.taken = arena_array(&scratch, bool, y->n + 1);
	seeds_index(&scratch, &w);
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i + SEED <= x->n; i++) {
		size_t j = 0;
		if (!w.to[i] && seed_find(&w, i, &j))
			extend(&w, i, j);
	}
	measure(a, &scratch, &w, out);
	arena_free(&scratch);
}
