// Aligning: what must hold of any two rows of words, and of rows whose likeness is known.
#include "trace/align.h"
#include "test/story.h"
#include "test/tap.h"
#include "trace/slip.h"

enum { ROUNDS = 300, LONGEST = 400, PARAGRAPH = 40, REPEATED = 200000 };

static struct arena arena;
static struct aligner kept;

static token random_token(uint64_t seed, uint64_t stream, uint64_t i, uint64_t letters)
{
	uint64_t bits = rng_bits(seed, stream, i);
	return (token)((bits % letters) << 5 | (bits >> 40 & WORD_FLAGS));
}

static struct row random_row(uint64_t seed, uint64_t stream, size_t n, uint64_t letters)
{
	token *at = arena_array(&arena, token, n + 1);
	for (size_t i = 0; i < n; i++)
		at[i] = random_token(seed, stream, i, letters);
	return (struct row){ at, n, NULL };
}

// Words [first, first + n), no two the same; a paragraph opens every PARAGRAPH words.
static void put_distinct(token *at, size_t first, size_t n)
{
	for (size_t i = 0; i < n; i++)
		at[i] = (token)((first + i) << 5 | (i % PARAGRAPH ? 0 : WORD_OPENS));
}

static struct alignment align(struct aligner *w, struct row a, struct row b)
{
	struct alignment al;
	align_text(w, a);
	align_with(w, b, &al);
	return al;
}

// Pairs that are not mutual, or not of the same word.
static size_t wrong_pairs(const struct aligner *w)
{
	size_t wrong = 0;
	for (size_t i = 0; i < w->a.n; i++) {
		size_t j = w->to[i];
		wrong += j && (j > w->b.n || w->from[j - 1] != i + 1 || !token_same(w->a.at[i], w->b.at[j - 1]));
	}
	for (size_t j = 0; j < w->b.n; j++)
		wrong += w->from[j] && (w->from[j] > w->a.n || w->to[w->from[j] - 1] != j + 1);
	return wrong;
}

static bool share(double x)
{
	return x >= 0 && x <= 1;
}

// Sums that disagree with the pairs, or lie outside their range.
static size_t wrong_sums(const struct aligner *w, const struct alignment *al)
{
	size_t words = 0, own = 0;
	for (size_t i = 0; i < w->a.n; i++) {
		words += w->to[i] != 0;
		own += w->to[i] && token_own(w->a.at[i]);
	}
	const double shares[] = { al->a_in_b, al->b_in_a,  al->a_own_in_b, al->b_own_in_a, al->b_first,
				  al->b_last, al->a_first, al->a_gap,      al->b_gap };
	size_t wrong = (words != al->words) + (own != al->own);
	for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
		wrong += !share(shares[i]);
	wrong += fabs(al->a_in_b * (double)w->a.n - (double)words) > 1e-6;
	wrong += al->run > al->own || al->names_same > words;
	return wrong + (al->b_first > al->b_last && words);
}

static bool same(const struct alignment *x, const struct alignment *y)
{
	return x->a_in_b == y->a_in_b && x->b_in_a == y->b_in_a && x->words == y->words && x->own == y->own &&
	       x->run == y->run && x->names_same == y->names_same && x->values == y->values &&
	       x->b_first == y->b_first && x->b_last == y->b_last && x->a_gap == y->a_gap && x->b_gap == y->b_gap;
}

static void any_rows(void)
{
	static const uint64_t letters[] = { 1, 2, 3, 10, 100, 2048 };
	size_t pairs = 0, sums = 0, memory = 0, turned = 0, matched = 0;
	for (uint64_t r = 0; r < ROUNDS; r++) {
		uint64_t many = letters[r % 6];
		struct row a = random_row(r, 1, rng_bits(r, 2, 0) % LONGEST, many);
		struct row b = random_row(r, 3, rng_bits(r, 4, 0) % LONGEST, many);
		struct aligner fresh = { 0 };
		struct alignment al = align(&kept, a, b), again = align(&fresh, a, b), two = align_turned(&al);
		two = align_turned(&two);
		pairs += wrong_pairs(&kept);
		sums += wrong_sums(&kept, &al);
		memory += !same(&al, &again);
		turned += al.a_in_b != two.a_in_b || al.b_own_in_a != two.b_own_in_a || al.a_gap != two.a_gap;
		matched += al.words > 0;
		align_free(&fresh);
	}
	ok(matched > ROUNDS / 2, "of %d random pairs %zu have words in common", ROUNDS, matched);
	is_int(pairs, 0, "matched words are the same, and matched once");
	is_int(sums, 0, "sums agree with the pairs");
	is_int(memory, 0, "what was aligned before leaves nothing behind");
	is_int(turned, 0, "turned twice it is what it was");
}

