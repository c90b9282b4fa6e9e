// Two texts beside each other. Runs of three words and more are found as copies are (align.h). Who retells a fact in
// his own words leaves names, numbers and long words: a sentence that has no run goes with the one of the other text
// that shares most of these, where that is more than two names and a good part of what the shorter of them says.
#include "trace/shared.h"

#include "trace/align.h"

#include <stdlib.h>

enum {
	LEAST = 3,  // words of a sentence that match, for a row
	TELL = 5,   // letters of a word that tells something
	BRIDGE = 2, // words of a gap that a span closes
	MARKS = 3,  // words of a label
	NAME = 1,   // what a name weighs: all texts of a case have the same ones
	WORD = 2,   // and another telling word
	SAME = 3,   // of words that two sentences share, at least
	NONE = -1,
};

static const double retold = 0.4; // of what the telling words weigh of the sentence where that is less

// A text as words and sentences. A text without sentences is one.
struct side {
	struct folded words;
	token *tokens;
	const struct document *doc;
	struct spans sentences;
	size_t *sentence; // [word]
	size_t *first;    // [sentence] its first word; one more at the end
	int *row;         // [sentence] the row it stands in, or NONE
	bool *common;     // [word] stands in the sentence beside it, too
};

struct pairing {
	struct arena *arena, scratch;
	struct side a, b;
	struct aligner aligner;
	struct shared *out;
};

static void side_of(struct arena *s, const struct document *d, struct side *out)
{
	*out = (struct side){ .doc = d };
	folded_of(s, d->text ? d->text : "", d->text ? d->len : 0, &out->words);
	size_t n = out->words.n, at = 0;
	for (each (x, &d->sentences))
		list_push(s, &out->sentences, *x);
	if (!out->sentences.n)
		list_push(s, &out->sentences, ((span){ 0, d->len }));
	out->tokens = arena_array(s, token, n + 1);
	out->sentence = arena_array(s, size_t, n + 1);
	out->first = arena_array(s, size_t, out->sentences.n + 1);
	out->row = arena_array(s, int, out->sentences.n);
	out->common = arena_array(s, bool, n + 1);
	for (size_t i = 0; i < n; i++) {
		while (at + 1 < out->sentences.n && out->sentences.at[at + 1].from <= out->words.place[i].from)
			out->first[++at] = i;
		out->tokens[i] = token_of(out->words.at[i]);
		out->sentence[i] = at;
	}
	while (at < out->sentences.n)
		out->first[++at] = n;
	for (size_t i = 0; i < out->sentences.n; i++)
		out->row[i] = NONE;
}

static struct slice word_text(const struct side *x, size_t i)
{
	return slice_in(x->doc->text, folded_span(&x->words, i));
}

static bool is_common_word(struct slice s)
{
	static const char *const words[] = { "about", "after", "again", "before", "being", "could", "during", "other",
					     "since", "their", "there", "these",  "those", "under", "until",  "where",
					     "which", "while", "whose", "within", "would", "should" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_is(s, words[i]))
			return true;
	return false;
}

static bool tells(const struct side *x, size_t i)
{
	struct slice s = word_text(x, i);
	return x->words.at[i] & (WORD_NAME | WORD_DIGIT) || (s.len >= TELL && !is_common_word(s));
}

// --- rows ---

// The spans of a sentence's words that stand in the other text.
static struct spans spans_of(struct arena *a, const struct side *x, size_t sentence)
{
	struct spans out = { 0 };
	size_t last = 0;
	for (size_t i = x->first[sentence]; i < x->first[sentence + 1]; i++) {
		if (!x->common[i])
			continue;
		if (out.n && i - last <= BRIDGE)
			out.at[out.n - 1].to = x->words.place[i].to;
		else
			list_push(a, &out, folded_span(&x->words, i));
		last = i;
	}
	return out;
}

