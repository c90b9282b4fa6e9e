// Seed and extend: every run of three words that stands in both texts is a seed; from it the match grows both ways over
// slips of a letter and over gaps of up to four words. After Altschul et al., "Basic local alignment search tool"
// (1990), with words for residues. Runs may come in any order, so that moved paragraphs still match.
#include "trace/align.h"

#include "trace/slip.h"

#include <string.h>

enum {
	SEED = 3,      // words
	DROP = 4,      // words of either text that a match may step over
	PLACES = 8,    // places of one seed that are tried
	LOOK = 32,     // words compared to choose among them
	BRIDGE = 4,    // words of a gap that a printed span closes
	FORM_GAP = 16, // words between two that match, at most, that fill in a form
	PASSAGE = 5,   // words that a printed span has at least
};

static const double in_part = 0.3; // of a paragraph's words
static const double mostly = 0.9;  // of a text's words: what matches is no passage of it

// Memory for at least n of something; what was in it is gone.
static void *room_for(struct arena *a, void *at, size_t *room, size_t n, size_t size)
{
	if (n <= *room)
		return at;
	*room = n < 1024 ? 1024 : 2 * n;
	return arena_take_array(a, *room, size);
}

// A seed's words in one number; a step to the right or to the left makes it from that of its neighbour.
static uint64_t seed_right(uint64_t seed, token last)
{
	return (seed << 11 | last >> 5) & ((1ull << 33) - 1);
}

static uint64_t seed_left(uint64_t seed, token first)
{
	return seed >> 11 | (uint64_t)(first >> 5) << 22;
}

static uint32_t seed_hash(uint64_t seed)
{
	return (uint32_t)(seed * 0x9e3779b97f4a7c15u >> 32);
}

// Most words of a text that is no copy begin no seed of the other. Each place of the table has a bit for each value of
// the upper three bits of the hash: where that is not set, no text is looked at.
static unsigned char sieve_bit(uint32_t hash)
{
	return (unsigned char)(1u << (hash >> 29));
}

void align_text(struct aligner *w, struct row a)
{
	size_t seeds = a.n >= SEED ? a.n - SEED + 1 : 0, heads = 64;
	while (heads < 2 * seeds)
		heads *= 2;
	w->a = a;
	w->mask = heads - 1;
	size_t room = w->room_a;
	w->to = room_for(&w->mem, w->to, &room, a.n + 1, sizeof *w->to);
	w->next = room_for(&w->mem, w->next, &w->room_a, a.n + 1, sizeof *w->next);
	room = w->room_heads;
	w->sieve = room_for(&w->mem, w->sieve, &room, heads, 1);
	w->head = room_for(&w->mem, w->head, &w->room_heads, heads, sizeof *w->head);
	memset(w->head, 0, heads * sizeof *w->head);
	memset(w->sieve, 0, heads);
	uint64_t seed = seeds ? seed_left(seed_left(0, a.at[a.n - 1]), a.at[a.n - 2]) : 0;
	for (size_t i = seeds; i-- > 0;) {
		seed = seed_left(seed, a.at[i]);
		uint32_t hash = seed_hash(seed);
		size_t slot = hash & w->mask;
		w->sieve[slot] |= sieve_bit(hash);
		w->next[i] = w->head[slot];
		w->head[slot] = (uint32_t)i + 1;
	}
}

// Equal words from (i, j) on, up to `most`, none of them taken.
static size_t run_from(const struct aligner *w, size_t i, size_t j, size_t most)
{
	size_t n = 0;
	while (n < most && i + n < w->a.n && j + n < w->b.n && !w->from[j + n] && !w->to[i + n] &&
	       token_same(w->a.at[i + n], w->b.at[j + n]))
		n++;
	return n;
}

// The place of a where the seed at word j of b goes on longest; places right after the last match win ties. The last
// place is looked at only as far as tells whether it wins.
static bool seed_find(const struct aligner *w, uint32_t hash, size_t j, size_t *place)
{
	size_t best = SEED - 1, tried = 0;
	for (uint32_t at = w->head[hash & w->mask]; at && tried < PLACES; at = w->next[at - 1]) {
		size_t n = run_from(w, at - 1, j, w->next[at - 1] || best == LOOK ? LOOK : best + 1);
		tried++;
		if (n > best || (n == best && j && w->from[j - 1] == at - 1)) {
			best = n;
			*place = at - 1;
		}
	}
	return best >= SEED;
}

static void match(struct aligner *w, size_t i, size_t j)
{
	w->to[i] = (uint32_t)j + 1;
	w->from[j] = (uint32_t)i + 1;
}

static bool open_at(const struct aligner *w, size_t i, size_t j)
{
	return i < w->a.n && j < w->b.n && !w->to[i] && !w->from[j];
}

