// Invented news in the shape of English: stories of an event, sentence by sentence.
#ifndef BENCH_TRACE_PROSE_H
#define BENCH_TRACE_PROSE_H

#include "dice.h"

#include "base/buf.h"
#include "base/list.h"

struct prose_paragraph {
	LIST(const char *) sentences;
};

// A text before it is set: its title, and paragraphs of sentences. Typography is that of a careful desk (curly
// quotation marks, dashes); edits change it.
struct prose {
	const char *title;
	LIST(struct prose_paragraph) paragraphs;
};

// The things and people a story is about. Stories of one event share them, and nothing else but phrases.
struct prose_event {
	uint64_t seed, number;
};

// A story of about `words` words. `story` tells stories of an event apart; an agency's name makes a dateline, NULL
// none.
void trace_prose_story(struct arena *a, struct prose_event e, uint64_t story, size_t words, const char *agency,
		       struct prose *out);

// A notice by a form: the same words for the same form, but for names, places and numbers, which are the notice's own.
void trace_prose_notice(struct arena *a, uint64_t seed, uint64_t form, uint64_t notice, struct prose *out);

// What an outlet prints below everything it prints: `n` paragraphs.
void trace_prose_furniture(struct arena *a, uint64_t seed, uint64_t outlet, const char *name, size_t n,
			   struct prose *out);

// Another sentence of an event, as somebody else would add it.
const char *trace_prose_sentence(struct arena *a, struct prose_event e, uint64_t story, size_t number);

// Words of a text, by the blanks between them.
size_t trace_prose_words(const struct prose *p);

// The text: paragraphs with a blank line between them.
const char *trace_prose_text(struct arena *a, const struct prose *p);

#endif
