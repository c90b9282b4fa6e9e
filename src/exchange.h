// Cases in the formats of other programs: one table of what is read and written, by name and by the end of a file's
// name.
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "base/buf.h"
#include "case/case.h"
#include "case/remarks.h"
#include "write/write.h"

// What came of reading a file.
struct exchange_told {
	const char *path, *format;
	bool replaced;                             // the case's items are those of the file; else they were added
	size_t questions, facts, sources, reports; // that were added
	struct remarks remarks;
};

bool exchange_is_file(const char *path); // by its name: a case or a matrix, not a case file

// Reads a file over a case, in the format that the end of its name tells: a case in YAML or JSON replaces its items,
// but for the documents; a matrix is added to it, as a question `ask` (NULL: the file's own). Where it fails, *c is as
// it was, but has to be settled again. Errors begin with the path.
MUST_USE enum status exchange_read(struct arena *a, const char *path, const char *ask, struct the_case *c,
				   struct exchange_told *told, struct err *e);

// What was read, as "text" (nothing where nothing had to be understood) or "json" (doc/json-schema/import.json).
void exchange_tell(struct buf *out, const struct exchange_told *told, bool json);
// What had to be assumed and what was left out, a line each.
void exchange_doubts(struct buf *out, const struct exchange_told *told);

// Writes a case; of a matrix, `question` is the id of the one that it is of, NULL: the first. in->w is needed where
// exchange_tells_answers says so.
MUST_USE enum status exchange_write(struct buf *out, const struct write_input *in, const char *format,
				    const char *question, struct err *e);
bool exchange_tells_answers(const char *format);

#endif