static void exact_copies(void)
{
	size_t wrong = 0, flags = 0;
	for (uint64_t r = 0; r < ROUNDS; r++) {
		struct row a = random_row(r, 5, 1 + rng_bits(r, 6, 0) % LONGEST, r % 2 ? 50 : 4096);
		token *at = arena_array(&arena, token, a.n);
		memcpy(at, a.at, a.n * sizeof *at);
		struct alignment al = align(&kept, a, (struct row){ at, a.n, NULL });
		wrong += al.a_in_b != 1 || al.b_in_a != 1 || al.words != a.n;
		if (a.n < 4)
			continue;
		put_distinct(at, 0, a.n);
		token *quoted = arena_array(&arena, token, a.n);
		for (size_t i = 0; i < a.n; i++)
			quoted[i] = at[i] ^ (token)(i % 3 == 0 ? WORD_QUOTED : 0);
		al = align(&kept, (struct row){ at, a.n, NULL }, (struct row){ quoted, a.n, NULL });
		flags += al.a_in_b != 1 || al.b_in_a != 1;
	}
	is_int(wrong, 0, "of an exact copy all words match, both ways");
	is_int(flags, 0, "whether or not they are quoted there");
}

static void known_edits(void)
{
	enum { PARAGRAPHS = 8, WORDS = PARAGRAPHS * PARAGRAPH, FRESH = 1000 };
	static token a[WORDS], moved[WORDS], longer[2 * WORDS], other[WORDS];
	put_distinct(a, 0, WORDS);
	put_distinct(other, FRESH, WORDS);
	for (size_t p = 0; p < PARAGRAPHS; p++)
		memcpy(moved + p * PARAGRAPH, a + (p * 3 + 5) % PARAGRAPHS * PARAGRAPH, PARAGRAPH * sizeof *a);
	struct row whole = { a, WORDS, NULL };
	struct alignment al = align(&kept, whole, (struct row){ moved, WORDS, NULL });
	ok(al.a_in_b == 1 && al.b_in_a == 1, "paragraphs may come in any order");
	for (size_t p = 0; p < PARAGRAPHS; p++) {
		memcpy(longer + 2 * p * PARAGRAPH, a + p * PARAGRAPH, PARAGRAPH * sizeof *a);
		memcpy(longer + (2 * p + 1) * PARAGRAPH, other + p * PARAGRAPH, PARAGRAPH * sizeof *a);
	}
	al = align(&kept, whole, (struct row){ longer, sizeof longer / sizeof *longer, NULL });
	ok(al.a_in_b == 1, "a text with others in between holds it");
	is_near(al.b_in_a, 0.5, 1e-9, "and is half of it");
	al = align(&kept, whole, (struct row){ other, WORDS, NULL });
	ok(!al.words && !al.a_in_b && !al.b_in_a && !al.run, "nothing in common is nothing");
	al = align(&kept, whole, (struct row){ a, WORDS / 2, NULL });
	is_near(al.a_in_b, 0.5, 1e-9, "of a text without its second half the first stands there");
	ok(al.b_in_a == 1 && al.a_gap == 0 && al.run == WORDS / 2, "which is all, in one passage, the rest a tail");
	al = align(&kept, whole, (struct row){ a + WORDS / 2, WORDS / 2, NULL });
	ok(al.b_in_a == 1 && al.a_gap == 1, "without its first half the rest stands before");
}

// One word in ten replaced: the match steps over it.
static void replaced_words(void)
{
	enum { WORDS = 400 };
	static token a[WORDS], b[WORDS];
	put_distinct(a, 0, WORDS);
	put_distinct(b, 0, WORDS);
	for (size_t i = 5; i < WORDS; i += 10)
		b[i] = (token)((1000 + i) << 5);
	struct alignment al = align(&kept, (struct row){ a, WORDS, NULL }, (struct row){ b, WORDS, NULL });
	is_near(al.a_in_b, 0.9, 1e-9, "nine words in ten are the same");
	is_int(al.run, al.words, "in one passage");
}

static void repeated_words(void)
{
	token *one = arena_array(&arena, token, REPEATED), *two = arena_array(&arena, token, REPEATED);
	for (size_t i = 0; i < REPEATED; i++) {
		one[i] = 7 << 5;
		two[i] = (token)((i % 2 ? 7 : 8) << 5);
	}
	struct row loop = { one, REPEATED, NULL }, shorter = { one, REPEATED - 1, NULL };
	struct row beat = { two, REPEATED, NULL }, off = { two + 1, REPEATED - 1, NULL };
	struct alignment al = align(&kept, loop, shorter);
	ok(!wrong_pairs(&kept) && al.words, "one word, %d times, ends: %zu match", REPEATED, al.words);
	al = align(&kept, beat, off);
	ok(!wrong_pairs(&kept) && al.words, "two words in turn end: %zu match", al.words);
	al = align(&kept, loop, beat);
	ok(!wrong_pairs(&kept), "one word and two in turn end: %zu match", al.words);
}

