// Keeps cases: one SQLite file with the originals, what was derived from them, and a hash-chained journal.
//
// The journal is the truth of the case: every item of it (a question, a fact, a report, ...) is the last that the
// journal says of it. Documents are the originals, by SHA-256; what was read from them is derived and can be remade.
#ifndef KEEP_KEEP_H
#define KEEP_KEEP_H

#include "case/case.h"

struct keep; // an open case file

MUST_USE enum status keep_create(const char *path, struct keep **k, struct err *e); // STATUS_EXISTS where there is one
MUST_USE enum status keep_open(const char *path, struct keep **k, struct err *e);
void keep_close(struct keep *k); // rolls back what was not committed

// One transaction a command: everything between is kept together or not at all. `command` is what the journal names.
MUST_USE enum status keep_begin(struct keep *k, const char *command, struct err *e);
MUST_USE enum status keep_commit(struct keep *k, struct err *e);

// Documents. Adding one that is there already does nothing and sets *known.
MUST_USE enum status keep_add_original(struct keep *k, const char *path, struct slice bytes, const char *id,
				       bool *known, struct err *e);
MUST_USE enum status keep_original(struct arena *a, struct keep *k, const char *id, struct slice *bytes, struct err *e);
MUST_USE enum status keep_put_derived(struct keep *k, const char *id, const struct node *document, struct err *e);

// The case: loads all items and derived documents, settled. Saving journals each item that differs from what is kept:
// put, or delete.
MUST_USE enum status keep_load(struct arena *a, struct keep *k, struct the_case *c, struct err *e);
MUST_USE enum status keep_save(struct keep *k, const struct the_case *c, const char *why, struct err *e);

// Whether the journal ever held an item of that kind and id.
bool keep_ever(struct keep *k, const char *kind, const char *id);

// The journal.
struct keep_entry {
	long long row;
	const char *at, *who, *command, *op, *kind, *id, *why, *hash;
};
struct keep_journal {
	LIST(struct keep_entry) entries;
};
MUST_USE enum status keep_log(struct arena *a, struct keep *k, struct keep_journal *out, struct err *e);
// Walks the chain, compares count and head, and what is kept with what the journal says. STATUS_DAMAGED names the row.
MUST_USE enum status keep_verify(struct keep *k, struct err *e);
const char *keep_head(struct arena *a, struct keep *k); // "32 entries, head 9f2c41..."

// Originals whose derived rows must be remade, oldest first: ids.
struct keep_ids {
	LIST(const char *) list; // paths beside: see keep_path
};
MUST_USE enum status keep_documents(struct arena *a, struct keep *k, struct keep_ids *out, struct err *e);
const char *keep_path(struct arena *a, struct keep *k, const char *id); // as it was named when added
// Drops and remakes the derived item table from the journal (documents are put again by the caller).
MUST_USE enum status keep_replay(struct keep *k, struct err *e);

#endif
