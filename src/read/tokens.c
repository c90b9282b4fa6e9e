// Words, as the pattern language of the lexicon wants them: letters with inner hyphen or apostrophe, numbers, single
// punctuation; curly quotes straightened; U.S. is us. One pass, with bounded look-ahead.
#include "read/tokens.h"

#include "base/limits.h"
#include "base/list.h"
#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

struct cutter {
	struct arena *arena;
	const struct vocabulary *vocabulary;
	const char *text;
	uint32_t at, end;
	LIST(struct token) tokens;
	char *spelled; // where the next word is spelled
	int open[8];   // open quotation marks, innermost last
	int depth;
	bool inherited; // a quotation of an earlier sentence is open
};

// One character, whatever it is; bytes that are no UTF-8 count as a mark each.
static uint32_t look(const struct cutter *c, uint32_t at, uint32_t *next)
{
	uint32_t code = at < c->end ? (unsigned char)c->text[at] : 0;
	if (code < 128) { // as most are
		*next = at + 1;
		return code;
	}
	size_t n = utf8_decode(c->text + at, c->end - at, &code);
	*next = at + (n ? (uint32_t)n : 1);
	return n ? code : 0xFFFD;
}

static bool letter(uint32_t code)
{
	return code < 128 ? (code | 32) - 'a' < 26
			  : (code >= 0xC0 && code < 0x2000 && code != 0xD7 && code != 0xF7) || code > 0x2FFF;
}

static bool digit(uint32_t code)
{
	return code - '0' < 10;
}

// Past the letters and digits of ASCII, of which most words are.
static uint32_t past_plain(const struct cutter *c, uint32_t at)
{
	while (at < c->end && (digit((unsigned char)c->text[at]) || ((unsigned char)c->text[at] | 32U) - 'a' < 26))
		at++;
	return at;
}

static bool capital(const char *at, size_t n)
{
	uint32_t code = 0;
	if ((unsigned char)*at < 128) // as most do
		return *at >= 'A' && *at <= 'Z';
	return utf8_decode(at, n, &code) && ((code >= 0xC0 && code <= 0xDE) || (code >= 0x410 && code <= 0x42F));
}

static bool apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019;
}

// Where the word that begins at c->at ends. "U.S." and "J." keep their dots.
static uint32_t word_end(const struct cutter *c)
{
	uint32_t at = c->at, next, after;
	uint32_t code = look(c, at, &next);
	bool numeric = digit(code);
	for (;;) {
		at = past_plain(c, next);
		code = look(c, at, &next);
		if (letter(code) || digit(code))
			continue;
		uint32_t follows = look(c, next, &after);
		if ((code == '-' || apostrophe(code) || code == 0x2010) && (letter(follows) || digit(follows)))
			continue;
		if (numeric && (code == ',' || code == '.') && digit(follows))
			continue;
		if (code == '.' && letter(follows) && at - c->at == 1 && !numeric)
			continue; // U.S
		if (code == '.' && at - c->at >= 3 && c->text[at - 2] == '.')
			return letter(follows) ? at : next; // U.S.
		return at;
	}
}

// Spells a word, which takes no more bytes than it has in the text, and ends it.
static struct slice spell(char *out, const char *from, size_t n, bool *joined)
{
	size_t w = 0;
	bool dotted = n >= 3 && from[1] == '.' && letter((unsigned char)from[0]); // "U.S.", not "3.3"
	for (size_t i = 0; i < n; i++) {
		unsigned char b = (unsigned char)from[i];
		if (b == 0xE2 && i + 2 < n && (unsigned char)from[i + 1] == 0x80 &&
		    ((unsigned char)from[i + 2] | 1) == 0x99) {
			out[w++] = '\'';
			*joined = true;
			i += 2;
		} else if (!(dotted && b == '.')) {
			out[w++] = (char)(b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b);
			*joined |= b == '\'' || b == '-';
		}
	}
	out[w] = '\0';
	return (struct slice){ out, w };
}

static bool all_capitals(const char *at, size_t n)
{
	size_t capitals = 0;
	for (size_t i = 0; i < n; i++)
		if (islower((unsigned char)at[i]))
			return false;
		else if (isupper((unsigned char)at[i]))
			capitals++;
	return capitals > 1;
}

// "they" of "they'd".
static struct slice before_apostrophe(struct slice word)
{
	struct slice rest = word, bare = word;
	return slice_cut(&rest, '\'', &bare) && rest.len && rest.len < 3 ? bare : word;
}

