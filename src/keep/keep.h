// Keeps cases: one SQLite file with the originals, what was derived from them, and a hash-chained journal.
//
// The journal is the truth of the case: every item of it (a question, a fact, a report, ...) is the last that the
// journal says of it. Documents are the originals, by SHA-256; what was read from them is derived and can be remade.
#ifndef KEEP_KEEP_H
#define KEEP_KEEP_H

#include "case/case.h"
#include "case/envelope.h"
#include "case/origin.h"

struct keep; // an open case file

// A new file stands at its path, whole, from its first commit on, and not at all before. STATUS_EXISTS where there is
// one, from keep_create or from that commit, after which only keep_close is left.
MUST_USE enum status keep_create(const char *path, struct keep **k, struct err *e);
MUST_USE enum status keep_open(const char *path, struct keep **k, struct err *e);
void keep_close(struct keep *k); // rolls back what was not committed; NULL is fine

// One transaction a command: everything between is kept together or not at all. `command` is what the journal names.
MUST_USE enum status keep_begin(struct keep *k, const char *command, struct err *e);
MUST_USE enum status keep_commit(struct keep *k, struct err *e);
// Who the journal says makes the changes from the next keep_begin on; it must live as long. NULL: HEARSAY_USER, or the
// user's name.
void keep_as(struct keep *k, const char *who);
void keep_cancel(struct keep *k); // as if there had been no keep_begin; after a failure in between

// Documents; id is the SHA-256 of the bytes. Adding one that the case has already does nothing and sets *known.
MUST_USE enum status keep_add_original(struct keep *k, const struct envelope *envelope, struct slice bytes,
				       const char *id, bool *known, struct err *e);
bool keep_has(struct keep *k, const char *id); // its original, its entry and what was derived
MUST_USE enum status keep_count(struct keep *k, size_t *originals, struct err *e);
MUST_USE enum status keep_original(struct arena *a, struct keep *k, const char *id, struct slice *bytes, struct err *e);
// What was read from an original. It can be made again, so the journal has its hashes alone.
MUST_USE enum status keep_put_derived(struct keep *k, const char *id, const struct node *document, struct err *e);

// The case: loads all items and derived documents, settled. Saving journals each item that differs from what is kept:
// put, delete, or a list's new order. A case that another command changed since it was loaded is refused.
MUST_USE enum status keep_load(struct arena *a, struct keep *k, struct the_case *c, struct err *e);
MUST_USE enum status keep_save(struct keep *k, const struct the_case *c, const char *why, struct err *e);

// Whether the journal ever held an item of that kind and id. A kind is the key of its list: "facts". Of kind
// "hypotheses" the id is "QUESTION.HYPOTHESIS".
bool keep_ever(struct keep *k, const char *kind, const char *id);

// How many entries the journal has, as it is on disk.
MUST_USE enum status keep_at(struct keep *k, long long *entries, struct err *e);
// Whether the case that was loaded or saved last is what the file has, as far as keep_at or keep_begin saw it.
bool keep_current(const struct keep *k);

// The journal.
struct keep_entry {
	long long row;
	const char *at, *who, *command, *op, *kind, *id, *body, *why, *hash; // body: JSON, or NULL
	long long step;   // the entry that began its transaction
	long long undoes; // the step that this one undoes or redoes; 0: none
};
struct keep_journal {
	LIST(struct keep_entry) entries;
};
MUST_USE enum status keep_log(struct arena *a, struct keep *k, struct keep_journal *out, struct err *e);
// As "text", a line each, or "json"; false for any other name.
bool keep_log_as(struct buf *out, const char *format, const struct keep_journal *journal);
// Walks the chain, compares count and head, and what is kept with what the journal says. STATUS_DAMAGED names the row.
MUST_USE enum status keep_verify(struct keep *k, struct err *e);
// "32 entries, head 9f2c41...", of the case as it was loaded, verified or committed last.
const char *keep_head(struct arena *a, struct keep *k);
// STATUS_CONFLICT, with who did it and when, where an entry after the first `base` ones is of an item: of this one, or
// of any that the running command changed. base below 0: whatever there is, is fine.
MUST_USE enum status keep_unchanged(struct keep *k, const char *kind, const char *id, long long base, struct err *e);
MUST_USE enum status keep_no_clash(struct keep *k, long long base, struct err *e);

// What one transaction did, as it may be undone.
struct keep_step {
	long long first, last, undoes;
	const char *who, *command, *why; // why: of its first entry
	bool adds;                       // documents, or the case itself
};
struct keep_change {
	const char *kind, *id;
	struct slice was, became, is; // the item's JSON before the step, after it, and now; at NULL: not there
};
struct keep_order {
	const char *kind;
	struct keep_ids_of {
		const char **at;
		size_t n;
	} was, became;
	bool moved; // by the step, beside what came and went
};
struct keep_changes {
	LIST(struct keep_change) items;
	LIST(struct keep_order) orders; // of the lists in which an item came, went or moved
};
// The step of who makes the running command that it would undo, or redo, and what that did. STATUS_NOT_FOUND says why
// there is none. The command is one that undoes it from then on.
MUST_USE enum status keep_undoes(struct arena *a, struct keep *k, bool redo, struct keep_step *step,
				 struct keep_changes *out, struct err *e);

// When the first and the last of its entries were made: "2024-03-02T10:11:12Z". NULL where there are none,
// or no case file.
MUST_USE enum status keep_times(struct arena *a, struct keep *k, const char **first, const char **last, struct err *e);

// Originals whose derived rows must be remade, oldest first: ids.
struct keep_ids {
	LIST(const char *) list;
};
MUST_USE enum status keep_documents(struct arena *a, struct keep *k, struct keep_ids *out, struct err *e);
// The index of the documents' texts, in segments (case/origin.h). It can be made again at any time, so the journal
// knows nothing of it.
MUST_USE enum status keep_segments(struct arena *a, struct keep *k, struct segments *out, struct err *e);
// Keeps the first `valid` segments and one more; none more where it is empty.
MUST_USE enum status keep_put_segment(struct keep *k, size_t valid, struct slice segment, struct err *e);
// What came with an original when it was added.
MUST_USE enum status keep_envelope(struct arena *a, struct keep *k, const char *id, struct envelope *out,
				   struct err *e);
// Drops and remakes the derived item table from the journal (documents are put again by the caller), and drops the
// index.
MUST_USE enum status keep_replay(struct keep *k, struct err *e);

#endif
