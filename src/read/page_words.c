#include "read/page_words.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "read/look.h"

#include <string.h>

extern const char embed_pages[];

static const char *const class_names[] = {
#define X(name) #name,
	PAGE_WORDS_TABLE(X)
#undef X
};

enum { SLOTS = 1 << 12, LONGEST = 64, PHRASE_WORDS = 4 };

struct slot {
	const char *text; // folded; NULL: free
	uint16_t len;
	struct page_rows rows;
};

struct page_words {
	struct slot slot[SLOTS];
	uint32_t lengths[128]; // [first letter] bit n: there is a word of n bytes; most words of pages end here
};

// Small letters of Latin, Greek, Cyrillic and Armenian.
static uint32_t small(uint32_t c)
{
	bool pairs = (c >= 0x100 && c < 0x138) || (c >= 0x14a && c < 0x178);
	bool odd_pairs = (c >= 0x139 && c < 0x149) || (c >= 0x179 && c < 0x17f);
	if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x391 && c <= 0x3a9) ||
	    (c >= 0x410 && c <= 0x42f))
		return c + 32;
	if (c >= 0x400 && c < 0x410)
		return c + 80;
	if (c >= 0x531 && c <= 0x556)
		return c + 48;
	return (pairs && c % 2 == 0) || (odd_pairs && c % 2) ? c + 1 : c;
}

// The phrase in small letters, white space as one blank; 0 where it is too long to be one.
static size_t fold(struct slice s, char out[LONGEST])
{
	size_t n = 0, len;
	uint32_t code;
	for (size_t i = 0; i < s.len; i += len) {
		unsigned char c = (unsigned char)s.at[i];
		if (n + 5 > LONGEST)
			return 0;
		if (c < 0x80) {
			len = 1;
			if (!look_space((char)c))
				out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
			else if (n && out[n - 1] != ' ')
				out[n++] = ' ';
			continue;
		}
		len = utf8_decode(s.at + i, s.len - i, &code);
		if (!len)
			return 0;
		n += utf8_encode(small(code), out + n);
	}
	return n;
}

static struct slot *slot_of(const struct page_words *w, struct slice key)
{
	size_t i = hash_fast(key.at, key.len, 0) & (SLOTS - 1);
	for (; w->slot[i].text; i = (i + 1) & (SLOTS - 1))
		if (w->slot[i].len == key.len && !memcmp(w->slot[i].text, key.at, key.len))
			break;
	// The callers decide whether the slot may change; a const table is only looked at.
	return (struct slot *)(uintptr_t)&w->slot[i];
}

static void add_row(struct arena *a, struct page_words *w, enum page_class c, int row, struct slice phrases)
{
	struct slice phrase;
	char key[LONGEST];
	while (slice_cut(&phrases, '|', &phrase)) {
		size_t n = fold(phrase, key);
		struct slot *slot = slot_of(w, (struct slice){ key, n });
		if (!slot->text) {
			slot->text = arena_copy(a, key, n);
			slot->len = (uint16_t)n;
			w->lengths[key[0] & 0x7f] |= n < 32 ? UINT32_C(1) << n : 0;
		}
		if (!slot->rows.of[c])
			slot->rows.of[c] = (uint8_t)row;
	}
}

struct page_words *page_words_read(struct arena *a)
{
	struct page_words *w = arena_new(a, struct page_words);
	int rows[PAGE_CLASSES] = { 0 };
	struct slice rest = slice_of(embed_pages), line, name;
	while (slice_line(&rest, &line))
		if (line.len && line.at[0] != '#' && slice_cut(&line, '\t', &name))
			for (int c = 0; c < PAGE_CLASSES; c++)
				if (slice_is(name, class_names[c]))
					add_row(a, w, (enum page_class)c, ++rows[c], line);
	return w;
}

static const struct page_rows none;

static const struct page_rows *rows_of(const struct page_words *w, struct slice phrase)
{
	char key[LONGEST];
	size_t n = phrase.len < LONGEST ? fold(phrase, key) : 0;
	return n ? &slot_of(w, (struct slice){ key, n })->rows : &none;
}

int page_words_row(const struct page_words *w, enum page_class c, struct slice phrase)
{
	return rows_of(w, phrase)->of[c];
}

static bool in_word(char c)
{
	return look_letter(c) || look_digit(c);
}

int page_words_at(const struct page_words *w, enum page_class c, struct slice s, size_t *len)
{
	int best = 0;
	size_t i = 0;
	*len = 0;
	for (int words = 0; words < PHRASE_WORDS && i < s.len && i < LONGEST; words++) {
		while (i < s.len && i < LONGEST && in_word(s.at[i]))
			i++;
		int row = page_words_row(w, c, (struct slice){ s.at, i });
		if (row) {
			best = row;
			*len = i;
		}
		while (i < s.len && i < LONGEST && !in_word(s.at[i]))
			i++;
	}
	return best;
}

// Whether a word of this length and first letter is in any class.
static bool may_be(const struct page_words *w, const char *at, size_t n)
{
	unsigned char first = (unsigned char)*at;
	first |= look_upper(*at) ? 0x20 : 0;
	return n > 1 && n < 32 && w->lengths[first & 0x7f] >> n & 1;
}

struct page_rows page_words_named(const struct page_words *w, struct slice s)
{
	struct page_rows out = { 0 };
	for (size_t i = 0, from = 0; i <= s.len; i++) {
		bool ends = i == s.len || !in_word(s.at[i]);
		bool camel = !ends && i > from && look_upper(s.at[i]) && !look_upper(s.at[i - 1]);
		if (!ends && !camel)
			continue;
		const struct page_rows *rows = &none;
		if (i > from && may_be(w, s.at + from, i - from))
			rows = rows_of(w, (struct slice){ s.at + from, i - from });
		for (int c = 0; rows != &none && c < PAGE_CLASSES; c++)
			out.of[c] = out.of[c] ? out.of[c] : rows->of[c];
		from = camel ? i : i + 1;
	}
	return out;
}
