// What a handle holds, and how every call on it begins and ends.
#ifndef HANDLE_H
#define HANDLE_H

#include "hearsay.h"

#include "case/case.h"
#include "case/origin.h"
#include "exchange.h"
#include "keep/keep.h"
#include "weigh/product.h"

#include <stdatomic.h>

struct hearsay {
	struct arena handle;  // what lives as long as the handle: the case, its documents
	struct arena scratch; // what lives until the next call: bytes given out
	struct arena cases;   // the case as it was read from its file, where that can be read again
	struct arena edited;  // its items, once they were edited
	struct arena name;    // `who`
	struct the_case c;
	bool loaded;       // c is what the case file has
	const char *who;   // makes the changes; NULL: the user
	struct keep *keep; // NULL: no case file
	atomic_bool stop;  // see hearsay_stop
	struct err err;
	const char *path;             // of the case that was opened, or NULL
	struct product_cache weighed; // what was compiled, for the case weighed again
	struct arena traces;          // what the last hearsay_trace found
	struct tracing traced;        // lies there
	const struct document **traced_documents;
	struct exchange_told told; // of the file that was read last
};

// Every call begins here: what the one before gave out is gone. What it gives out lives in the arena.
struct arena *handle_begin(struct hearsay *h);
int handle_give(struct buf *b, const char **bytes, size_t *n);
int handle_no_format(struct hearsay *h, const char *format, const char *known);

// What works on a case begins here: what its file has is read when it is needed first.
MUST_USE enum status handle_load(struct hearsay *h);
void handle_forget(struct hearsay *h); // so that it is read anew
void handle_forget_traces(struct hearsay *h);
MUST_USE enum status handle_need_file(struct hearsay *h, const char *command);

// Begins a transaction, in the name of who makes the changes.
MUST_USE enum status handle_transact(struct hearsay *h, const char *command);

// Begins a command that changes the case: handle_changed must follow where it succeeds, and keeps the case as it is
// then, where `s` is fine; where the file was changed by somebody else, it is refused. _newest: begins with what is on
// disk then.
MUST_USE enum status handle_change(struct hearsay *h, const char *command);
MUST_USE enum status handle_change_newest(struct hearsay *h, const char *command);
int handle_changed(struct hearsay *h, enum status s, const char *why);

// Ends a transaction: all of it where `s` is fine, nothing of it where not.
MUST_USE enum status handle_conclude(struct hearsay *h, enum status s);

#endif
