// Files, folders, containers and streams -> documents, in order, a batch at a time. A batch is read side by side, each
// document by a reader child; memory is that of a batch, however much there is to read. What fails costs only itself.
#ifndef READ_FILES_H
#define READ_FILES_H

#include "read/read.h"

#include <stdatomic.h>

// One document, and where it was found.
struct reading {
	const char *place;           // for people: "page.txt", "crawl.warc.gz: record 17"
	struct read_options options; // its envelope as it was found
	struct slice bytes;          // the original: of the file, the member, the text in a line of JSON
	struct document document;
	struct arena arena;          // the document's: who takes the document may adopt it
	struct err err;              // status not OK: there is no document; it names the place
	bool line;                   // the bytes are a line of JSON, until it is read
	const char *container;       // the line's
};

struct files_options {
	bool verbatim;            // as in read_options
	enum read_depth depth;
	float least;
	bool by_hash;             // documents have the id of their bytes, also where a list gives another
	const atomic_bool *stop;  // once it is set, the batch in hand is the last; NULL: never

	// Whether a document is known by its bytes already, and is to be left out. NULL: none is.
	bool (*known)(void *context, const char *id);
	// Takes the documents of a batch, in the order of the input. All in it is gone afterwards, but for arenas that
	// were adopted.
	enum status (*take)(void *context, struct reading *all, size_t n, struct err *e);
	// Told of what could not be read: a sentence that names its place.
	void (*failed)(void *context, const char *error);
	void *context;
};

// Reads what n paths name; "-" is standard input. STATUS_FINDINGS where `failed` was told of something; where there was
// nothing but failures, the status of the first, and the last of them is *e instead of being told. Otherwise, what
// `take` came to where that is a failure, or STATUS_STOPPED.
MUST_USE enum status files_read(const char *const *paths, size_t n, const struct files_options *o, struct err *e);

// The same of one file that is in memory already, under a name; the bytes must stay until it returns.
MUST_USE enum status files_read_bytes(const char *name, struct slice bytes, const struct files_options *o,
				      struct err *e);

#endif
