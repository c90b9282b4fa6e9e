// Changing the case of a handle: edits that are kept, edits that are only tried, and steps undone.
#ifndef CHANGE_H
#define CHANGE_H

#include "handle.h"

#include "edit.h"

// All edits as one transaction, or none. Where it fails, the case in memory is as it was.
MUST_USE enum status change_edit(struct hearsay *h, struct slice json, const char *why, long long base);

// The last step of who makes the changes, taken back or made again. `out` tells which.
MUST_USE enum status change_undo(struct hearsay *h, bool redo, struct buf *out);

// Between the two the handle's case is as the edits would make it. change_untry must follow, whether change_try failed
// or not.
struct change_trial {
	struct arena arena;
	struct the_case was;
	struct edit_was values;
	enum { CHANGE_NOTHING, CHANGE_VALUES, CHANGE_COPY } how;
};
MUST_USE enum status change_try(struct hearsay *h, struct slice json, struct change_trial *t);
void change_untry(struct hearsay *h, struct change_trial *t);

#endif
