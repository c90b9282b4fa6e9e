// What desks do to a text that they take over, each by itself and known by name.
#ifndef BENCH_TRACE_EDIT_H
#define BENCH_TRACE_EDIT_H

#include "trace_prose.h"

// The three last are no copies: an original, a form filled in, and an own text that takes over one paragraph.
#define EDIT_TABLE(X)                                                                                       \
	X(exact) X(trim) X(reorder) X(style) X(insert) X(lead) X(replace) X(ocr) X(brief) X(combo) X(original)    \
	X(notice) X(partial)

#define X_EDIT(w) EDIT_##w,
enum edit { EDIT_TABLE(X_EDIT) EDIT_count };
#undef X_EDIT

enum { EDIT_COPIES = EDIT_original };

const char *trace_edit_name(enum edit kind);

// Edits a text in place by a kind of copy; sentences it adds are of the event, told by `story`.
void trace_edit(struct arena *a, struct prose *p, enum edit kind, struct dice *d, struct prose_event e, uint64_t story);

#endif
