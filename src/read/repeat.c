// A page that prints a paragraph twice says it once. Paragraphs are compared by their words alone: letters and digits
// in lower case. A quotation set apart is known by standing in a longer paragraph too, or by a name after its dash.
#include "read/repeat.h"

#include "base/hash.h"
#include "read/look.h"

#include <string.h>

enum { LEAST_WORDS = 3, PULL_LEAST = 4, PULL_MOST = 70, PULL_BYTES = 1 << 20, PULL_TRIES = 64 };

struct folded {
	struct buf words; // " one two three " of block after block
	span *at;         // [block]
};

void repeat_fold(struct buf *out, struct slice s)
{
	bool gap = true;
	buf_char(out, ' ');
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];
		if (look_upper(s.at[i]))
			c = (unsigned char)(c + 32);
		// Typographic quotation marks and dashes are no letters.
		bool mark = c == 0xe2 && i + 2 < s.len && (unsigned char)s.at[i + 1] == 0x80;
		bool letter = !mark && (look_letter((char)c) || look_digit((char)c));
		if (mark)
			i += 2;
		if (letter || !gap)
			buf_char(out, letter ? (char)c : ' ');
		gap = !letter;
	}
	if (!gap)
		buf_char(out, ' ');
}

static struct folded fold_all(struct arena *a, const struct blocks *b)
{
	struct folded f = { buf_in(a), arena_array(a, span, b->list.n) };
	for (size_t i = 0; i < b->list.n; i++) {
		f.at[i].from = (uint32_t)f.words.n;
		if (!b->list.at[i].out)
			repeat_fold(&f.words, block_text(b, &b->list.at[i]));
		f.at[i].to = (uint32_t)f.words.n;
	}
	return f;
}

static void mark_copies(struct arena *a, struct blocks *b, const struct folded *f)
{
	size_t room = 64;
	while (room < 2 * b->list.n)
		room *= 2;
	uint32_t *table = arena_array(a, uint32_t, room); // block + 1, by hash
	for (size_t i = 0; i < b->list.n; i++) {
		struct block *k = &b->list.at[i];
		if (k->out || k->words < LEAST_WORDS)
			continue;
		struct slice s = slice_in(f->words.at, f->at[i]);
		size_t slot = hash_fast(s.at, s.len, 0) & (room - 1);
		for (; table[slot]; slot = (slot + 1) & (room - 1)) {
			struct slice other = slice_in(f->words.at, f->at[table[slot] - 1]);
			if (other.len == s.len && !memcmp(other.at, s.at, s.len))
				break;
		}
		if (table[slot]) {
			k->out = true;
			k->marked = false;
			k->kind = DEBRIS_duplicate;
			memset(f->words.at + f->at[i].from, ' ', span_len(f->at[i])); // no quotation stands here
		} else {
			table[slot] = (uint32_t)i + 1;
		}
	}
}

static bool opens_quoted(struct slice s)
{
	return slice_starts(s, "\"") || slice_starts(s, "\u201c");
}

// "..." - Ann Lee
static bool signed_with_dash(struct slice s)
{
	static const char *const ends[] = {
		"\" - ", "\u201d - ", "\" \u2014 ", "\u201d \u2014 ", "\" \u2013 ", "\" -- "
	};
	for (size_t k = 0; k < sizeof ends / sizeof *ends; k++) {
		ptrdiff_t hit = slice_find(s, ends[k]);
		if (hit > 0 && look_names(look_from(s, (size_t)hit + strlen(ends[k]))))
			return true;
	}
	return false;
}

// The words of a block, or most of them from its start, stand in another.
static bool stands_elsewhere(const struct folded *f, size_t i)
{
	struct slice s = slice_in(f->words.at, f->at[i]);
	struct slice before = { f->words.at, f->at[i].from },
		     after = { f->words.at + f->at[i].to, f->words.n - f->at[i].to };
	size_t most = s.len; // two thirds must be found; the rest may be a name
	while (most * 3 >= s.len * 2) {
		if (memmem(after.at, after.len, s.at, most) || memmem(before.at, before.len, s.at, most))
			return true;
		size_t cut = most - 1;
		while (cut && s.at[cut - 1] != ' ')
			cut--;
		if (cut <= 1)
			return false;
		most = cut;
	}
	return false;
}

static bool ends_like_text(struct slice s)
{
	return look_sentence_end(s) && !opens_quoted(s);
}

static void mark_quotations(struct blocks *b, const struct folded *f)
{
	size_t tries = 0;
	for (size_t i = 1; i < b->list.n; i++) {
		struct block *k = &b->list.at[i];
		struct slice s = block_text(b, k);
		if (k->out || k->marked || k->words < PULL_LEAST || k->words > PULL_MOST || ends_like_text(s))
			continue;
		bool quoted = opens_quoted(s);
		bool pulled = signed_with_dash(s);
		if (!pulled && i > b->first && (quoted || (i < b->last && k->words >= 10)) &&
		    f->words.n <= PULL_BYTES && tries++ < PULL_TRIES)
			pulled = stands_elsewhere(f, i);
		if (!pulled)
			continue;
		k->out = true;
		k->kind = DEBRIS_pull_quote;
		struct block *name = k + 1;
		if (quoted && i + 1 < b->list.n && !name->apart && !name->out && name->words <= 8 &&
		    !look_sentence_end(block_text(b, name))) {
			k->at.to = name->at.to;
			*name = (struct block){ .at = { name->at.to, name->at.to },
						.out = true,
						.kind = DEBRIS_pull_quote };
		}
	}
}

void repeat_mark(struct blocks *b)
{
	struct arena scratch = { 0 }; // given back at once: a large page needs the room
	struct folded f = fold_all(&scratch, b);
	mark_copies(&scratch, b, &f);
	mark_quotations(b, &f);
	arena_free(&scratch);
}
