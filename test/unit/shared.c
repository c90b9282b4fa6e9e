// Two texts side by side: runs of words, facts told in other words, and what only one of them says.
#include "test/story.h"
#include "test/tap.h"
#include "trace/shared.h"

static struct arena arena;

// A sentence a line.
static struct document *text(const char *id, const char *lines)
{
	struct document *d = story_document(&arena, id, NULL, id, NULL, lines);
	d->sentences.n = 0;
	for (uint32_t from = 0, to; from < d->len; from = to + 1) {
		to = from;
		while (to < d->len && d->text[to] != '\n')
			to++;
		list_push(&arena, &d->sentences, ((span){ from, to }));
	}
	return d;
}

static void says(struct document *d, const char *words)
{
	ptrdiff_t at = slice_find(slice_of(d->text), words);
	struct statement *s = list_add(&arena, &d->statements);
	list_push(&arena, &s->content, ((span){ (uint32_t)at, (uint32_t)(at + (ptrdiff_t)strlen(words)) }));
}

static const char *at(const struct document *d, span s)
{
	return arena_copy(&arena, d->text + s.from, span_len(s));
}

static void side_by_side(void)
{
	struct document *x = text("x", "Guard routines inside the compound were altered in the days after.\n"
				       "The machines looked small and can have carried little.\n"
				       "Whether they could have crossed that distance from the coast is not known.\n"
				       "It was a cold night at the end of the week.");
	struct document *y = text("y", "Small machines, hardly a load to speak of.\n"
				       "Nobody slept at the end of the week.\n"
				       "Since the flight the guard routines inside the compound are no longer so.");
	struct shared s;
	says(x, "crossed that distance");
	says(y, "Nobody slept");
	shared_of(&arena, x, y, &s);
	is_int(s.rows.n, 4, "two facts of both, and one of each");
	ok(s.both == 2 && s.only_a == 1 && s.only_b == 1, "they are counted");
	const struct shared_row *r = s.rows.at;
	is_text(at(y, r[0].b.sentence), "Since the flight the guard routines inside the compound are no longer so.",
		"a run leads to its sentence, wherever that stands");
	is_int(r[0].a.common.n, 1, "what is common is one span");
	is_text(at(x, r[0].a.common.at[0]), "Guard routines inside the compound", "of the one");
	is_text(at(y, r[0].b.common.at[0]), "guard routines inside the compound", "and of the other");
	is_text(r[0].label, "routines, inside, compound", "a label has words that tell it");
	is_text(at(y, r[1].b.sentence), "Small machines, hardly a load to speak of.", "so do words in another order");
	is_text(at(x, r[2].a.sentence), "Whether they could have crossed that distance from the coast is not known.",
		"what one alone states is a row");
	ok(span_empty(r[2].b.sentence), "with nothing beside it");
	is_text(at(y, r[3].b.sentence), "Nobody slept at the end of the week.", "a run of common words is no fact");
	is_int(s.run, 6, "the longest run is one of words, whatever they say");
	is_text(at(x, s.run_a), "at the end of the week", "where it stands");
	is_int(s.words_a, 44, "words are counted");
}

static void nothing(void)
{
	struct shared s;
	struct document *x = text("x", ""), *y = text("y", "One word and another.");
	shared_of(&arena, x, y, &s);
	ok(!s.rows.n && !s.run && s.words_b == 4, "an empty text shares nothing");
	struct document none = { .id = "z" };
	shared_of(&arena, &none, y, &s);
	ok(!s.rows.n && !s.run, "nor does one that is not at hand");
	y->sentences.n = 0;
	shared_of(&arena, y, y, &s);
	is_int(s.both, 1, "a text without sentences is one");
}

int main(void)
{
	side_by_side();
	nothing();
	arena_free(&arena);
	return done();
}