static bool four_open(const uint32_t *taken)
{
	uint64_t two[2];
	memcpy(two, taken, sizeof two);
	return !(two[0] | two[1]);
}

static bool four_same(const token *p, const token *q)
{
	uint64_t x, y;
	memcpy(&x, p, sizeof x);
	memcpy(&y, q, sizeof y);
	return !((x ^ y) & (UINT64_MAX / 0xffff * (0xffff & ~WORD_FLAGS)));
}

// Matches words as long as they are the same, four at a time where that goes; returns how many.
static size_t match_run(struct aligner *w, size_t i, size_t j)
{
	const token *p = w->a.at + i, *q = w->b.at + j;
	uint32_t *to = w->to + i, *from = w->from + j;
	size_t n = 0, most = w->a.n - i < w->b.n - j ? w->a.n - i : w->b.n - j;
	for (; n + 4 <= most && four_same(p + n, q + n) && four_open(to + n) && four_open(from + n); n += 4)
		for (size_t k = n; k < n + 4; k++) {
			to[k] = (uint32_t)(j + k) + 1;
			from[k] = (uint32_t)(i + k) + 1;
		}
	for (; n < most && !to[n] && !from[n] && token_same(p[n], q[n]); n++) {
		to[n] = (uint32_t)(j + n) + 1;
		from[n] = (uint32_t)(i + n) + 1;
	}
	return n;
}

static bool by_letters(const struct aligner *w)
{
	return w->a.letters && w->b.letters;
}

static bool alike(const struct aligner *w, size_t i, size_t j)
{
	if (token_same(w->a.at[i], w->b.at[j]))
		return true;
	return by_letters(w) && slip_alike(w->a.letters, i, w->b.letters, j);
}

// Takes a word of one text for two of the other: a blank was lost, or came between.
static bool match_joined(struct aligner *w, size_t *i, size_t *j)
{
	if (*j + 1 < w->b.n && !w->from[*j + 1] && slip_joined(w->a.letters, *i, w->b.letters, *j)) {
		match(w, *i, *j);
		w->from[*j + 1] = (uint32_t)*i + 1;
		*i += 1;
		*j += 2;
		return true;
	}
	if (*i + 1 < w->a.n && !w->to[*i + 1] && slip_joined(w->b.letters, *j, w->a.letters, *i)) {
		match(w, *i, *j);
		w->to[*i + 1] = (uint32_t)*j + 1;
		*i += 2;
		*j += 1;
		return true;
	}
	return false;
}

// The words ahead of a place, each with the next one in one number. No number of the other text's equals it where one
// of the two is taken or behind the end.
static void pairs_ahead(const struct row *t, const uint32_t *taken, size_t from, uint32_t none, uint32_t *pair)
{
	uint32_t one[DROP + 2];
	for (size_t k = 0; k < DROP + 2; k++)
		one[k] = from + k < t->n && !taken[from + k] ? t->at[from + k] >> 5 : none;
	for (size_t k = 0; k <= DROP; k++)
		pair[k] = one[k] << 16 | one[k + 1];
}

// The nearest place behind a difference where two words in a row are the same again.
static bool step_words(const struct aligner *w, size_t *i, size_t *j)
{
	uint32_t a[DROP + 1], b[DROP + 1];
	pairs_ahead(&w->a, w->to, *i, 0x8000, a);
	pairs_ahead(&w->b, w->from, *j, 0x4000, b);
	for (size_t sum = 1; sum <= 2 * DROP; sum++)
		for (size_t di = sum > DROP ? sum - DROP : 0; di <= DROP && di <= sum; di++)
			if (a[di] == b[sum - di]) {
				*i += di;
				*j += sum - di;
				return true;
			}
	return false;
}

// The same by letters.
static bool step_letters(const struct aligner *w, size_t *i, size_t *j)
{
	for (size_t sum = 1; sum <= 2 * DROP; sum++)
		for (size_t di = sum > DROP ? sum - DROP : 0; di <= DROP && di <= sum; di++) {
			size_t p = *i + di, q = *j + sum - di;
			if (open_at(w, p, q) && open_at(w, p + 1, q + 1) && alike(w, p, q) && alike(w, p + 1, q + 1)) {
				*i = p;
				*j = q;
				return true;
			}
		}
	return false;
}

static void extend(struct aligner *w, size_t i, size_t j)
{
	for (size_t p = i, q = j; p && q && open_at(w, p - 1, q - 1) && alike(w, p - 1, q - 1); p--, q--)
		match(w, p - 1, q - 1);
	for (;;) {
		size_t n = match_run(w, i, j);
		i += n;
		j += n;
		if (!by_letters(w)) {
			if (!step_words(w, &i, &j))
				return;
		} else if (open_at(w, i, j) && alike(w, i, j)) {
			match(w, i++, j++);
		} else if (!(open_at(w, i, j) && match_joined(w, &i, &j)) && !step_letters(w, &i, &j)) {
			return;
		}
	}
}

