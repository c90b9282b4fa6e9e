// For tests of tracing: documents that cite, and what tracing makes of them. All of it lies in one arena.
#ifndef TEST_TRACING_H
#define TEST_TRACING_H

#include "test/story.h"
#include "test/tap.h"
#include "trace/trace.h"

static struct arena arena;

// A document whose title is its id; `day` a date, a moment or NULL.
static inline struct document *page(const char *id, const char *outlet, const char *day, const char *text)
{
	struct document *d = story_document(&arena, id, outlet, id, day, text);
	if (day)
		ok(date_known(d->published), "%s is a date", day);
	return d;
}

// Makes the words a citation; `outlet` is NULL where the kind has none.
static inline struct citation *cite(struct document *d, enum citation_kind kind, const char *outlet, const char *words)
{
	ptrdiff_t at = slice_find(slice_of(d->text), words);
	struct citation *c = list_add(&arena, &d->citations);
	*c = (struct citation){ .kind = kind, .outlet = outlet, .statement = SIZE_MAX };
	c->at = (span){ (uint32_t)at, (uint32_t)(at + (ptrdiff_t)strlen(words)) };
	ok(at >= 0, "\"%s\" stands in the text", words);
	return c;
}

static inline struct tracing trace(struct document **docs, size_t n, enum trace_level level)
{
	struct tracing t;
	trace_documents(&arena, (const struct document *const *)docs, n, &(struct trace_options){ level, NULL }, &t);
	is_int(t.tally.documents, t.tally.origins + t.tally.echoes + t.tally.untraceable, "the tally adds up");
	return t;
}

#endif
