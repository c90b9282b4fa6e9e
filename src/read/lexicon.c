// The pattern language of the lexicon, compiled once and matched in linear time: a pattern is found by its first word,
// then followed with bounded backtracking (gaps span at most 14 words, and no pattern has more than a few).
//
//   word   {a|b c}  one alternative   {..}?  optional   _  any word   ~N  0 to N words, not across . ? ! ;   <NUM>  a
//   number
#include "read/lexicon.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

extern const char embed_lexicon[];

struct choice {
	LIST(uint16_t) words; // one after another, by their numbers (vocabulary_phrase)
};

enum piece_kind { PIECE_CHOICE, PIECE_ANY, PIECE_GAP, PIECE_NUMBER };

struct piece {
	enum piece_kind kind;
	bool optional;
	int gap;
	LIST(struct choice) choices;
	uint64_t begins; // set of what choices begin with, modulo 64: most words are turned away by one look
};

struct pattern {
	enum lexicon_class class;
	const char *sub, *modality;
	char polarity;
	LIST(struct piece) pieces;
};

// A pattern that begins with a word, and the set of what may come next, modulo 64; ANY: whatever does.
struct begun {
	uint32_t pattern;
	uint64_t next;
};

struct known {
	LIST(struct begun) patterns;
};

struct lexicon {
	LIST(struct pattern) patterns;
	LIST(struct known) words;         // [number of a word]
	LIST(uint32_t) numbers, anywhere; // patterns that begin with a number, with any word
};

static const char *const class_names[] = {
#define X(name) #name,
	LEXICON_TABLE(X)
#undef X
};

// "U.S." is "us", as in the texts.
static const char *plain_word(struct arena *a, struct slice w)
{
	char *out = arena_copy(a, w.at, w.len);
	if (w.len >= 3 && isalpha((unsigned char)out[0]) && out[1] == '.') {
		size_t n = 0;
		for (size_t i = 0; i < w.len; i++)
			if (out[i] != '.')
				out[n++] = out[i];
		out[n] = '\0';
	}
	return out;
}

static void add_choice(struct arena *a, struct vocabulary *v, struct piece *p, struct slice text, struct slice suffix)
{
	struct choice *c = list_add(a, &p->choices);
	struct slice word;
	while (slice_cut(&text, ' ', &word)) {
		if (!word.len)
			continue;
		const char *plain = plain_word(a, word);
		if (!text.len && suffix.len)
			plain = arena_printf(a, "%s%.*s", plain, (int)suffix.len, suffix.at);
		list_push(a, &c->words, vocabulary_phrase(a, v, plain));
	}
	if (c->words.n)
		p->begins |= UINT64_C(1) << (c->words.at[0] % 64);
}

// One piece of a pattern, from the front of *rest.
static void add_piece(struct arena *a, struct vocabulary *v, struct pattern *p, struct slice *rest)
{
	struct piece *piece = list_add(a, &p->pieces);
	struct slice word = { 0 }, none = { 0 };
	if (rest->at[0] == '{') {
		ptrdiff_t end = slice_find(*rest, "}");
		size_t n = end < 0 ? rest->len : (size_t)end;
		struct slice inside = { rest->at + 1, n - 1 }, choice;
		*rest = (struct slice){ rest->at + n + (end >= 0), rest->len - n - (end >= 0) };
		piece->optional = slice_starts(*rest, "?");
		slice_cut(rest, ' ', &word); // "?", or an ending that every choice takes: {did|does}n't
		while (slice_cut(&inside, '|', &choice))
			add_choice(a, v, piece, choice, piece->optional ? none : word);
		return;
	}
	slice_cut(rest, ' ', &word);
	if (slice_is(word, "_"))
		piece->kind = PIECE_ANY;
	else if (slice_is(word, "<NUM>"))
		piece->kind = PIECE_NUMBER;
	else if (slice_starts(word, "~")) {
		piece->kind = PIECE_GAP;
		piece->gap =
		    word.len > 1 && isdigit((unsigned char)word.at[1]) ? (int)strtol(word.at + 1, NULL, 10) : 0;
	} else {
		add_choice(a, v, piece, word, none);
	}
}

