// A word is letters and digits with what stands between them (' - . &); it ends before a possessive 's, before a slash,
// and where a hyphen leads to a capital ("News-Washington"), so that names can be looked up piece by piece.
#include "read/cite_words.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "read/look.h"

#include <string.h>

extern const char embed_cues[];

enum { SLOTS = 1 << 11, CUE_WORD = 24 };

static const char *const cue_names[] = {
#define X(name) #name,
	CUE_TABLE(X)
#undef X
};

struct cues {
	struct {
		const char *word;
		uint64_t is;
	} slot[SLOTS];
};

static size_t slot_of(const struct cues *c, struct slice word)
{
	size_t i = hash_fast(word.at, word.len, 4) & (SLOTS - 1);
	while (c->slot[i].word && !slice_is(word, c->slot[i].word))
		i = (i + 1) & (SLOTS - 1);
	return i;
}

const struct cues *cite_words_read(struct arena *a)
{
	struct cues *c = arena_new(a, struct cues);
	struct slice rest = slice_of(embed_cues), line, kind, word;
	for (size_t n = 0; slice_line(&rest, &line);) {
		size_t k = 0;
		slice_cut(&line, '\t', &kind);
		while (k < CUE_COUNT && !slice_is(slice_trim(kind), cue_names[k]))
			k++;
		while (k < CUE_COUNT && slice_cut(&line, ' ', &word)) {
			size_t i = slot_of(c, word);
			if (!word.len || (!c->slot[i].word && ++n > SLOTS / 2))
				continue; // a table that outgrew us: words are missing, nothing breaks
			if (!c->slot[i].word)
				c->slot[i].word = arena_copy(a, word.at, word.len);
			c->slot[i].is |= UINT64_C(1) << k;
		}
	}
	return c;
}

static bool in_word(char c)
{
	return look_letter(c) || look_digit(c);
}

// The sign at s as one of a few ASCII signs, and its bytes; 0 where it is a letter.
static char mark_at(struct slice s, size_t *n)
{
	uint32_t c;
	*n = 1;
	if ((unsigned char)s.at[0] < 0x80)
		return in_word(s.at[0]) ? 0 : s.at[0];
	size_t len = utf8_decode(s.at, s.len, &c);
	*n = len ? len : 1;
	if (c == 0x2018 || c == 0x2019)
		return '\'';
	if (c == 0x201c || c == 0x201d || c == 0x201e || c == 0xab || c == 0xbb)
		return '"';
	if (c == 0x2013 || c == 0x2014 || c == 0x2015)
		return '-';
	return (c >= 0x2000 && c < 0x2100) || c == 0xa0 || c == 0xa9 || c == 0xb7 || !len ? '*' : 0;
}

// How many bytes of a sign at s may stand inside a word: 0 for none.
static size_t joint(struct slice s)
{
	size_t n;
	char mark = mark_at(s, &n);
	if (n >= s.len || !mark || !strchr("'-.&", mark) || (mark == '-' && n > 1))
		return 0;
	struct slice next = look_from(s, n);
	size_t m;
	if (mark_at(next, &m))
		return 0;
	bool ends = next.len == 1 || !in_word(next.at[1]);
	if (mark == '\'' && (next.at[0] == 's' || next.at[0] == 'S') && ends)
		return 0; // a possessive
	return mark == '-' && look_upper(next.at[0]) ? 0 : n;
}

static uint64_t cues_of(const struct cues *c, struct slice word)
{
	char lower[CUE_WORD];
	if (word.len > CUE_WORD)
		return 0;
	for (size_t i = 0; i < word.len; i++)
		lower[i] = look_upper(word.at[i]) ? (char)(word.at[i] + 32) : word.at[i];
	return c->slot[slot_of(c, (struct slice){ lower, word.len })].is;
}

static struct cite_word word_at(const struct cues *c, const char *text, uint32_t from, uint32_t to)
{
	struct cite_word w = { .from = from, .capitals = true };
	size_t n = 0, m;
	struct slice s = { text + from, to - from };
	while (n < s.len) {
		struct slice rest = look_from(s, n);
		if (mark_at(rest, &m) && !(m = joint(rest)))
			break;
		w.digit |= look_digit(s.at[n]);
		w.capitals &= look_upper(s.at[n]) || !look_letter(s.at[n]);
		n += m;
	}
	uint32_t first = 0;
	utf8_decode(s.at, s.len, &first);
	w.capital = look_upper(s.at[0]) || (first >= 0xc0 && first <= 0xde) || (first >= 0x400 && first <= 0x42f);
	w.capitals &= w.capital;
	w.to = from + (uint32_t)n;
	w.is = cues_of(c, (struct slice){ s.at, n });
	return w;
}

void cite_words_of(struct arena *a, const struct cues *c, const char *text, span at, struct cite_words *w)
{
	w->text = text;
	w->list.n = 0;
	for (uint32_t i = at.from; i < at.to;) {
		size_t n;
		if (look_space(text[i])) {
			i++;
			continue;
		}
		char mark = mark_at((struct slice){ text + i, at.to - i }, &n);
		struct cite_word x = mark ? (struct cite_word){ .from = i, .to = i + (uint32_t)n, .mark = mark }
					  : word_at(c, text, i, at.to);
		x.glued = w->list.n && w->list.at[w->list.n - 1].to == i;
		list_push(a, &w->list, x);
		i = x.to;
	}
}

bool cite_words_spell(const struct cite_words *w, const struct cite_word *x, const char *word)
{
	return slice_is_nocase((struct slice){ w->text + x->from, x->to - x->from }, word);
}
