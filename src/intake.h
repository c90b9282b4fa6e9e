// Documents on their way from files to where they are wanted: given out one by one, or kept in memory.
#ifndef INTAKE_H
#define INTAKE_H

#include "hearsay.h"

#include "base/list.h"
#include "case/document.h"
#include "read/files.h"

#include <stdatomic.h>

struct intake {
	struct hearsay *h;
	struct arena *arena; // takes what is kept
	atomic_bool *stop;   // ends the reading early; false again after it
	struct err *err;
	hearsay_document *give; // NULL where none is given out
	hearsay_failed *failed; // or NULL
	void *context;          // of both
	LIST(struct document) kept;
	size_t added; // to the case
};

// Reads files as `o` says; who takes the documents has the intake as context.
MUST_USE enum status intake_read(struct intake *in, const char *const *paths, size_t n, struct files_options o);

// The same of one file that is in memory.
MUST_USE enum status intake_read_bytes(struct intake *in, const char *name, struct slice bytes, struct files_options o);

// Takers: gives out each document as a line of JSON; keeps them all.
MUST_USE enum status intake_give(void *context, struct reading *all, size_t n, struct err *e);
MUST_USE enum status intake_keep(void *context, struct reading *all, size_t n, struct err *e);

#endif