// What rules may begin with a part of a word: "odds-on", "one-in-three", "high-confidence".
static uint16_t hooks_of_parts(const struct vocabulary *v, struct slice word)
{
	uint16_t hooks = 0;
	struct slice part;
	for (bool parts = memchr(word.at, '-', word.len) != NULL; parts && slice_cut(&word, '-', &part);)
		hooks |= vocabulary_find(v, part, vocabulary_hash(part)).hooks;
	return hooks;
}

static uint8_t key_of(uint32_t hash)
{
	return (uint8_t)(hash % UINT8_MAX + 1);
}

void tokens_learn(struct token_keys *k, const char *const *words, size_t n, size_t width)
{
	for (size_t i = 0; i < n; i++) {
		uint8_t key = key_of(vocabulary_hash(slice_of(words[i * width])));
		atomic_fetch_or_explicit(&k->bits[key / 64], UINT64_C(1) << key % 64, memory_order_relaxed);
	}
	atomic_store_explicit(&k->known, true, memory_order_release);
}

// Sets what the vocabulary knows of a token, or of its part before the apostrophe.
static void know(struct arena *a, const struct vocabulary *v, struct token *t, bool first)
{
	struct slice word = slice_of(t->word), bare = word, part = word;
	struct word known = vocabulary_find(v, word, t->hash), own = known;
	t->phrase = known.phrase;
	t->key = key_of(t->hash);
	if (t->mark)
		return;
	t->hooks = known.hooks | (t->number ? HOOK_NUMBER : 0);
	if (t->joined) {
		bare.len -= slice_ends(word, "'s") ? 2 : 0;
		part = bare.len < word.len ? bare : before_apostrophe(bare);
		own = part.len < word.len ? vocabulary_find(v, part, vocabulary_hash(part)) : known;
		t->hooks |= own.hooks | hooks_of_parts(v, word);
	}
	known = known.is ? known : own;
	t->is = known.is;
	t->forms = known.forms;
	if (token_is(t, IS(modal)) && part.len < word.len && slice_ends(word, "'ve")) { // "could've" says "could"
		t->word = arena_copy(a, part.at, part.len);
		t->phrase = own.phrase;
		t->hash = vocabulary_hash(part);
		t->key = key_of(t->hash);
	}
	if (t->capital && word.len == 1 && span_len(t->at) == 2)
		t->is = 0; // "Leonard A. Voss"
	if (!t->capital)
		t->is &= ~IS(nation);
	if (t->shout && slice_is(bare, "us"))
		t->is = IS(nation); // the country, not the pronoun
	if (t->capital && token_is(t, IS(month)) && slice_is(bare, "may"))
		t->is = first ? t->is : IS(month);
	else if (slice_is(bare, "may"))
		t->is = IS(modal);
	if (token_is(t, IS(month)) && !token_is(t, IS(modal)))
		t->phrase = 0; // "in May"
}

// An abbreviation or initial keeps its dot: "Mr. Orlan", "J. Orlan", "Feb. 14".
static bool keeps_dot(const struct cutter *c, struct token *t, uint32_t at)
{
	uint32_t next, after;
	if (!t->capital || look(c, at, &next) != '.' || next >= c->end || span_len(t->at) > 5 ||
	    look(c, next, &after) != ' ')
		return false;
	know(c->arena, c->vocabulary, t, c->tokens.n == 1);
	return token_is(t, IS(title) | IS(month)) || span_len(t->at) == 1;
}

// Cuts a word; what is known of it is told later (know), since by then its place in the vocabulary is at hand.
static void take_word(struct cutter *c)
{
	uint32_t end = word_end(c);
	struct token *t = list_add(c->arena, &c->tokens);
	size_t n = end - c->at;
	t->at = (span){ c->at, end };
	struct slice word = spell(c->spelled, c->text + c->at, n, &t->joined);
	c->spelled += word.len + 1;
	t->word = word.at;
	t->hash = vocabulary_hash(word);
	vocabulary_ahead(c->vocabulary, t->hash);
	t->capital = capital(c->text + c->at, n);
	t->shout = all_capitals(c->text + c->at, n);
	t->number = digit((unsigned char)c->text[c->at]);
	t->pair = -1;
	t->tag = POS_NONE;
	t->head = -1;
	t->quoted = c->depth > 0 || c->inherited;
	t->owner = slice_ends(word, "'s");
	if (keeps_dot(c, t, end))
		t->at.to = ++end;
	c->at = end;
}