// Shares of matched words, of all and of those outside quotation marks; where the matched part begins and ends; and of
// the unmatched words the share that stands before the last matched one: 0 where only the tail is missing.
struct side {
	double all, own, first, last, gap;
	size_t words, own_words, cited;
};

// Behind the last matched word.
static size_t matched_end(const uint32_t *matched, size_t n)
{
	while (!matched[n - 1])
		n--;
	return n;
}

// Of the words not matched the share that stands before the last matched one.
static double gap_before(size_t n, size_t words, size_t last)
{
	return n > words ? (double)(last - words) / (double)(n - words) : 0;
}

static struct side side_of(const token *at, size_t n, const uint32_t *matched)
{
	uint32_t words = 0, own = 0, own_words = 0, cited = 0; // without branches: this is done for every pair
	for (size_t i = 0; i < n; i++) {
		uint32_t m = matched[i] != 0, mine = token_own(at[i]);
		words += m;
		own += mine;
		own_words += m & mine;
		cited += m & (at[i] / WORD_CITED);
	}
	struct side s = { .words = words, .own_words = own_words, .cited = cited };
	if (!words)
		return s;
	size_t first = 0, last = matched_end(matched, n);
	while (!matched[first])
		first++;
	s.all = (double)words / (double)n;
	s.own = own ? (double)own_words / (double)own : 0;
	s.first = (double)first / (double)n;
	s.last = (double)last / (double)n;
	s.gap = gap_before(n, words, last);
	return s;
}

// Names and numbers that are the same, in the paragraphs of a that match in part.
static void names_count(const struct aligner *w, struct alignment *out)
{
	for (size_t from = 0, to; from < w->a.n; from = to) {
		size_t words = 0, equal = 0;
		for (to = from; to < w->a.n && (to == from || !(w->a.at[to] & WORD_OPENS)); to++) {
			bool name = w->a.at[to] & (WORD_NAME | WORD_DIGIT);
			words += w->to[to] != 0;
			equal += name && w->to[to] && token_same(w->a.at[to], w->b.at[w->to[to] - 1]);
		}
		if ((double)words >= in_part * (double)(to - from))
			out->names_same += equal;
	}
}

static size_t count_values(const token *at, size_t from, size_t to)
{
	size_t n = 0;
	for (size_t i = from; i < to; i++)
		n += (at[i] & (WORD_NAME | WORD_DIGIT)) != 0;
	return n;
}

// The part of [from, to) that stands in the paragraph of word `to`; behind the last word, in that of `from`.
static void clip(const struct row *t, size_t *from, size_t *to)
{
	size_t i = *to;
	if (*to < t->n) {
		while (i > *from && !(t->at[i] & WORD_OPENS))
			i--;
		*from = i;
		return;
	}
	for (i = *from; i < *to && !(t->at[i] & WORD_OPENS);)
		i++;
	*to = i;
}

// Those of a gap in both texts, where it is no longer than what fills in a form: [i, to_i) of a, [j, to_j) of b. A form
// goes on within a paragraph; headlines are everybody's own.
static size_t gap_values(const struct aligner *w, size_t i, size_t to_i, size_t j, size_t to_j)
{
	clip(&w->a, &i, &to_i);
	clip(&w->b, &j, &to_j);
	if (i >= to_i || j >= to_j || to_i - i >= FORM_GAP || to_j - j >= FORM_GAP)
		return 0;
	size_t x = count_values(w->a.at, i, to_i), y = count_values(w->b.at, j, to_j);
	return x < y ? x : y;
}

// Names and numbers between matched words where both texts have a few words of their own.
static void values_count(const struct aligner *w, struct alignment *out)
{
	size_t i = 0, j = 0;
	for (size_t k = 0; k < w->a.n; k++) {
		if (!w->to[k])
			continue;
		out->values += gap_values(w, i, k, j, w->to[k] - 1);
		i = k + 1;
		j = w->to[k];
	}
	out->values += gap_values(w, i, w->a.n, j, w->b.n);
}

// The passage with most own words: matched words follow one another in both texts with gaps of a few words.
static size_t passage_own(const struct aligner *w)
{
	size_t own = 0, most = 0, last = SIZE_MAX;
	for (size_t i = 0; i < w->a.n; i++) {
		if (!w->to[i])
			continue;
		bool on = last != SIZE_MAX && i - last <= BRIDGE && w->to[i] > w->to[last] &&
			  w->to[i] - w->to[last] <= BRIDGE;
		own = (on ? own : 0) + token_own(w->a.at[i] | w->b.at[w->to[i] - 1]);
		most = own > most ? own : most;
		last = i;
	}
	return most;
}

