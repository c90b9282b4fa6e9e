// Words for comparing: lower case, accents folded, apostrophes and soft hyphens dropped, a word broken by a hyphen at
// the end of a line joined again. What is left of a letter after this is what a reprint leaves of it. Nearly all words
// of news are short and of ASCII alone: where these begin and end is found for sixty-four bytes at once, since a
// processor cannot guess it word by word. The others are taken a character at a time.
#include "trace/folded.h"

#include "base/search.h"
#include "base/utf8.h"

#include <string.h>

enum {
	SHORT_WORD = 16, // letters of a word that are taken at once
	WINDOW = 64,     // bytes of the text that are told apart at once
};

// U+00C0 to U+00FF without their accents; 0 where there is none to take.
static const char latin[] = "aaaaaaaceeeeiiiidnooooo\0ouuuuy\0saaaaaaaceeeeiiiidnooooo\0ouuuuy\0y";

enum letter {
	LETTER_OTHER,
	LETTER_WORD,
	LETTER_CAPITAL,
	LETTER_DIGIT,
	LETTER_JOIN,
	LETTER_QUOTE,
	LETTER_STOP,
	LETTER_LINE,
	LETTER_HYPHEN,
	LETTER_WIDE, // the first byte of more
};

// What an ASCII byte is.
static enum letter letter_ascii(unsigned char c)
{
	if (c >= 'a' && c <= 'z')
		return LETTER_WORD;
	if (c >= 'A' && c <= 'Z')
		return LETTER_CAPITAL;
	if (c >= '0' && c <= '9')
		return LETTER_DIGIT;
	switch (c) {
	case '\'':
	case '`':
		return LETTER_JOIN;
	case '"':
		return LETTER_QUOTE;
	case '.':
	case '!':
	case '?':
	case ':':
		return LETTER_STOP;
	case '\n':
		return LETTER_LINE;
	case '-':
		return LETTER_HYPHEN;
	default:
		return c >= 0x80 ? LETTER_WIDE : LETTER_OTHER;
	}
}

// What a character beyond ASCII is.
static enum letter letter_wide(uint32_t c)
{
	if (c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0xad || c == 0xb4 || c == 0x200b)
		return LETTER_JOIN;
	if (c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb)
		return LETTER_QUOTE;
	if (c == 0x2010 || c == 0x2011)
		return LETTER_HYPHEN;
	if (c < 0xc0 || c == 0xd7 || c == 0xf7 || (c >= 0x2000 && c < 0x2100) || (c >= 0x3000 && c < 0x3004) ||
	    c == 0xfeff)
		return LETTER_OTHER;
	bool capital = c <= 0xde || (c >= 0x391 && c <= 0x3a9) || (c >= 0x400 && c <= 0x42f);
	return capital ? LETTER_CAPITAL : LETTER_WORD;
}

// One character folded.
static uint32_t letter_fold(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xc0 && c <= 0xff && latin[c - 0xc0])
		return (uint32_t)latin[c - 0xc0];
	if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
		return c + 32;
	return c >= 0x400 && c <= 0x40f ? c + 80 : c;
}

// A letter as one byte: those beyond ASCII share 128 values, which is enough to tell words apart.
static unsigned char letter_byte(uint32_t c)
{
	return (unsigned char)(c < 0x80 ? c : 0x80 | (c ^ c >> 7));
}