// Whether the quotation mark at c->at opens or closes; a single one may be an apostrophe: then neither.
static void judge_quote(const struct cutter *c, uint32_t code, bool *opens, bool *closes)
{
	uint32_t next, after;
	look(c, c->at, &next);
	uint32_t follows = look(c, next, &after);
	bool word_before = c->at > 0 && !isspace((unsigned char)c->text[c->at - 1]) && c->text[c->at - 1] != '(' &&
			   c->text[c->at - 1] != '[';
	bool inside = c->depth > 0 || c->inherited;
	*opens = code == 0x201C || code == 0xAB || code == 0x201E || code == 0x2018;
	*closes = code == 0x201D || code == 0xBB;
	if (code == '"') {
		*closes = inside && (word_before || c->depth == 0);
		*opens = !*closes;
	} else if (apostrophe(code)) {
		*opens = code == '\'' && !word_before && letter(follows);
		*closes = c->depth > 0 && word_before && !letter(follows) &&
			  strcmp(c->tokens.at[c->open[c->depth - 1]].word, "'") == 0;
	}
}

static void take_mark(struct cutter *c)
{
	uint32_t next, code = look(c, c->at, &next);
	bool opens, closes;
	judge_quote(c, code, &opens, &closes);
	if (!opens && !closes && apostrophe(code) && c->tokens.n > 0 && c->tokens.at[c->tokens.n - 1].at.to == c->at) {
		c->tokens.at[c->tokens.n - 1].owner = true; // the ministers'
		c->at = next;
		return;
	}
	struct token *t = list_add(c->arena, &c->tokens);
	t->at = (span){ c->at, next };
	t->mark = true;
	t->pair = -1;
	t->tag = POS_NONE;
	t->head = -1;
	t->opens = opens;
	t->closes = closes && !opens;
	bool single = code == 0x2018 || apostrophe(code);
	t->word = opens || closes                    ? (single ? "'" : "\"")
		  : code == 0x2014 || code == 0x2013 ? "-"
						     : arena_copy(c->arena, c->text + c->at, next - c->at);
	t->hash = vocabulary_hash(slice_of(t->word));
	int self = (int)c->tokens.n - 1;
	if (t->opens && c->depth < (int)(sizeof c->open / sizeof *c->open)) {
		c->open[c->depth++] = self;
	} else if (t->closes && c->depth > 0) {
		t->pair = c->open[--c->depth];
		c->tokens.at[t->pair].pair = self;
	} else if (t->closes) {
		c->inherited = false;
	}
	t->quoted = c->depth > 0 || c->inherited;
	c->at = next;
}

struct tokens tokens_of(struct arena *a, const struct vocabulary *v, const char *text, span at, bool open)
{
	struct cutter c = { .arena = a, .vocabulary = v, .text = text, .at = at.from, .end = at.to, .inherited = open };
	size_t words = span_len(at) / 5 + 8; // about as many as English has, so that the list seldom moves
	c.tokens.room = words < LIMIT_SENTENCE ? words : LIMIT_SENTENCE;
	c.tokens.at = arena_take_array(a, c.tokens.room, sizeof *c.tokens.at);
	c.spelled = arena_take(a, 2 * span_len(at) + 1); // each word has a byte of its own, and a zero
	while (c.at < c.end && c.tokens.n < LIMIT_SENTENCE) {
		uint32_t next, code = look(&c, c.at, &next);
		if (letter(code) || digit(code))
			take_word(&c);
		else if (code <= ' ' || code == 0xA0)
			c.at = next;
		else
			take_mark(&c);
	}
	struct tokens s = { .text = text, .at = at, .t = c.tokens.at, .n = (int)c.tokens.n };
	for (int i = 0; i < s.n; i++) {
		know(a, v, &s.t[i], i == 0);
		s.is |= s.t[i].is;
		s.hooks |= s.t[i].hooks;
	}
	s.cut = c.at < c.end;
	s.open_before = open;
	s.open_after = !s.cut && (c.depth > 0 || c.inherited);
	return s;
}

span tokens_span(const struct tokens *s, int from, int to)
{
	if (from >= to)
		return (span){ s->at.from, s->at.from };
	return (span){ s->t[from].at.from, s->t[to - 1].at.to };
}
