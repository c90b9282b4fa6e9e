// Words for comparing: lower case, accents folded, apostrophes and soft hyphens dropped, a word broken by a hyphen at
// the end of a line joined again. What is left of a letter after this is what a reprint leaves of it.
#include "trace/folded.h"

#include "base/hash.h"
#include "base/list.h"
#include "base/utf8.h"

#include <string.h>

enum { FOLDED = 64, LONG_WORD = 24 }; // bytes of a word that count; of words compared letter by letter

// U+00C0 to U+00FF without their accents; 0 where there is none to take.
static const char latin[] = "aaaaaaaceeeeiiiidnooooo\0ouuuuy\0saaaaaaaceeeeiiiidnooooo\0ouuuuy\0y";

enum letter { LETTER_WORD, LETTER_JOIN, LETTER_QUOTE, LETTER_STOP, LETTER_OTHER };

static enum letter letter_of(uint32_t c)
{
	if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'))
		return LETTER_WORD;
	if (c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x02bc || c == 0xad || c == '`' || c == 0xb4 || c == 0x200b)
		return LETTER_JOIN;
	if (c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb)
		return LETTER_QUOTE;
	if (c == '.' || c == '!' || c == '?' || c == ':')
		return LETTER_STOP;
	if (c < 0xc0 || c == 0xd7 || c == 0xf7 || (c >= 0x2000 && c < 0x2100) || (c >= 0x3000 && c < 0x3004) ||
	    c == 0xfeff)
		return LETTER_OTHER;
	return LETTER_WORD;
}

static bool capital_is(uint32_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde) || (c >= 0x391 && c <= 0x3a9) ||
	       (c >= 0x400 && c <= 0x42f);
}

// One character folded, as UTF-8; returns its bytes.
static size_t letter_fold(uint32_t c, char out[4])
{
	if (c >= 'A' && c <= 'Z')
		c += 32;
	else if (c >= 0xc0 && c <= 0xff && latin[c - 0xc0])
		c = (uint32_t)latin[c - 0xc0];
	else if ((c >= 0x391 && c <= 0x3a9) || (c >= 0x410 && c <= 0x42f))
		c += 32;
	else if (c >= 0x400 && c <= 0x40f)
		c += 80;
	return utf8_encode(c, out);
}

// The folded letters of a word's bytes; those beyond `room` are left out.
static size_t word_fold(const char *text, uint32_t from, uint32_t to, char *out, size_t room)
{
	size_t n = 0;
	for (uint32_t i = from; i < to;) {
		uint32_t c;
		size_t len = utf8_decode(text + i, to - i, &c);
		char folded[4];
		i += len ? (uint32_t)len : 1;
		if (!len || letter_of(c) != LETTER_WORD)
			continue;
		size_t m = letter_fold(c, folded);
		if (n + m > room)
			break;
		memcpy(out + n, folded, m);
		n += m;
	}
	return n;
}

// Where the text stands as it is read from left to right.
struct scan {
	const char *text;
	size_t len, i;
	bool quoted, opens, starts; // in quotation marks; next word opens a paragraph; next word starts a sentence
};

// Whether the hyphen at `i` breaks a word over two lines; then sets where the word goes on.
static bool scan_broken(const struct scan *s, size_t *on)
{
	if (s->text[s->i] != '-' || s->i + 2 >= s->len || s->text[s->i + 1] != '\n')
		return false;
	*on = s->i + 2;
	return s->text[*on] >= 'a' && s->text[*on] <= 'z';
}