static const uint64_t ANY = ~UINT64_C(0);

static uint64_t bit_of(int word)
{
	return UINT64_C(1) << (word % 64);
}

// What may come behind the first word of a choice, the i-th piece of a pattern.
static uint64_t next_of(const struct pattern *p, size_t i, const struct choice *c)
{
	if (c->words.n > 1)
		return bit_of(c->words.at[1]);
	const struct piece *next = i + 1 < p->pieces.n ? &p->pieces.at[i + 1] : NULL;
	return next && next->kind == PIECE_CHOICE && !next->optional ? next->begins : ANY;
}

// Files a pattern under each word it can begin with.
static void index_pattern(struct arena *a, struct lexicon *l, uint32_t number)
{
	const struct pattern *p = &l->patterns.at[number];
	for (size_t i = 0; i < p->pieces.n; i++) {
		const struct piece *piece = &p->pieces.at[i];
		if (piece->kind != PIECE_CHOICE) {
			if (piece->kind == PIECE_NUMBER)
				list_push(a, &l->numbers, number);
			else
				list_push(a, &l->anywhere, number);
			return;
		}
		for (const struct choice *c = piece->choices.at; c < piece->choices.at + piece->choices.n; c++) {
			if (!c->words.n)
				continue;
			while (l->words.n <= c->words.at[0])
				list_push(a, &l->words, (struct known){ 0 });
			struct known *f = &l->words.at[c->words.at[0]];
			uint64_t next = next_of(p, i, c);
			if (f->patterns.n && f->patterns.at[f->patterns.n - 1].pattern == number)
				f->patterns.at[f->patterns.n - 1].next |= next;
			else
				list_push(a, &f->patterns, ((struct begun){ number, next }));
		}
		if (!piece->optional)
			return;
	}
}

struct lexicon *lexicon_read(struct arena *a, struct vocabulary *v)
{
	struct lexicon *l = arena_new(a, struct lexicon);
	struct slice rest = slice_of(embed_lexicon), line, cell[7];
	while (slice_line(&rest, &line)) {
		int n = 0;
		while (n < 7 && slice_cut(&line, '\t', &cell[n]))
			n++;
		int c = 0;
		while (n >= 6 && c < LEXICON_COUNT && !slice_is(cell[2], class_names[c]))
			c++;
		if (n < 6 || c == LEXICON_COUNT)
			continue;
		struct pattern *p = list_add(a, &l->patterns);
		p->class = (enum lexicon_class)c;
		p->sub = arena_copy(a, cell[3].at, cell[3].len);
		p->polarity = cell[4].len ? cell[4].at[0] : '\0';
		p->modality = arena_copy(a, cell[5].at, cell[5].len);
		while (cell[1].len)
			add_piece(a, v, p, &cell[1]);
		index_pattern(a, l, (uint32_t)l->patterns.n - 1);
	}
	return l;
}

static bool ends_sentence(const struct token *t)
{
	return t->mark && (token_says(t, ".") || token_says(t, "?") || token_says(t, "!") || token_says(t, ";"));
}

