// Files -> documents, side by side, each through the reader child. A file that fails costs only itself.
#ifndef READ_FILES_H
#define READ_FILES_H

#include "read/read.h"

// One file and what was read from it.
struct reading {
	const char *path; // set by the caller, as the options are
	struct read_options options;
	struct slice bytes;         // the file's
	struct document *documents; // one; of an .ndjson file one a line
	size_t n;
	enum status status;
	struct err err;      // names the path
	struct arena *arena; // of its own while it is read
};

// Reads n files on as many threads as there are; what was read lives in `a`.
void files_read(struct arena *a, struct reading *all, size_t n);

// Whether a file holds documents as lines of JSON: {"id", "text"} at least, and outlet, title and published where
// known.
bool files_is_ndjson(const char *path);

#endif