// Takes one word starting at s->i.
static struct word scan_word(struct scan *s, uint32_t first)
{
	struct word t = { .from = (uint32_t)s->i };
	t.flags = (s->quoted ? WORD_QUOTED : 0) | (s->opens ? WORD_OPENS : 0);
	if (capital_is(first) && !s->starts)
		t.flags |= WORD_NAME;
	while (s->i < s->len) {
		uint32_t c;
		size_t len = utf8_decode(s->text + s->i, s->len - s->i, &c), on;
		if (!len)
			break;
		enum letter kind = letter_of(c);
		if (kind == LETTER_WORD) {
			if (c >= '0' && c <= '9')
				t.flags |= WORD_DIGIT;
			s->i += len;
			t.to = (uint32_t)s->i;
		} else if (kind == LETTER_JOIN) {
			s->i += len;
		} else if (scan_broken(s, &on)) {
			s->i = on;
		} else {
			break;
		}
	}
	char folded[FOLDED];
	t.key = hash_fast(folded, word_fold(s->text, t.from, t.to, folded, FOLDED), 0);
	s->opens = s->starts = false;
	return t;
}

static void scan_mark(struct scan *s, uint32_t c, enum letter kind)
{
	bool paragraph = c == '\n' && s->i + 1 < s->len && s->text[s->i + 1] == '\n';
	if (kind == LETTER_QUOTE) {
		s->quoted = c == 0x201c || c == 0x201e || c == 0xab || (c == '"' && !s->quoted);
		s->starts = s->starts || s->quoted;
	} else if (kind == LETTER_STOP) {
		s->starts = true;
	}
	if (paragraph) {
		s->quoted = false;
		s->opens = s->starts = true;
	}
}

void folded_of(struct arena *a, const char *text, size_t len, struct folded *out)
{
	LIST(struct word) list = { 0 };
	struct scan s = { .text = text, .len = len, .opens = true, .starts = true };
	while (s.i < len) {
		uint32_t c;
		size_t n = utf8_decode(text + s.i, len - s.i, &c);
		enum letter kind = n ? letter_of(c) : LETTER_OTHER;
		if (kind == LETTER_WORD) {
			struct word t = scan_word(&s, c);
			list_push(a, &list, t);
			continue;
		}
		scan_mark(&s, n ? c : 0, kind);
		s.i += n ? n : 1;
	}
	*out = (struct folded){ .text = text, .at = list.at, .n = list.n };
}

// Whether the edit distance is at most `most` (Levenshtein, one row at a time).
static bool within(const char *a, size_t n, const char *b, size_t m, size_t most)
{
	unsigned char row[LONG_WORD + 1];
	if (n > m + most || m > n + most)
		return false;
	for (size_t j = 0; j <= m; j++)
		row[j] = (unsigned char)j;
	for (size_t i = 1; i <= n; i++) {
		unsigned char corner = row[0];
		row[0] = (unsigned char)i;
		for (size_t j = 1; j <= m; j++) {
			unsigned best = corner + (a[i - 1] != b[j - 1]);
			corner = row[j];
			best = best < row[j] + 1u ? best : row[j] + 1u;
			best = best < row[j - 1] + 1u ? best : row[j - 1] + 1u;
			row[j] = (unsigned char)best;
		}
	}
	return row[m] <= most;
}

bool folded_alike(const struct folded *a, size_t i, const struct folded *b, size_t j)
{
	const struct word *x = &a->at[i], *y = &b->at[j];
	if (x->key == y->key)
		return true;
	if ((x->flags | y->flags) & WORD_DIGIT)
		return false;
	char p[LONG_WORD], q[LONG_WORD];
	size_t n = word_fold(a->text, x->from, x->to, p, LONG_WORD),
	       m = word_fold(b->text, y->from, y->to, q, LONG_WORD);
	size_t shorter = n < m ? n : m;
	return shorter >= 4 && within(p, n, q, m, shorter < 6 ? 1 : shorter < 10 ? 2 : 3);
}

size_t folded_find(const struct folded *t, uint32_t from)
{
	size_t lo = 0, hi = t->n;
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (t->at[mid].from < from)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

uint64_t folded_gram(const struct word *at, size_t n)
{
	uint64_t h = 0x9e3779b97f4a7c15u;
	for (size_t i = 0; i < n; i++) {
		h = (h ^ at[i].key) * 0xff51afd7ed558ccdu;
		h ^= h >> 32;
	}
	return h ? h : 1; // 0 stands for an empty slot in tables
}