// Names first, then the longest of the telling words; of those in common where there are any.
static const char *label_of(struct arena *a, const struct side *x, size_t sentence)
{
	struct buf b = buf_in(a);
	size_t chosen[MARKS], n = 0;
	bool any = false;
	for (size_t i = x->first[sentence]; i < x->first[sentence + 1]; i++)
		any |= x->common[i] && tells(x, i);
	for (size_t k = 0; k < MARKS; k++) {
		size_t best = SIZE_MAX;
		for (size_t i = x->first[sentence]; i < x->first[sentence + 1]; i++) {
			bool new = tells(x, i) && (!any || x->common[i]);
			for (size_t j = 0; j < n; j++)
				new &= !word_same(x->words.at[i], x->words.at[chosen[j]]);
			if (new && (best == SIZE_MAX || word_text(x, i).len > word_text(x, best).len))
				best = i;
		}
		if (best != SIZE_MAX)
			chosen[n++] = best;
	}
	for (size_t i = x->first[sentence]; i < x->first[sentence + 1]; i++) // as they stand
		for (size_t j = 0; j < n; j++)
			if (chosen[j] == i) {
				struct slice s = word_text(x, i);
				buf_printf(&b, "%s%.*s", b.n ? ", " : "", (int)s.len, s.at);
			}
	return b.n ? buf_str(&b) : "a sentence";
}

static void add_row(struct pairing *p, size_t s, size_t t)
{
	p->a.row[s] = p->b.row[t] = (int)p->out->rows.n;
	struct shared_row *r = list_add(p->arena, &p->out->rows);
	r->a = (struct shared_side){ p->a.sentences.at[s], spans_of(p->arena, &p->a, s) };
	r->b = (struct shared_side){ p->b.sentences.at[t], spans_of(p->arena, &p->b, t) };
	r->label = label_of(p->arena, &p->a, s);
	p->out->both++;
}

// The sentence of b where most of a sentence's words stand, and how many do.
static size_t partner(const struct pairing *p, size_t s, size_t *words)
{
	size_t best = SIZE_MAX;
	*words = 0;
	for (size_t i = p->a.first[s]; i < p->a.first[s + 1]; i++) {
		size_t n = 0, t = p->aligner.to[i] ? p->b.sentence[p->aligner.to[i] - 1] : SIZE_MAX;
		for (size_t k = i; t != SIZE_MAX && k < p->a.first[s + 1]; k++)
			n += p->aligner.to[k] && p->b.sentence[p->aligner.to[k] - 1] == t;
		if (n > *words) {
			*words = n;
			best = t;
		}
	}
	return best;
}

static void pair_runs(struct pairing *p)
{
	for (size_t s = 0; s < p->a.sentences.n; s++) {
		size_t words, telling = 0, t = partner(p, s, &words);
		if (words < LEAST || p->b.row[t] != NONE)
			continue;
		for (size_t i = p->a.first[s]; i < p->a.first[s + 1]; i++)
			telling += p->aligner.to[i] && p->b.sentence[p->aligner.to[i] - 1] == t && tells(&p->a, i);
		if (!telling)
			continue; // "at the end of the"
		for (size_t i = p->a.first[s]; i < p->a.first[s + 1]; i++)
			if (p->aligner.to[i] && p->b.sentence[p->aligner.to[i] - 1] == t)
				p->a.common[i] = p->b.common[p->aligner.to[i] - 1] = true;
		add_row(p, s, t);
	}
}

// What the telling words of a sentence weigh, each once; those that stand in a sentence of the other side, too.
static size_t weigh_telling(const struct side *x, size_t s, const struct side *y, size_t t)
{
	size_t n = 0;
	for (size_t i = x->first[s]; i < x->first[s + 1]; i++) {
		bool counts = tells(x, i), there = !y;
		for (size_t k = x->first[s]; counts && k < i; k++)
			counts = !word_same(x->words.at[i], x->words.at[k]);
		for (size_t k = y ? y->first[t] : 0; counts && !there && k < y->first[t + 1]; k++)
			there = word_same(x->words.at[i], y->words.at[k]);
		if (counts && there)
			n += x->words.at[i] & WORD_NAME ? NAME : WORD;
	}
	return n;
}

static void mark_common(struct side *x, size_t s, const struct side *y, size_t t)
{
	for (size_t i = x->first[s]; i < x->first[s + 1]; i++)
		for (size_t k = y->first[t]; tells(x, i) && k < y->first[t + 1]; k++)
			x->common[i] |= word_same(x->words.at[i], y->words.at[k]);
}

