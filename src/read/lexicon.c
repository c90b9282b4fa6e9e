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

enum piece_kind { PIECE_CHOICE, PIECE_ANY, PIECE_GAP, PIECE_NUMBER, PIECE_END };

struct piece {
	enum piece_kind kind;
	bool optional;
	int gap;
	LIST(struct choice) choices;
	uint64_t begins; // what choices begin with, as a set
};

struct pattern {
	enum lexicon_class class;
	const char *sub, *modality;
	char polarity;
	LIST(struct piece) pieces;
};

// A pattern as it is matched, all in a row, so that a try costs few looks at memory: its number; of each piece its kind
// and whether it is optional, its gap or how many choices it has, and how long these are; of each choice how many words
// it has, and the words; PIECE_END.
enum { HEAD = 4 }; // of a piece

// A pattern that begins with a word; of sets of words, what may come next, and what one of the next few must be.
struct begun {
	uint64_t next, near;
	const uint16_t *code;
};

struct known {
	LIST(struct begun) patterns;
	uint64_t next; // what may come next in one of them
};

struct lexicon {
	LIST(struct pattern) patterns;
	LIST(struct known) words;                 // [number of a word]
	LIST(const uint16_t *) numbers, anywhere; // patterns that begin with a number, with any word
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

// Sets of words, by which most words are turned away at one look: a word's number modulo 63; and any number.
static const uint64_t ANY = ~UINT64_C(0), NUMBER = UINT64_C(1) << 63;
enum { NEAR = 4 }; // words

static uint64_t bit_of(uint16_t word)
{
	return UINT64_C(1) << (word % 63);
}

static uint64_t bits_of(const struct token *t)
{
	return (t->phrase ? bit_of(t->phrase) : 0) | (t->number ? NUMBER : 0);
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
		p->begins |= bit_of(c->words.at[0]);
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

// What the i-th piece of a pattern, or one behind it, may begin with.
static uint64_t may_come(const struct pattern *p, size_t i)
{
	const struct piece *piece = &p->pieces.at[i];
	if (i == p->pieces.n || piece->kind == PIECE_ANY || piece->kind == PIECE_GAP)
		return ANY;
	if (piece->kind == PIECE_NUMBER)
		return NUMBER;
	return piece->begins | (piece->optional ? may_come(p, i + 1) : 0);
}

// A pattern as code.
static const uint16_t *encode(struct arena *a, const struct pattern *p, size_t number)
{
	LIST(uint16_t) out = { 0 };
	list_push(a, &out, (uint16_t)number);
	for (each (piece, &p->pieces)) {
		size_t head = out.n;
		list_push(a, &out, (uint16_t)piece->kind);
		list_push(a, &out, piece->optional);
		list_push(a, &out, (uint16_t)(piece->kind == PIECE_CHOICE ? piece->choices.n : (size_t)piece->gap));
		list_push(a, &out, 0);
		for (each (c, &piece->choices)) {
			list_push(a, &out, (uint16_t)c->words.n);
			for (each (w, &c->words))
				list_push(a, &out, *w);
		}
		out.at[head + 3] = (uint16_t)(out.n - head - HEAD);
	}
	list_push(a, &out, PIECE_END);
	uint16_t *whole = arena_take_array(a, out.n, sizeof *whole);
	return memcpy(whole, out.at, out.n * sizeof *whole);
}

// What follows the first word of a choice, the i-th piece of a pattern.
static struct begun behind(const struct pattern *p, const uint16_t *code, size_t i, const struct choice *c)
{
	if (c->words.n > 1)
		return (struct begun){ bit_of(c->words.at[1]), ANY, code };
	const struct piece *gap = i + 2 < p->pieces.n ? &p->pieces.at[i + 1] : NULL;
	bool near = gap && gap->kind == PIECE_GAP && gap->gap < NEAR;
	return (struct begun){ may_come(p, i + 1), near ? may_come(p, i + 2) : ANY, code };
}

// Files a pattern under each word it can begin with.
static void index_pattern(struct arena *a, struct lexicon *l, uint32_t number)
{
	const struct pattern *p = &l->patterns.at[number];
	const uint16_t *code = encode(a, p, number);
	for (size_t i = 0; i < p->pieces.n; i++) {
		const struct piece *piece = &p->pieces.at[i];
		if (piece->kind != PIECE_CHOICE) {
			if (piece->kind == PIECE_NUMBER)
				list_push(a, &l->numbers, code);
			else
				list_push(a, &l->anywhere, code);
			return;
		}
		for (const struct choice *c = piece->choices.at; c < piece->choices.at + piece->choices.n; c++) {
			if (!c->words.n)
				continue;
			while (l->words.n <= c->words.at[0])
				list_push(a, &l->words, (struct known){ 0 });
			struct known *f = &l->words.at[c->words.at[0]];
			struct begun b = behind(p, code, i, c), *same;
			f->next |= b.next;
			same = f->patterns.n ? &f->patterns.at[f->patterns.n - 1] : NULL;
			if (same && same->code == code)
				*same = (struct begun){ same->next | b.next, same->near | b.near, code };
			else
				list_push(a, &f->patterns, b);
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

// The end of the longest match of a pattern from `piece` on at token `at`, or -1.
static int follow(const uint16_t *piece, const struct tokens *s, int at)
{
	if (piece[0] == PIECE_END)
		return at;
	const uint16_t *choice = piece + HEAD, *next = choice + piece[3];
	int best = piece[1] ? follow(next, s, at) : -1;
	if (piece[0] == PIECE_GAP && next[0] == PIECE_END)
		return at; // "more likely than ~6": something follows, which is no part of it
	if (piece[0] == PIECE_GAP) {
		for (int k = 0; k <= piece[2] && at + k <= s->n; k++) {
			int end = follow(next, s, at + k);
			best = end > best ? end : best;
			if (at + k < s->n && ends_sentence(&s->t[at + k]))
				break;
		}
		return best;
	}
	if (at >= s->n)
		return best;
	if (piece[0] != PIECE_CHOICE) {
		int end = piece[0] == PIECE_ANY || s->t[at].number ? follow(next, s, at + 1) : -1;
		return end > best ? end : best;
	}
	for (; s->t[at].phrase && choice < next; choice += 1 + *choice) {
		int n = *choice, k = 0;
		while (k < n && at + k < s->n && s->t[at + k].phrase == choice[1 + k])
			k++;
		int end = n && k == n ? follow(next, s, at + n) : -1;
		best = end > best ? end : best;
	}
	return best;
}

static void try_pattern(struct arena *a, const struct lexicon *l, struct hits *h, const uint16_t *code,
			const struct tokens *s, int at, int best[])
{
	const struct pattern *p = &l->patterns.at[code[0]];
	int end = follow(code + 1, s, at);
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

struct trial {
	const uint16_t *code;
	int at;
};

struct trials {
	LIST(struct trial) list;
};

static void will_try(struct arena *a, struct trials *t, const uint16_t *code, int at)
{
	__builtin_prefetch(code);
	list_push(a, &t->list, ((struct trial){ code, at }));
}

static bool may_follow(uint64_t set, uint64_t words)
{
	return set == ANY || set & words;
}

static uint64_t bits_at(const struct tokens *s, int at)
{
	return at < s->n ? bits_of(&s->t[at]) : 0;
}

// The word of a token, where a pattern may begin with it and the next; else NULL.
static const struct known *begins(const struct lexicon *l, const struct tokens *s, int at)
{
	const struct known *f = s->t[at].phrase ? &l->words.at[s->t[at].phrase] : NULL;
	return f && may_follow(f->next, bits_at(s, at + 1)) ? f : NULL;
}

// Of the words that a short gap behind a token may lead to.
static uint64_t bits_near(const struct tokens *s, int at)
{
	uint64_t near = bits_at(s, at + 1);
	for (int k = at + 2; k <= at + NEAR && k < s->n; k++)
		near |= bits_of(&s->t[k]);
	return near;
}

// The patterns that may begin at a token.
static void begin(struct arena *a, const struct lexicon *l, const struct tokens *s, int at, struct trials *out)
{
	const struct known *f = begins(l, s, at);
	uint64_t next = f ? bits_at(s, at + 1) : 0, near = 0;
	for (size_t k = 0; f && k < f->patterns.n; k++) {
		const struct begun *b = &f->patterns.at[k];
		if (!may_follow(b->next, next))
			continue;
		near = near || b->near == ANY ? near : bits_near(s, at); // seldom asked for
		if (may_follow(b->near, near))
			will_try(a, out, b->code, at);
	}
	for (size_t k = 0; s->t[at].number && k < l->numbers.n; k++)
		will_try(a, out, l->numbers.at[k], at);
	for (size_t k = 0; k < l->anywhere.n; k++)
		will_try(a, out, l->anywhere.at[k], at);
}

// Three times over the sentence, since most of the time would go into waiting for the memory of one thing at a time.
struct hits lexicon_match(struct arena *a, const struct lexicon *l, const struct tokens *s)
{
	struct hits h = { 0 };
	struct trials trials = { 0 };
	trials.list.room = 2 * (size_t)s->n; // more than most sentences have
	trials.list.at = arena_take_array(a, trials.list.room, sizeof *trials.list.at);
	int best[LEXICON_COUNT] = { 0 }; // where the last hit of each class ends: what lies inside it is not told again
	for (int at = 0; at < s->n; at++)
		__builtin_prefetch(&l->words.at[s->t[at].phrase]);
	for (int at = 0; at < s->n; at++) {
		const struct known *f = begins(l, s, at);
		if (f)
			__builtin_prefetch(f->patterns.at);
	}
	for (int at = 0; at < s->n; at++)
		begin(a, l, s, at, &trials);
	for (each (t, &trials.list))
		try_pattern(a, l, &h, t->code, s, t->at, best);
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
