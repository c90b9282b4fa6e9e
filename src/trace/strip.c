// A paragraph seen twice in one outlet, under different titles, and in no other outlet, is that outlet's boilerplate:
// footers, appeals, lists of staff. How often a paragraph is seen over all does not tell boilerplate from what
// everybody reprints; who prints it does.
#include "trace/strip.h"

#include "base/hash.h"

#include <string.h>

enum { LONGEST = 90 }; // words: a longer paragraph is a text, whoever repeats it

struct seen {
	uint64_t key, outlet, title;
	bool elsewhere, retitled; // in another outlet; under another title
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

static void table_note(const struct table *table, const struct document *d, const struct folded *t)
{
	uint64_t outlet = text_key(d->outlet), title = text_key(d->title);
	for (size_t from = 0, to; from < t->n; from = to) {
		to = paragraph_end(t, from);
		uint64_t key = folded_gram(t->at + from, to - from);
		struct seen *s = table_find(table, key);
		if (!s->key)
			*s = (struct seen){ .key = key, .outlet = outlet, .title = title };
		s->elsewhere |= !outlet || s->outlet != outlet;
		s->retitled |= s->title != title;
	}
}

static bool stripped(const struct table *table, const struct folded *t, size_t from, size_t to)
{
	const struct seen *s = table_find(table, folded_gram(t->at + from, to - from));
	return to - from <= LONGEST && s->retitled && !s->elsewhere;
}

// Leaves a text alone where more than half of it would go: then it is the text that is repeated.
static void strip_text(const struct table *table, struct folded *t)
{
	size_t gone = 0, kept = 0;
	for (size_t from = 0, to; from < t->n; from = to) {
		to = paragraph_end(t, from);
		gone += stripped(table, t, from, to) ? to - from : 0;
	}
	if (!gone || 2 * gone > t->n)
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
