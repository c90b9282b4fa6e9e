// Sentence by sentence: the names in it, and for each whether a cue stands beside it. Each word is looked at a bounded
// number of times, so the time is linear in the text.
#include "read/cite.h"

#include "read/sentence.h"
#include "base/search.h"
#include "base/limits.h"
#include "read/cite_cues.h"
#include "read/cite_vague.h"

#include <stdlib.h>

enum { SPEAKS_ON = 3, LONG_SENTENCE = 4096 }; // sentences that a name is spoken on for; bytes looked at in one

static const char *const family_names[] = {
#define X(name) #name,
	CITE_FAMILY_TABLE(X)
#undef X
	    "none",
};

const char *cite_family_name(enum cite_family f)
{
	return family_names[f];
}

// What is kept from one sentence to the next.
struct scan {
	struct arena *a;
	struct arena scratch;
	struct cite_words words;
	struct cite_names names;
	struct cite_memory memory;
	const char *last; // the outlet cited last, and how many sentences ago
	bool last_agency, last_known;
	int since;
	struct cites *out;
};

static void put(struct scan *s, enum cite_family f, enum citation_kind kind, const char *outlet, bool known, span at)
{
	if (s->out->list.n >= LIMIT_CITATIONS)
		return;
	list_push(s->a, &s->out->list, ((struct cite){ f, { kind, arena_text(s->a, outlet), !known, at, SIZE_MAX } }));
}

static span words_span(const struct cite_words *w, int from, int to)
{
	return (span){ w->list.at[from].from, w->list.at[to - 1].to };
}

// The named ones; returns whether one was cited.
static bool scan_names(struct scan *s)
{
	bool any = false;
	for (size_t i = 0; i < s->names.list.n; i++) {
		const struct cite_name *x = &s->names.list.at[i];
		enum citation_kind kind;
		enum cite_family f = cite_cues_of(&s->words, &s->names, i, &kind);
		if (f == CITE_NONE)
			continue;
		put(s, f, kind, x->outlet, x->known, words_span(&s->words, x->from, x->to));
		if (kind == CITATION_CREDIT)
			continue;
		any |= x->known;
		s->last = x->outlet;
		s->last_agency = x->agency;
		s->last_known = x->known;
		s->since = 0;
	}
	return any;
}

static void scan_sentence(struct scan *s, const struct cues *c, const char *text, span at)
{
	int from, to;
	if (span_len(at) > LONG_SENTENCE)
		at.to = at.from + LONG_SENTENCE;
	cite_words_of(&s->scratch, c, text, at, &s->words);
	cite_names_find(&s->scratch, &s->words, &s->memory, &s->names);
	bool cited = scan_names(s);
	if (!cited && s->last && s->since < SPEAKS_ON &&
	    cite_vague_again(&s->words, s->last, s->last_agency, &from, &to)) {
		put(s, CITE_again, CITATION_CITES, s->last, s->last_known, words_span(&s->words, from, to));
		cited = true;
		s->since = 0;
	}
	s->since++;
	if (!cited && cite_vague_unnamed(&s->words, &from, &to))
		put(s, CITE_unnamed, CITATION_UNNAMED, NULL, true, words_span(&s->words, from, to));
	if (cite_vague_own(&s->words, &from, &to))
		put(s, CITE_own, CITATION_OWN, NULL, true, words_span(&s->words, from, to));
}

void cite_scan(struct arena *a, const struct cues *c, const struct document *d, struct cites *out)
{
	struct scan s = { .a = a, .out = out };
	*out = (struct cites){ 0 };
	for (each (x, &d->sentences)) {
		if (out->list.n >= LIMIT_CITATIONS)
			break;
		scan_sentence(&s, c, d->text, *x);
	}
	arena_free(&s.scratch);
}

void cite_find(struct arena *a, const struct cues *c, struct document *d)
{
	struct cites found;
	cite_scan(a, c, d, &found);
	for (each (x, &found.list))
		list_push(a, &d->citations, x->citation);
}

// --- statements ---

// The sentence that a statement begins in.
struct begun {
	size_t sentence, statement;
};

static int by_sentence(const void *x, const void *y)
{
	const struct begun *a = x, *b = y;
	if (a->sentence != b->sentence)
		return a->sentence < b->sentence ? -1 : 1;
	return (a->statement > b->statement) - (a->statement < b->statement);
}

// Where a statement stands: what is said, else who says it.
static span place_of(const struct statement *s)
{
	return s->content.n ? s->content.at[0] : s->speaker.at;
}

static bool holds(const struct statement *s, span at)
{
	for (each (c, &s->content))
		if (c->from <= at.from && at.from < c->to)
			return true;
	return s->speaker.at.from <= at.from && at.from < s->speaker.at.to;
}

void cite_statements(struct document *d)
{
	enum { TRIED = 16 }; // statements of one sentence
	struct arena scratch = { 0 };
	size_t n = d->statements.n;
	struct begun *b = arena_array(&scratch, struct begun, n + 1);
	for (size_t i = 0; i < n; i++)
		b[i] = (struct begun){ sentence_at(d, place_of(&d->statements.at[i]).from), i };
	if (n)
		qsort(b, n, sizeof *b, by_sentence);
	for (each (c, &d->citations)) {
		size_t sentence = sentence_at(d, c->at.from);
		size_t first = search_first(n, k, b[k].sentence < sentence);
		for (size_t k = first; k < n && b[k].sentence == sentence && k < first + TRIED; k++)
			if (holds(&d->statements.at[b[k].statement], c->at)) {
				c->statement = b[k].statement;
				break;
			} else if (k == first) {
				c->statement = b[k].statement;
			}
	}
	arena_free(&scratch);
}
