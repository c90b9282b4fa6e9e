// Takes an outlet's own boilerplate out of its texts before they are compared.
#ifndef TRACE_STRIP_H
#define TRACE_STRIP_H

#include "base/list.h"
#include "case/document.h"
#include "trace/folded.h"
#include "trace/index.h"

enum {
	STRIP_OUTLETS = 4, // of one owner: more print a text because it is news
	STRIP_EACH = 4,    // titles for every outlet, where there is more than one
	STRIP_TITLES = STRIP_OUTLETS * STRIP_EACH,
	STRIP_NEVER = INT32_MIN,
};

// Who printed a paragraph, over what and when; 0 where that is not known.
struct strip_mark {
	uint32_t outlet, title;
	int32_t day; // STRIP_NEVER: unknown
	bool agency;
};

// A paragraph that several documents have: its first outlets and titles, and how many up to one more than are kept.
struct strip_seen {
	uint64_t key;
	uint32_t outlet[STRIP_OUTLETS], title[STRIP_TITLES];
	uint32_t outlets, titles;
	int32_t first, last; // days; STRIP_NEVER: unknown
	bool agency;         // one of the outlets is
};

struct strip {
	struct arena mem;
	struct index first;                // paragraph to the mark of the first document that has it
	LIST_OWN(struct strip_mark) marks; // of documents
	LIST_OWN(struct strip_seen) seen;
	uint32_t *slot; // of `seen` plus 1, by key
	size_t mask;
};

struct strip_mark strip_mark_of(const struct document *d);

// The keys of a text's paragraphs, 0 for those too long to be boilerplate; room for as many as it has words. Returns
// how many there are.
size_t strip_paragraphs(const struct folded *t, uint64_t *room);

// Notes the paragraphs of the next document. Returns false where that makes one that earlier documents have
// boilerplate, or boilerplate no more.
bool strip_note(struct strip *s, struct strip_mark mark, const uint64_t *paragraphs, size_t n);

// Removes from a text the words of paragraphs that only one outlet prints, under several titles. The words that stay
// keep their places. `paragraphs` are its keys.
void strip_text(const struct strip *s, struct folded *t, const uint64_t *paragraphs, size_t n);

void strip_free(struct strip *s);

#endif
