// The way back from a text to the one that it was made from.
#ifndef CASE_RUNS_H
#define CASE_RUNS_H

#include "base/list.h"
#include "base/span.h"

// A stretch of a text, and where it stands in the original. It stands there byte for byte (unit 0), or each `unit`
// bytes were made from `from` bytes: characters of an old encoding, a character reference of a web page.
struct run {
	uint32_t text, original, len; // len: bytes of the text
	uint32_t unit, from;
};

// In the order of the text.
struct runs {
	struct run *at;
	size_t n, room;
};

// Appends a run; one that goes on where the last one ends becomes a part of it.
void runs_add(struct arena *a, struct runs *r, struct run run);

// What a stretch of the text was made from; a part of a unit was made from all of it. Nothing where there are no runs.
span runs_original(const struct runs *r, span at);

// The way back of a copy: what stands from `text` on is the stretch `at` of the text of r.
void runs_follow(struct arena *a, struct runs *out, uint32_t text, const struct runs *r, span at);

// The way back of what was made in two steps: `first` leads from the last text to the one between, `then` from there.
void runs_through(struct arena *a, struct runs *out, const struct runs *first, const struct runs *then);

#endif
