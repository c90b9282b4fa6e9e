// The journal: one row a change, each carrying the hash of the row before it.
#ifndef KEEP_JOURNAL_H
#define KEEP_JOURNAL_H

#include "base/hash.h"
#include "keep/sqlite.h"

// A row's fields beside its number, in the order in which they are hashed.
//  at: seconds of UTC, "2026-01-31T12:00:00Z"     who: the user       command: what was run
//  op: create, add (an original), derive (what was read from it), put, delete, order (ids of a kind)
//  kind, id: of the item
//  body: JSON, or null                            why: in words, or ""
#define ENTRY_TABLE(X) X(at) X(who) X(command) X(op) X(kind) X(id) X(body) X(why)

enum entry_field {
#define X(name) ENTRY_##name,
	ENTRY_TABLE(X)
#undef X
	    ENTRY_count
};

struct entry {
	long long seq;                   // from 1, without gaps
	struct slice field[ENTRY_count]; // at NULL: null
	struct slice prev, hash;         // 64 hexadecimal digits
};

struct journal_head {
	long long count;
	char hash[SHA256_HEX + 1]; // of the last row; JOURNAL_ROOT where there is none
};

#define JOURNAL_ROOT "0000000000000000000000000000000000000000000000000000000000000000"

// The head as kept apart. STATUS_DAMAGED where it is missing.
MUST_USE enum status journal_head(struct sqlite *db, const char *name, struct journal_head *h, struct err *e);

// Writes a row behind the head, giving it its number, and the head anew. Its prev and hash are not looked at.
MUST_USE enum status journal_append(struct sqlite *db, struct entry *row, struct journal_head *h, struct err *e);

// The next row of SQL_ENTRIES; its slices are valid until the next.
MUST_USE enum status journal_next(struct query *rows, struct entry *row, bool *more, struct err *e);

// Walks all rows: each must have its number, hash to what it says, and follow the one before; count and head must be
// those of the last. The error names the first bad row and what is wrong with it.
MUST_USE enum status journal_verify(struct sqlite *db, const char *name, struct err *e);

#endif
