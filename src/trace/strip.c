// A paragraph seen in one outlet under different titles, and in no other outlet, is that outlet's boilerplate: footers,
// appeals, lists of staff. So is one that a few outlets (of one owner) each print under many titles; what is syndicated
// stands in an outlet once or twice. How often a paragraph is seen over all does not tell the two apart.
#include "trace/strip.h"

#include "base/hash.h"

#include <string.h>

enum {
	LONGEST = 90, // words: a longer paragraph is a text, whoever repeats it
	LEFT = 12,    // words that stay of a text at least
	OUTLETS = 4,  // of one owner: more print a text because it is news
	EACH = 4,     // titles for every outlet, where there is more than one
	TITLES = OUTLETS * EACH,
};

// Where a paragraph was seen: its first outlets and titles, and how many of them up to one more than are kept.
struct seen {
	uint64_t key, outlet[OUTLETS], title[TITLES];
	size_t outlets, titles;
};

struct table {
	struct seen *slot;
	size_t mask;
};

static uint64_t text_key(const char *text)
{
	return text ? hash_fast(text, strlen(text), 1) : 0;
}

static size_t paragraph_end(const struct folded *t, size_t from)
{
	size_t to = from + 1;
	while (to < t->n && !(t->at[to].flags & WORD_OPENS))
		to++;
	return to;
}

static struct seen *table_find(const struct table *t, uint64_t key)
{
	size_t i = key & t->mask;
	while (t->slot[i].key && t->slot[i].key != key)
		i = (i + 1) & t->mask;
	return &t->slot[i];
}

// Adds a value to a short list of different ones; a full list only counts on.
static void note(uint64_t *list, size_t *n, size_t room, uint64_t value)
{
	for (size_t i = 0; i < *n && i < room; i++)
		if (list[i] == value)
			return;
	if (*n < room)
		list[*n] = value;
	*n += *n <= room;
}

static void table_note(const struct table *table, const struct document *d, const struct folded *t)
{
	uint64_t outlet = text_key(d->outlet), title = text_key(d->title);
	for (size_t from = 0, to; from < t->n; from = to) {
		to = paragraph_end(t, from);
		uint64_t key = folded_gram(t->at + from, to - from);
		struct seen *s = table_find(table, key);
		s->key = key;
		note(s->outlet, &s->outlets, OUTLETS, outlet);
		note(s->title, &s->titles, TITLES, title);
	}
}

static bool stripped(const struct table *table, const struct folded *t, size_t from, size_t to)
{
	const struct seen *s = table_find(table, folded_gram(t->at + from, to - from));
	size_t least = s->outlets == 1 ? 2 : EACH * s->outlets;
	return to - from <= LONGEST && s->outlets <= OUTLETS && s->outlet[0] && s->titles >= least;
}

// Leaves a text alone where next to nothing would stay: then it is the text that is repeated.
static void strip_text(const struct table *table, struct folded *t)
{
	size_t gone = 0, kept = 0;
	for (size_t from = 0, to; from < t->n; from = to) {
		to = paragraph_end(t, from);
		gone += stripped(table, t, from, to) ? to - from : 0;
	}
	if (!gone || t->n - gone < LEFT)
		return;
	for (size_t from = 0, to; from < t->n; from = to) {
		to = paragraph_end(t, from);
		if (stripped(table, t, from, to))
			continue;
		memmove(t->at + kept, t->at + from, (to - from) * sizeof *t->at);
		kept += to - from;
	}
	t->n = kept;
}

void strip_boilerplate(const struct document *const *docs, struct folded *texts, size_t n)
{
	struct arena scratch = { 0 };
	size_t paragraphs = 0, room = 64;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < texts[i].n; k++)
			paragraphs += (texts[i].at[k].flags & WORD_OPENS) != 0;
	while (room < 2 * paragraphs)
		room *= 2;
	struct table table = { arena_array(&scratch, struct seen, room), room - 1 };
	for (size_t i = 0; i < n; i++)
		table_note(&table, docs[i], &texts[i]);
	for (size_t i = 0; i < n; i++)
		strip_text(&table, &texts[i]);
	arena_free(&scratch);
}