static void pair_retold(struct pairing *p)
{
	enum { MOST = 4000000 }; // pairs of words: beyond it only runs are looked for
	if (p->a.words.n * p->b.words.n > MOST)
		return;
	size_t *of_b = arena_array(&p->scratch, size_t, p->b.sentences.n);
	for (size_t t = 0; t < p->b.sentences.n; t++)
		of_b[t] = weigh_telling(&p->b, t, NULL, 0);
	for (size_t s = 0; s < p->a.sentences.n; s++) {
		size_t best = SIZE_MAX, most = SAME - 1, of_a = weigh_telling(&p->a, s, NULL, 0);
		for (size_t t = 0; p->a.row[s] == NONE && of_a >= SAME && t < p->b.sentences.n; t++) {
			size_t fewer = of_a < of_b[t] ? of_a : of_b[t];
			size_t n = p->b.row[t] != NONE || fewer < SAME ? 0 : weigh_telling(&p->a, s, &p->b, t);
			if (n > most && (double)n >= retold * (double)fewer) {
				most = n;
				best = t;
			}
		}
		if (best == SIZE_MAX)
			continue;
		mark_common(&p->a, s, &p->b, best);
		mark_common(&p->b, best, &p->a, s);
		add_row(p, s, best);
	}
}

// --- what only one of them says ---

static bool says_something(const struct document *d, span sentence)
{
	for (each (s, &d->statements))
		for (each (part, &s->content))
			if (span_meets(*part, sentence))
				return true;
	for (each (f, &d->findings))
		if (span_meets(f->at, sentence))
			return true;
	return false;
}

static size_t add_lonely(struct pairing *p, const struct side *x, bool first)
{
	size_t n = 0;
	for (size_t s = 0; s < x->sentences.n; s++) {
		if (x->row[s] != NONE || !says_something(x->doc, x->sentences.at[s]))
			continue;
		struct shared_row *r = list_add(p->arena, &p->out->rows);
		*(first ? &r->a : &r->b) = (struct shared_side){ x->sentences.at[s], { 0 } };
		r->label = label_of(p->arena, x, s);
		n++;
	}
	return n;
}

static int by_place(const void *x, const void *y)
{
	const struct shared_row *a = x, *b = y;
	bool p = span_empty(a->a.sentence), q = span_empty(b->a.sentence);
	uint32_t i = p ? a->b.sentence.from : a->a.sentence.from, j = q ? b->b.sentence.from : b->a.sentence.from;
	return p != q ? p - q : (i > j) - (i < j);
}

// --- the longest run ---

static void find_run(struct pairing *p)
{
	struct shared *out = p->out;
	for (size_t i = 0; i < p->a.words.n;) {
		size_t n = 1;
		if (!p->aligner.to[i]) {
			i++;
			continue;
		}
		while (i + n < p->a.words.n && p->aligner.to[i + n] == p->aligner.to[i] + n)
			n++;
		if (n > out->run) {
			size_t j = p->aligner.to[i] - 1;
			out->run = n;
			out->run_a = (span){ p->a.words.place[i].from, p->a.words.place[i + n - 1].to };
			out->run_b = (span){ p->b.words.place[j].from, p->b.words.place[j + n - 1].to };
		}
		i += n;
	}
}

void shared_of(struct arena *a, const struct document *x, const struct document *y, struct shared *out)
{
	struct pairing p = { .arena = a, .out = out };
	struct alignment al;
	*out = (struct shared){ 0 };
	side_of(&p.scratch, x, &p.a);
	side_of(&p.scratch, y, &p.b);
	out->words_a = p.a.words.n;
	out->words_b = p.b.words.n;
	align_text(&p.aligner, (struct row){ p.a.tokens, p.a.words.n, NULL });
	align_with(&p.aligner, (struct row){ p.b.tokens, p.b.words.n, NULL }, &al);
	find_run(&p);
	pair_runs(&p);
	pair_retold(&p);
	out->only_a = add_lonely(&p, &p.a, true);
	out->only_b = add_lonely(&p, &p.b, false);
	if (out->rows.n)
		qsort(out->rows.at, out->rows.n, sizeof *out->rows.at, by_place);
	align_free(&p.aligner);
	arena_free(&p.scratch);
}