static struct row row_of(const struct folded *t)
{
	token *at = arena_array(&arena, token, t->n + 1);
	for (size_t i = 0; i < t->n; i++)
		at[i] = token_of(t->at[i]);
	return (struct row){ at, t->n, t };
}

// Pairs by letters that are neither the same word nor one with a slip, nor a part of one.
static size_t wrong_letters(const struct aligner *w)
{
	const struct folded *x = w->a.letters, *y = w->b.letters;
	size_t wrong = 0;
	for (size_t i = 0; i < x->n; i++) {
		size_t j = w->to[i] ? w->to[i] - 1 : 0;
		if (!w->to[i] || token_same(w->a.at[i], w->b.at[j]) || slip_alike(x, i, y, j))
			continue;
		wrong += !(j + 1 < y->n && slip_joined(x, i, y, j)) && !(i + 1 < x->n && slip_joined(y, j, x, i)) &&
			 !(i && slip_joined(y, j, x, i - 1));
	}
	return wrong;
}

static void scanned_text(void)
{
	size_t wrong = 0, less = 0, little = 0;
	for (uint64_t number = 0; number < 20; number++) {
		struct folded x, y;
		const char *text = story_text(&arena, number, 4);
		const char *scanned = story_scanned(&arena, text, number, 0.06);
		folded_of(&arena, text, strlen(text), &x);
		folded_of(&arena, scanned, strlen(scanned), &y);
		struct row a = row_of(&x), b = row_of(&y), plain_a = { a.at, a.n, NULL }, plain_b = { b.at, b.n, NULL };
		struct alignment plain = align(&kept, plain_a, plain_b), letters = align(&kept, a, b);
		wrong += wrong_letters(&kept);
		less += letters.a_in_b < plain.a_in_b;
		little += letters.a_in_b < 0.75;
	}
	is_int(wrong, 0, "what matches by letters differs by a slip");
	is_int(less, 0, "letters find more than whole words do");
	is_int(little, 0, "and most of a badly scanned text");
}

static void passages_of(void)
{
	const char *text = story_text(&arena, 77, 3), *other = story_text(&arena, 78, 2);
	const char *mixed = story_join(&arena, story_cut(&arena, other, 0, 1), story_cut(&arena, text, 1, 2));
	struct folded x, y;
	folded_of(&arena, mixed, strlen(mixed), &x);
	folded_of(&arena, text, strlen(text), &y);
	align(&kept, row_of(&x), row_of(&y));
	struct passages p = { 0 };
	align_passages(&kept, &arena, &x, &p);
	const char *begin = strstr(mixed, "\n\n") + 2;
	is_int(p.n, 1, "one passage");
	ok(p.n && p.at[0].from == (size_t)(begin - mixed), "begins with its paragraph");
	ok(p.n && p.at[0].to + 1 == strlen(mixed), "and ends with its last word");
}

// Paragraphs that all begin with the same words, in the opposite order: each is found where it goes on longest.
static void same_beginnings(void)
{
	enum { PARAGRAPHS = 6, WORDS = PARAGRAPHS * PARAGRAPH };
	static token a[WORDS], b[WORDS];
	put_distinct(a, 0, WORDS);
	for (size_t i = 0; i < WORDS; i++)
		a[i] = i % PARAGRAPH < 4 ? (token)((3000 + i % PARAGRAPH) << 4) : a[i];
	for (size_t p = 0; p < PARAGRAPHS; p++)
		memcpy(b + p * PARAGRAPH, a + (PARAGRAPHS - 1 - p) * PARAGRAPH, PARAGRAPH * sizeof *a);
	align(&kept, (struct row){ a, WORDS, NULL }, (struct row){ b, WORDS, NULL });
	size_t wrong = 0;
	for (size_t i = 0; i < WORDS; i++)
		wrong += kept.to[i] != (PARAGRAPHS - 1 - i / PARAGRAPH) * PARAGRAPH + i % PARAGRAPH + 1;
	is_int(wrong, 0, "paragraphs with one beginning are told apart by what follows");
}

int main(void)
{
	any_rows();
	exact_copies();
	known_edits();
	replaced_words();
	same_beginnings();
	repeated_words();
	scanned_text();
	passages_of();
	align_free(&kept);
	arena_free(&arena);
	return done();
}
