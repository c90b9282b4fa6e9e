// Large sets of invented news whose origins are known: any document of a set can be made by itself, so that a million
// of them need no memory.
//
// A set is cut into blocks of two days. Families lie within a block: a story and its copies hours to days later,
// edited, some of them copies of copies; but for one document in a hundred, which copies a story of the month before.
// Not copies, though they look alike: stories of one event (the same names, a public statement quoted in many), forms
// filled in, and own texts that take over one paragraph.
#ifndef BENCH_TRACE_SET_H
#define BENCH_TRACE_SET_H

#include "trace_edit.h"

#include "case/document.h"

enum { SET_BLOCK = 2000, SET_KEPT = 16, SET_TIME = 24 };

struct set_slot {
	size_t origin, parent; // documents; itself for an origin
	double hour;           // since the set began
	unsigned short outlet;
	enum edit kind;
	bool late;             // by itself in its block: a copy of an older story, where there is one
};

struct trace_set {
	uint64_t seed;
	size_t words;                               // of a story, about
	size_t block[SET_KEPT];                     // plans at hand: of which blocks, SIZE_MAX for none
	struct set_slot slots[SET_KEPT][SET_BLOCK]; // their documents
};

void trace_set_open(struct trace_set *s, uint64_t seed, size_t words);

// Document i as it would have been read: id, title, outlet, date and text with its paragraphs.
void trace_set_document(struct trace_set *s, size_t i, struct arena *a, struct document *d);

// The document whose text it is a copy of in the end, and the one it was taken from; i itself for an origin.
size_t trace_set_origin(struct trace_set *s, size_t i);
size_t trace_set_parent(struct trace_set *s, size_t i);
const char *trace_set_kind(struct trace_set *s, size_t i);
const char *trace_set_id(struct arena *a, const struct trace_set *s, size_t i);

// "2024-03-01T12:30:00Z", at times only the day, at times nothing.
void trace_set_time(struct trace_set *s, size_t i, char out[SET_TIME]);

#endif
