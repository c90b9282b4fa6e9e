// Letters and memoranda: who writes, by the head ("From: Internal Audit") or by the signature.
#ifndef READ_LETTER_H
#define READ_LETTER_H

#include "read/writer.h"

// What is known of a letter on the way through its lines.
struct letter {
	uint32_t from;     // where its words begin
	uint32_t next;     // where those of the next one can begin: behind the last signature
	struct slice name; // of a "From:" that waits for another field of the head
	int near;          // so many lines can still belong to a head
	bool signs, known; // the next line is a signature; who writes is known
};

// Takes the next line (trimmed, not empty; `at` is its place in the text): whether it tells who writes what stands from
// `l->from` on, by `name`.
bool letter_line(struct letter *l, struct slice line, uint32_t at, struct slice *name);

// Whether a line is a field of a head that does not tell who writes: "To: Audit Committee".
bool letter_field(struct slice line);

#endif