// The folded letter or digit of a byte, 0 for any other and for those beyond ASCII.
static const unsigned char plain[256] = {
	['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ['A'] = 'a', 'b', 'c',
	'd',         'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', ['N'] = 'n', 'o', 'p',
	'q',         'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', ['a'] = 'a', 'b', 'c',
	'd',         'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', ['n'] = 'n', 'o', 'p',
	'q',         'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
};

// Where the text stands as it is read from left to right.
struct scan {
	const char *text;
	size_t len, i;
	bool quoted, opens, starts; // in quotation marks; next word opens a paragraph; next word starts a sentence
	bool low;                   // the quotation began with a low mark: the mark that begins others ends it
	struct folded *out;
	struct arena *arena;
	size_t room, letters;
};

// The character at `i`, what it is, and its bytes.
static inline enum letter scan_letter(const struct scan *s, size_t i, uint32_t *c, size_t *n)
{
	unsigned char first = (unsigned char)s->text[i];
	enum letter kind = letter_ascii(first);
	*c = first;
	*n = 1;
	if (kind != LETTER_WIDE)
		return kind;
	*n = utf8_decode(s->text + i, s->len - i, c);
	if (*n)
		return letter_wide(*c);
	*n = 1;
	return LETTER_OTHER;
}

static bool is_letter(enum letter kind)
{
	return kind == LETTER_WORD || kind == LETTER_CAPITAL || kind == LETTER_DIGIT;
}

static bool scan_capital(const struct scan *s, size_t i)
{
	return s->text[i] >= 'A' && s->text[i] <= 'Z';
}

static bool scan_lower(const struct scan *s, size_t i)
{
	return i < s->len && s->text[i] >= 'a' && s->text[i] <= 'z';
}

// Whether the hyphen at `i` breaks a word over two lines, or did before the lines were run together; then sets where
// the word goes on.
static bool scan_broken(const struct scan *s, size_t i, size_t n, size_t *on)
{
	size_t to = i + n;
	while (to < s->len && (s->text[to] == ' ' || s->text[to] == '\n'))
		to++;
	*on = to;
	return to > i + n && to <= i + n + 2 && scan_lower(s, to);
}

// Two apostrophes in a row are a quotation mark of a typewriter.
static bool scan_doubled(const struct scan *s, size_t i)
{
	return (s->text[i] == '\'' || s->text[i] == '`') && i + 1 < s->len && s->text[i + 1] == s->text[i];
}

// A word as it is taken: its letters go to the row of letters.
struct taking {
	char *letters; // where the next one goes
	uint32_t flags;
	size_t to; // behind its last letter in the text
};

// The letters of ASCII from i on; returns where they end.
static size_t take_plain(const char *text, size_t len, size_t i, struct taking *t)
{
	for (unsigned char letter; i < len && (letter = plain[(unsigned char)text[i]]); t->to = ++i) {
		t->flags |= letter < 'a' ? WORD_DIGIT : 0u;
		*t->letters++ = (char)letter;
	}
	return i;
}

static void take_wide(uint32_t c, enum letter kind, size_t to, struct taking *t)
{
	t->flags |= kind == LETTER_DIGIT ? WORD_DIGIT : 0u;
	*t->letters++ = (char)letter_byte(letter_fold(c));
	t->to = to;
}

static const uint64_t hash_start = 0x9e3779b97f4a7c15u; // for each letter

static uint64_t hash_eight(uint64_t h, uint64_t eight)
{
	return (h ^ eight) * 0xff51afd7ed558ccdu;
}

static uint64_t hash_end(uint64_t h)
{
	return (h ^ h >> 32) * 0xc4ceb9fe1a85ec53u;
}

// A hash of n letters, eight at a time; the row has eight bytes more than its letters.
static uint64_t letters_hash(const char *at, size_t n)
{
	uint64_t h = n * hash_start, eight;
	for (; n > 8; at += 8, n -= 8) {
		memcpy(&eight, at, 8);
		h = hash_eight(h, eight);
		h ^= h >> 32;
	}
	memcpy(&eight, at, 8);
	return hash_end(hash_eight(h, eight & (UINT64_MAX >> (64 - 8 * n))));
}

// Few texts need as much room as a word of one letter after the other would.
static void scan_grow(struct scan *s)
{
	struct folded *out = s->out;
	size_t room = s->room ? 2 * s->room : s->len / 4 + 16;
	word *at = arena_array(s->arena, word, room);
	struct folded_place *place = arena_array(s->arena, struct folded_place, room);
	if (out->n) {
		memcpy(at, out->at, out->n * sizeof *at);
		memcpy(place, out->place, out->n * sizeof *place);
	}
	out->at = at;
	out->place = place;
	s->room = room;
}

static uint32_t word_flags(const struct scan *s, bool capital)
{
	uint32_t where = (s->quoted ? WORD_QUOTED : 0u) | (s->opens ? WORD_OPENS : 0u);
	return where | (capital && !s->starts ? WORD_NAME : 0u);
}

// Adds a word of the bytes [from, to), whose letters begin at `letter`.
static inline void put_word(struct scan *s, size_t from, size_t to, size_t letter, uint64_t hash, uint32_t flags)
{
	struct folded *out = s->out;
	if (out->n == s->room)
		scan_grow(s);
	out->at[out->n] = ((uint32_t)(hash >> 32) & ~(uint32_t)WORD_FLAGS) | flags;
	struct folded_place *place = &out->place[out->n++]; // no copy: it would wait for its parts to be written
	place->from = (uint32_t)from;
	place->to = (uint32_t)to;
	place->letter = (uint32_t)letter;
	s->opens = s->starts = false;
}

// Takes the word at s->i, up to what ends it.
static void scan_word(struct scan *s, bool capital)
{
	struct folded *out = s->out;
	struct taking t = { .flags = word_flags(s, capital) };
	if (s->opens)
		out->letters[s->letters++] = '\n';
	t.letters = out->letters + s->letters;
	size_t from = s->i, letter = s->letters;
	for (size_t i = from;;) {
		i = take_plain(s->text, s->len, i, &t);
		s->i = i;
		if (i == s->len || s->text[i] == ' ')
			break;
		uint32_t c;
		size_t n, on;
		enum letter kind = scan_letter(s, i, &c, &n);
		if (is_letter(kind))
			take_wide(c, kind, i += n, &t);
		else if (kind == LETTER_JOIN && !scan_doubled(s, i))
			i += n;
		else if (kind == LETTER_HYPHEN && scan_broken(s, i, n, &on))
			i = on;
		else
			break;
	}
	s->letters = (size_t)(t.letters - out->letters);
	put_word(s, from, t.to, letter, letters_hash(out->letters + letter, s->letters - letter), t.flags);
}

static void scan_mark(struct scan *s, uint32_t c, enum letter kind, size_t n)
{
	bool doubled = kind == LETTER_JOIN && scan_doubled(s, s->i);
	if (kind == LETTER_QUOTE || doubled) {
		bool ends = s->quoted && s->low && c == 0x201c;
		s->quoted = (c == 0x201c && !ends) || c == 0x201e || c == 0xab || ((doubled || c == '"') && !s->quoted);
		s->low = c == 0x201e;
		s->starts = s->starts || s->quoted;
	} else if (kind == LETTER_STOP) {
		s->starts = true;
	} else if (kind == LETTER_LINE && s->i + 1 < s->len && s->text[s->i + 1] == '\n') {
		s->quoted = false;
		s->opens = s->starts = true;
	}
	s->i += doubled ? 2 : n;
}

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the first byte of eight is the lowest");

// A bit for each byte of a window that is a letter or digit of ASCII. Compilers do the first loop on many bytes at
// once; a product of eight bytes of 0 or 1 has them side by side in its highest byte.
static uint64_t window_plain(const char *text)
{
	unsigned char is[WINDOW];
	for (size_t k = 0; k < WINDOW; k++) {
		unsigned char c = (unsigned char)text[k], lower = c | 0x20, letter = lower - 'a', digit = c - '0';
		is[k] = (letter < 26) | (digit < 10);
	}
	uint64_t bits = 0;
	for (size_t k = 0; k < WINDOW; k += 8) {
		uint64_t eight;
		memcpy(&eight, is + k, 8);
		bits |= eight * 0x0102040810204080u >> 56 << k;
	}
	return bits;
}

// Takes the n letters at `from`, all of ASCII and no more than SHORT_WORD. Nothing here branches on how many they are.
static void put_short(struct scan *s, size_t from, size_t n)
{
	static const unsigned char ones[2 * SHORT_WORD] = { 255, 255, 255, 255, 255, 255, 255, 255,
							    255, 255, 255, 255, 255, 255, 255, 255 };
	const uint64_t lower = 0x2020202020202020u, letter = 0x4040404040404040u; // bits that digits have, and have not
	struct folded *out = s->out;
	uint64_t x, y, x_mask, y_mask;
	memcpy(&x, s->text + from, 8);
	memcpy(&y, s->text + from + 8, 8);
	memcpy(&x_mask, ones + SHORT_WORD - n, 8);
	memcpy(&y_mask, ones + SHORT_WORD - n + 8, 8);
	bool digit = (~x & x_mask & letter) | (~y & y_mask & letter);
	uint32_t flags = word_flags(s, scan_capital(s, from)) | (digit ? WORD_DIGIT : 0u);
	x |= lower;
	y |= lower;
	if (s->opens)
		out->letters[s->letters++] = '\n';
	memcpy(out->letters + s->letters, &x, 8);
	memcpy(out->letters + s->letters + 8, &y, 8);
	uint64_t h = hash_eight(n * hash_start, x & x_mask), longer = hash_eight(h ^ h >> 32, y & y_mask);
	put_word(s, from, from + n, s->letters, hash_end(n > 8 ? longer : h), flags);
	s->letters += n;
}

// Whether a word that came to this byte ends with it.
static bool ends_word(char c)
{
	if (c == ' ')
		return true;
	enum letter kind = letter_ascii((unsigned char)c);
	return kind != LETTER_JOIN && kind != LETTER_HYPHEN && kind != LETTER_WIDE;
}

// Goes over what is between words, up to `to`; false where a word begins there.
static bool scan_between(struct scan *s, size_t to)
{
	while (s->i < to) {
		uint32_t c;
		size_t n;
		enum letter kind = scan_letter(s, s->i, &c, &n);
		if (is_letter(kind))
			return false;
		scan_mark(s, c, kind, n);
	}
	return true;
}

// The next place of a window where a word begins or ends.
static size_t edge_next(uint64_t *edges)
{
	size_t at = (size_t)__builtin_ctzll(*edges);
	*edges &= *edges - 1;
	return at;
}

// Takes the short words of the window that begins with one, up to a word that needs another look or goes on behind it;
// false where the first one does.
static bool scan_window(struct scan *s)
{
	uint64_t bits = window_plain(s->text + s->i), edges = bits ^ bits << 1;
	size_t base = s->i, from = base + edge_next(&edges);
	while (edges) {
		size_t to = base + edge_next(&edges);
		if (to - from > SHORT_WORD || !ends_word(s->text[to]))
			break;
		put_short(s, from, to - from);
		s->i = to;
		if (!edges)
			break;
		from = base + edge_next(&edges);
		if (from == to + 1 && s->text[to] == ' ')
			s->i = from;
		else if (!scan_between(s, from))
			break;
	}
	return s->i > base;
}

void folded_of(struct arena *a, const char *text, size_t len, struct folded *out)
{
	struct scan s = { .text = text, .len = len, .opens = true, .starts = true, .out = out, .arena = a };
	*out = (struct folded){ 0 };
	out->letters = arena_array(a, char, len + len / 2 + 2 + 16); // a letter and a new line for a word of one letter
	while (s.i < len) {
		uint32_t c;
		size_t n;
		if (text[s.i] == ' ') {
			s.i++;
			continue;
		}
		if (plain[(unsigned char)text[s.i]] && s.i + WINDOW + SHORT_WORD <= len && scan_window(&s))
			continue;
		enum letter kind = scan_letter(&s, s.i, &c, &n);
		if (is_letter(kind))
			scan_word(&s, kind == LETTER_CAPITAL);
		else
			scan_mark(&s, c, kind, n);
	}
	out->letters[s.letters] = '\n';
}

void folded_move(struct folded *t, size_t at, size_t from, size_t to)
{
	memmove(t->at + at, t->at + from, (to - from) * sizeof *t->at);
	memmove(t->place + at, t->place + from, (to - from) * sizeof *t->place);
}

size_t folded_find(const struct folded *t, uint32_t from)
{
	return search_first(t->n, k, t->place[k].from < from);
}

uint64_t folded_gram(const word *at, size_t n)
{
	uint64_t h = 0x9e3779b97f4a7c15u;
	for (size_t i = 0; i < n; i++) {
		h = (h ^ word_key(at[i])) * 0xff51afd7ed558ccdu;
		h ^= h >> 32;
	}
	return h ? h : 1; // 0 stands for an empty slot in tables
}
