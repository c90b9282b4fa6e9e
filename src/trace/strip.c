// A paragraph seen in one outlet under different titles, and in no other outlet, is that outlet's boilerplate: footers,
// appeals, lists of staff. So is one that a few outlets (of one owner) each print under many titles; what is syndicated
// stands in an outlet once or twice. How often a paragraph is seen over all does not tell the two apart. Most
// paragraphs are seen once: these cost an entry of the index, and only the others are counted. What an agency prints
// again under another title is boilerplate only days later: before, it is a story that goes on.
#include "trace/strip.h"

#include "base/hash.h"
#include "case/outlets.h"

#include <string.h>

enum {
	LONGEST = 90, // words: a longer paragraph is a text, whoever repeats it
	GOES_ON = 3,  // days that an agency's story does
	LEFT = 6,     // words that stay of a text at least
};

static uint32_t text_key(const char *text)
{
	return text ? (uint32_t)(hash_fast(text, strlen(text), 1) >> 32) | 1 : 0;
}

struct strip_mark strip_mark_of(const struct document *d)
{
	return (struct strip_mark){ text_key(d->outlet), text_key(d->title),
				    d->published.day ? (int32_t)date_day(d->published) : STRIP_NEVER,
				    outlets_agency(d->outlet) };
}

// Adds a value to a short list of different ones; a full list only counts on.
static void note(uint32_t *list, uint32_t *n, size_t room, uint32_t value)
{
	for (size_t i = 0; i < *n && i < room; i++)
		if (list[i] == value)
			return;
	if (*n < room)
		list[*n] = value;
	*n += *n <= room;
}

static void note_mark(struct strip_seen *s, struct strip_mark m)
{
	note(s->outlet, &s->outlets, STRIP_OUTLETS, m.outlet);
	note(s->title, &s->titles, STRIP_TITLES, m.title);
	s->agency |= m.agency;
	if (m.day == STRIP_NEVER)
		return;
	s->first = s->first == STRIP_NEVER || m.day < s->first ? m.day : s->first;
	s->last = m.day > s->last ? m.day : s->last;
}

static uint32_t *slot_of(const struct strip *s, uint64_t key)
{
	size_t i = key & s->mask;
	while (s->slot[i] && s->seen.at[s->slot[i] - 1].key != key)
		i = (i + 1) & s->mask;
	return &s->slot[i];
}

static struct strip_seen *seen_add(struct strip *s, uint64_t key)
{
	if (2 * (s->seen.n + 1) > s->mask) {
		s->mask = s->mask ? 2 * s->mask + 1 : 255;
		s->slot = arena_array(&s->mem, uint32_t, s->mask + 1);
		for (size_t i = 0; i < s->seen.n; i++)
			*slot_of(s, s->seen.at[i].key) = (uint32_t)i + 1;
	}
	struct strip_seen seen = { .key = key, .first = STRIP_NEVER, .last = STRIP_NEVER };
	list_push_own(&s->seen, seen);
	*slot_of(s, key) = (uint32_t)s->seen.n;
	return &s->seen.at[s->seen.n - 1];
}

static struct strip_seen *seen_find(const struct strip *s, uint64_t key)
{
	uint32_t at = s->slot ? *slot_of(s, key) : 0;
	return at ? &s->seen.at[at - 1] : NULL;
}

size_t strip_paragraphs(const struct folded *t, uint64_t *room)
{
	size_t n = 0;
	for (size_t from = 0, to; from < t->n; from = to, n++) {
		to = folded_paragraph(t, from);
		room[n] = to - from > LONGEST ? 0 : folded_gram(t->at + from, to - from);
	}
	return n;
}

static bool boilerplate(const struct strip_seen *s)
{
	size_t least = s->outlets == 1 ? 2 : STRIP_EACH * s->outlets;
	if (s->agency && (int64_t)s->last - s->first < GOES_ON)
		return false;
	return s->outlets <= STRIP_OUTLETS && s->outlet[0] && s->titles >= least;
}

// Asks for the memory of all paragraphs before the first is looked up.
static void paragraphs_prefetch(const struct strip *s, const uint64_t *paragraphs, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (paragraphs[i])
			index_prefetch(&s->first, paragraphs[i]);
}

bool strip_note(struct strip *s, struct strip_mark mark, const uint64_t *paragraphs, size_t n)
{
	uint32_t doc = (uint32_t)s->marks.n;
	bool same = true;
	list_push_own(&s->marks, mark);
	paragraphs_prefetch(s, paragraphs, n);
	for (size_t i = 0; i < n; i++) {
		uint64_t *first = paragraphs[i] ? index_find(&s->first, paragraphs[i]) : NULL;
		if (paragraphs[i] && !first)
			index_add(&s->first, paragraphs[i], doc, 0);
		if (!first || index_document(*first) == doc)
			continue;
		struct strip_seen *seen = seen_find(s, paragraphs[i]);
		if (!seen) {
			seen = seen_add(s, paragraphs[i]);
			note_mark(seen, s->marks.at[index_document(*first)]);
		}
		bool before = boilerplate(seen);
		note_mark(seen, mark);
		same &= before == boilerplate(seen);
	}
	return same;
}

static bool stripped(const struct strip *strip, uint64_t paragraph)
{
	const struct strip_seen *s = paragraph ? seen_find(strip, paragraph) : NULL;
	return s && boilerplate(s);
}

static bool any_stripped(const struct strip *s, const uint64_t *paragraphs, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (stripped(s, paragraphs[k]))
			return true;
	return false;
}

// Leaves a text alone where next to nothing would stay: then it is the text that is repeated.
void strip_text(const struct strip *s, struct folded *t, const uint64_t *paragraphs, size_t n)
{
	size_t gone = 0, kept = 0, k = 0;
	if (!any_stripped(s, paragraphs, n))
		return; // as most texts are: their words are not gone over
	for (size_t from = 0, to; from < t->n; from = to, k++) {
		to = folded_paragraph(t, from);
		gone += stripped(s, paragraphs[k]) ? to - from : 0;
	}
	if (t->n - gone < LEFT)
		return;
	k = 0;
	for (size_t from = 0, to; from < t->n; from = to, k++) {
		to = folded_paragraph(t, from);
		if (stripped(s, paragraphs[k]))
			continue;
		folded_move(t, kept, from, to);
		kept += to - from;
	}
	t->n = kept;
}

void strip_free(struct strip *s)
{
	index_free(&s->first);
	arena_free(&s->marks.mem);
	arena_free(&s->seen.mem);
	arena_free(&s->mem);
	*s = (struct strip){ 0 };
}
