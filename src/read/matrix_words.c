#include "read/matrix_words.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

extern const char embed_matrix[];

enum { SLOTS = 1 << 12, MOST = 200 }; // the table holds some 1,300; longer texts are no words

struct matrix_words {
	struct slot {
		const char *text;
		uint64_t is;
	} slots[SLOTS];
	size_t n;
};

static const char *const names[] = {
#define X(name) #name,
	MATRIX_WORDS_TABLE(X)
#undef X
};

// Letters of Latin and Cyrillic; others have one form, or are not in the table.
static uint32_t lower(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x410 && c <= 0x42f))
		return c + 32;
	if (c >= 0x400 && c <= 0x40f)
		return c + 80;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e))
		return c + (c & 1);
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177) || (c >= 0x490 && c <= 0x4ff))
		return c | 1;
	return c;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == 0xa0 || c == '_' || c == 0x202f;
}

const char *matrix_words_fold(struct arena *a, struct slice text)
{
	struct buf out = buf_in(a);
	bool gap = false;
	while (text.len && out.n <= MOST) {
		uint32_t code;
		size_t n = utf8_decode(text.at, text.len, &code);
		char letter[4];
		if (!n)
			break;
		text = (struct slice){ text.at + n, text.len - n };
		if (is_blank(code)) {
			gap = out.n > 0;
			continue;
		}
		if (gap)
			buf_char(&out, ' ');
		gap = false;
		code = code == 0x2019 ? '\'' : lower(code);
		buf_add(&out, letter, utf8_encode(code, letter));
	}
	struct slice s = { buf_str(&out), out.n };
	while (s.len > 1 && strchr(":*.", s.at[s.len - 1]) && !memchr(s.at, '.', s.len - 1))
		s.len--;
	return arena_copy(a, s.at, s.len);
}

static struct slot *slot_of(const struct matrix_words *w, const char *text)
{
	size_t n = strlen(text), i = hash_fast(text, n, 0) & (SLOTS - 1);
	while (w->slots[i].text && strcmp(w->slots[i].text, text))
		i = (i + 1) & (SLOTS - 1);
	return (struct slot *)(uintptr_t)&w->slots[i];
}

uint64_t matrix_words_find(const struct matrix_words *w, const char *folded)
{
	return slot_of(w, folded)->is;
}

static void add(struct arena *a, struct matrix_words *w, struct slice text, int class)
{
	const char *folded = matrix_words_fold(a, text);
	struct slot *s = slot_of(w, folded);
	if (!s->text && ++w->n > SLOTS / 2)
		return; // a table that outgrew us: words are missing, nothing breaks
	s->text = folded;
	s->is |= UINT64_C(1) << class;
}

struct matrix_words *matrix_words_read(struct arena *a)
{
	struct matrix_words *w = arena_new(a, struct matrix_words);
	struct slice rest = slice_of(embed_matrix), line, name, phrase;
	while (slice_line(&rest, &line)) {
		if (slice_starts(line, "#") || !slice_cut(&line, '\t', &name))
			continue;
		for (int class = 0; class < MATRIX_WORD_COUNT; class ++)
			if (slice_is(name, names[class])) {
				struct slice phrases = line;
				while (slice_cut(&phrases, '|', &phrase))
					add(a, w, phrase, class);
			}
	}
	return w;
}