// The end of the longest match of pieces[i..] at token `at`, or -1.
static int follow(const struct pattern *p, size_t i, const struct tokens *s, int at)
{
	if (i == p->pieces.n)
		return at;
	const struct piece *piece = &p->pieces.at[i];
	int best = piece->optional ? follow(p, i + 1, s, at) : -1;
	if (piece->kind == PIECE_GAP && i + 1 == p->pieces.n)
		return at; // "more likely than ~6": something follows, which is no part of it
	if (piece->kind == PIECE_GAP) {
		for (int k = 0; k <= piece->gap && at + k <= s->n; k++) {
			int end = follow(p, i + 1, s, at + k);
			best = end > best ? end : best;
			if (at + k < s->n && ends_sentence(&s->t[at + k]))
				break;
		}
		return best;
	}
	if (at >= s->n)
		return best;
	if (piece->kind != PIECE_CHOICE) {
		int end = piece->kind == PIECE_ANY || s->t[at].number ? follow(p, i + 1, s, at + 1) : -1;
		return end > best ? end : best;
	}
	if (!s->t[at].phrase || !(piece->begins & bit_of(s->t[at].phrase)))
		return best;
	for (const struct choice *c = piece->choices.at; c < piece->choices.at + piece->choices.n; c++) {
		int n = (int)c->words.n, k = 0;
		while (k < n && at + k < s->n && s->t[at + k].phrase == c->words.at[k])
			k++;
		int end = n && k == n ? follow(p, i + 1, s, at + n) : -1;
		best = end > best ? end : best;
	}
	return best;
}

static void try_pattern(struct arena *a, struct hits *h, const struct pattern *p, const struct tokens *s, int at,
			int best[])
{
	int end = follow(p, 0, s, at);
	if (end <= at || end <= best[p->class])
		return;
	struct hit *hit = NULL;
	for (size_t i = h->list.n; i > 0 && h->list.at[i - 1].from == at; i--)
		if (h->list.at[i - 1].class == p->class)
			hit = &h->list.at[i - 1]; // a longer one takes its place
	if (!hit)
		hit = list_add(a, &h->list);
	*hit = (struct hit){ p->class, p->sub, p->polarity, p->modality, at, end, false };
	best[p->class] = end;
}

// Marks hits that a longer one covers in part, or an equally long one of a class that goes before.
static void cast_shadows(struct hits *h)
{
	for (size_t i = 0; i < h->list.n; i++)
		for (size_t j = i + 1; j < h->list.n && h->list.at[j].from < h->list.at[i].to; j++) {
			struct hit *a = &h->list.at[i], *b = &h->list.at[j];
			int la = a->to - a->from, lb = b->to - b->from;
			if (la > lb || (la == lb && a->class <= b->class))
				b->shadowed = true;
			else
				a->shadowed = true;
		}
}

struct hits lexicon_match(struct arena *a, const struct lexicon *l, const struct tokens *s)
{
	struct hits h = { 0 };
	int best[LEXICON_COUNT] = { 0 }; // where the last hit of each class ends: what lies inside it is not told again
	for (int at = 0; at < s->n; at++) {
		const struct known *f = s->t[at].phrase ? &l->words.at[s->t[at].phrase] : NULL;
		uint64_t next = at + 1 < s->n && s->t[at + 1].phrase ? bit_of(s->t[at + 1].phrase) : 0;
		for (size_t k = 0; f && k < f->patterns.n; k++)
			if (f->patterns.at[k].next == ANY || f->patterns.at[k].next & next)
				try_pattern(a, &h, &l->patterns.at[f->patterns.at[k].pattern], s, at, best);
		for (size_t k = 0; s->t[at].number && k < l->numbers.n; k++)
			try_pattern(a, &h, &l->patterns.at[l->numbers.at[k]], s, at, best);
		for (size_t k = 0; k < l->anywhere.n; k++)
			try_pattern(a, &h, &l->patterns.at[l->anywhere.at[k]], s, at, best);
	}
	cast_shadows(&h);
	return h;
}

const struct hit *lexicon_hit(const struct hits *h, enum lexicon_class c, const char *sub, int from, int to)
{
	for (size_t i = 0; i < h->list.n && h->list.at[i].from < to; i++) {
		const struct hit *hit = &h->list.at[i];
		if (hit->from >= from && hit->class == c && !hit->shadowed && (!sub || strcmp(hit->sub, sub) == 0))
			return hit;
	}
	return NULL;
}
