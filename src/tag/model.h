// The trained model as a file: a head, then tables that are used where they lie in memory.
//
//	head    magic, version, size, hash of all that follows, where each part begins
//	parts   parts of speech, trees, senses, first, second and third look, the gate and the
//	        aim of statements, settings; each begins at a multiple of 64
//
// Numbers are little-endian. A file of another version, cut off, or changed is refused.
#ifndef TAG_MODEL_H
#define TAG_MODEL_H

#include "tag/tag.h"

enum { MODEL_VERSION = 3 };

struct model_file {
	const char *path;
	const void *at; // NULL: none
	size_t size;
};

// Maps a file into memory for the life of the program. Nothing of it is read before model_read, which may be called
// where files can no longer be opened.
MUST_USE enum status model_map(struct arena *a, const char *path, struct model_file *out, struct err *e);
MUST_USE enum status model_read(struct arena *a, const struct model_file *f, struct tag_model **out, struct err *e);

MUST_USE enum status model_write(const char *path, const struct tag_model *m, struct err *e);

#endif