static void measure(const struct aligner *w, struct alignment *out)
{
	struct side a = side_of(w->a.at, w->a.n, w->to), b = side_of(w->b.at, w->b.n, w->from);
	*out = (struct alignment){ .a_in_b = a.all,
				   .b_in_a = b.all,
				   .a_own_in_b = a.own,
				   .b_own_in_a = b.own,
				   .words = a.words,
				   .own = a.own_words,
				   .quoted = a.words - a.own_words - a.cited,
				   .a_first = a.first,
				   .b_first = b.first,
				   .b_last = b.last,
				   .a_gap = a.gap,
				   .b_gap = b.gap };
	if (w->a.n < ALIGN_BRIEF || w->b.n < ALIGN_BRIEF) {
		names_count(w, out);
		values_count(w, out);
	}
	out->run = a.all < mostly && b.all < mostly ? passage_own(w) : out->own; // else it goes through
}

// The first word from j on that no match has; behind the last seed where there is none.
static size_t next_free(const struct aligner *w, size_t j)
{
	while (j + SEED <= w->b.n && w->from[j])
		j++;
	return j;
}

// Grows a match from every seed of b that stands in a, from left to right.
static void match_all(struct aligner *w)
{
	const token *at = w->b.at;
	for (size_t j = 0, i = 0; (j = next_free(w, j)) + SEED <= w->b.n;) {
		uint64_t seed = seed_right(at[j] >> 5, at[j + 1]);
		for (; j + SEED <= w->b.n && !w->from[j]; j++) {
			seed = seed_right(seed, at[j + SEED - 1]);
			uint32_t hash = seed_hash(seed);
			if ((w->sieve[hash & w->mask] & sieve_bit(hash)) && seed_find(w, hash, j, &i))
				extend(w, i, j);
		}
	}
}

static void align(struct aligner *w, struct row b)
{
	w->b = b;
	w->from = room_for(&w->mem, w->from, &w->room_b, b.n + 1, sizeof *w->from);
	memset(w->to, 0, (w->a.n + 1) * sizeof *w->to);
	memset(w->from, 0, (b.n + 1) * sizeof *w->from);
	bool same = b.n == w->a.n && b.n && !memcmp(b.at, w->a.at, b.n * sizeof *b.at);
	for (size_t i = 0; same && i < b.n; i++)
		match(w, i, i);
	if (!same)
		match_all(w);
}

void align_with(struct aligner *w, struct row b, struct alignment *out)
{
	align(w, b);
	measure(w, out);
}

void align_shares(struct aligner *w, struct row b, struct alignment *out)
{
	align(w, b);
	*out = (struct alignment){ 0 };
	uint32_t words = 0; // of either text: whole words match one to one
	for (size_t i = 0; i < w->a.n; i++)
		words += w->to[i] != 0;
	if (!words)
		return;
	out->a_in_b = (double)words / (double)w->a.n;
	out->b_in_a = (double)words / (double)b.n;
	out->a_gap = gap_before(w->a.n, words, matched_end(w->to, w->a.n));
	out->b_gap = gap_before(b.n, words, matched_end(w->from, b.n));
}

void align_passages(const struct aligner *w, struct arena *a, const struct folded *text, struct passages *out)
{
	size_t last = 0, words = 0;
	for (size_t i = 0; i < w->a.n; i++) {
		if (!w->to[i])
			continue;
		bool on = out->n && i - last <= BRIDGE && !(w->a.at[i] & WORD_OPENS);
		if (!on && out->n && words < PASSAGE)
			out->n--; // a few words by chance
		if (on)
			out->at[out->n - 1].to = text->place[i].to;
		else
			*list_add(a, out) = folded_span(text, i);
		words = on ? words + 1 : 1;
		last = i;
	}
	if (out->n && words < PASSAGE)
		out->n--;
}

void align_matched(const struct aligner *w, struct arena *a, bool **matched)
{
	*matched = arena_array(a, bool, w->a.n + 1);
	for (size_t i = 0; i < w->a.n; i++)
		(*matched)[i] = w->to[i];
}

void align_free(struct aligner *w)
{
	arena_free(&w->mem);
	*w = (struct aligner){ 0 };
}

struct alignment align_turned(const struct alignment *al)
{
	struct alignment t = *al;
	t.a_in_b = al->b_in_a;
	t.b_in_a = al->a_in_b;
	t.a_own_in_b = al->b_own_in_a;
	t.b_own_in_a = al->a_own_in_b;
	t.a_first = al->b_first;
	t.b_first = al->a_first;
	t.a_gap = al->b_gap;
	t.b_gap = al->a_gap;
	return t;
}
