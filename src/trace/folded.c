// Words for comparing: lower case, accents folded, apostrophes and soft hyphens dropped, a word broken by a hyphen at
// the end of a line joined again. What is left of a letter after this is what a reprint leaves of it. Nearly all bytes
// of news are ASCII, so these go through a table, a byte at a time; the rest is decoded.
#include "trace/folded.h"

#include "base/utf8.h"

#include <string.h>

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

// Eight bytes at once: the high bit of each that is a letter or digit of ASCII, and of each that is a digit. Adding
// carries a byte of 7 bits over its high bit where it is large enough.
static uint64_t eight_plain(uint64_t x, uint64_t *digits)
{
	const uint64_t each = 0x0101010101010101u, high = each * 0x80;
	uint64_t seven = x & ~high, lower = seven | each * 0x20;
	uint64_t letter = (lower + each * (0x80 - 'a')) & ~(lower + each * (0x7f - 'z'));
	*digits = (seven + each * (0x80 - '0')) & ~(seven + each * (0x7f - '9')) & ~x & high;
	return (letter & ~x & high) | *digits;
}

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the first byte of eight is the lowest");

// The letters of ASCII from i on; returns where they end. This is where the time goes: most words are done at once.
static size_t take_plain(const char *text, size_t len, size_t i, struct taking *t)
{
	size_t from = i;
	uint64_t digit = 0;
	for (size_t n = 8; n == 8 && i + 8 <= len; i += n) {
		uint64_t x, digits;
		memcpy(&x, text + i, 8);
		uint64_t other = ~eight_plain(x, &digits) & 0x8080808080808080u;
		n = other ? (size_t)__builtin_ctzll(other) / 8 : 8;
		x |= 0x2020202020202020u; // to lower case; digits have that bit
		memcpy(t->letters, &x, 8);
		t->letters += n;
		digit |= n == 8 ? digits : digits & ((1ull << 8 * n) - 1);
	}
	for (unsigned char letter; i < len && (letter = plain[(unsigned char)text[i]]); i++) {
		digit |= letter < 'a';
		*t->letters++ = (char)letter;
	}
	t->flags |= digit ? WORD_DIGIT : 0u;
	t->to = i > from ? i : t->to;
	return i;
}

static void take_wide(uint32_t c, enum letter kind, size_t to, struct taking *t)
{
	t->flags |= kind == LETTER_DIGIT ? WORD_DIGIT : 0u;
	*t->letters++ = (char)letter_byte(letter_fold(c));
	t->to = to;
}

// A hash of n letters, eight at a time; the row has eight bytes more than its letters.
static uint64_t letters_hash(const char *at, size_t n)
{
	uint64_t h = n * 0x9e3779b97f4a7c15u, eight;
	for (; n > 8; at += 8, n -= 8) {
		memcpy(&eight, at, 8);
		h = (h ^ eight) * 0xff51afd7ed558ccdu;
		h ^= h >> 32;
	}
	memcpy(&eight, at, 8);
	h = (h ^ (eight & (UINT64_MAX >> (64 - 8 * n)))) * 0xff51afd7ed558ccdu;
	h = (h ^ h >> 32) * 0xc4ceb9fe1a85ec53u;
	return h;
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

// Takes the word at s->i, up to what ends it.
static void scan_word(struct scan *s, bool capital)
{
	struct folded *out = s->out;
	if (out->n == s->room)
		scan_grow(s);
	struct taking t = { 0 };
	if (s->opens)
		out->letters[s->letters++] = '\n';
	t.letters = out->letters + s->letters;
	t.flags =
	    (s->quoted ? WORD_QUOTED : 0u) | (s->opens ? WORD_OPENS : 0u) | (capital && !s->starts ? WORD_NAME : 0u);
	struct folded_place place = { (uint32_t)s->i, (uint32_t)s->i, (uint32_t)s->letters };
	for (size_t i = s->i;;) {
		i = take_plain(s->text, s->len, i, &t);
		s->i = i;
		if (i == s->len || s->text[i] == ' ')
			break;
		uint32_t c;
		size_t n, on;
		enum letter kind = scan_letter(s, i, &c, &n);
		if (kind == LETTER_WORD || kind == LETTER_CAPITAL || kind == LETTER_DIGIT)
			take_wide(c, kind, i += n, &t);
		else if (kind == LETTER_JOIN && !scan_doubled(s, i))
			i += n;
		else if (kind == LETTER_HYPHEN && scan_broken(s, i, n, &on))
			i = on;
		else
			break;
	}
	place.to = (uint32_t)t.to;
	s->letters = (size_t)(t.letters - out->letters);
	const char *first = out->letters + place.letter;
	uint64_t h = letters_hash(first, (size_t)(t.letters - first));
	out->at[out->n] = ((uint32_t)(h >> 32) & ~(uint32_t)WORD_FLAGS) | t.flags;
	out->place[out->n++] = place;
	s->opens = s->starts = false;
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

void folded_of(struct arena *a, const char *text, size_t len, struct folded *out)
{
	struct scan s = { .text = text, .len = len, .opens = true, .starts = true, .out = out, .arena = a };
	*out = (struct folded){ 0 };
	out->letters = arena_array(a, char, len + len / 2 + 2 + 8); // a letter and a new line for a word of one letter
	while (s.i < len) {
		uint32_t c;
		size_t n;
		if (text[s.i] == ' ') {
			s.i++;
			continue;
		}
		enum letter kind = scan_letter(&s, s.i, &c, &n);
		if (kind == LETTER_WORD || kind == LETTER_CAPITAL || kind == LETTER_DIGIT)
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
	size_t lo = 0, hi = t->n;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (t->place[mid].from < from)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
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
