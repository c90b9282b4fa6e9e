// One thing that a draft proposes, told to a person: what it says, the words it rests on, the one field worth editing.
#ifndef DRAFT_ITEM_H
#define DRAFT_ITEM_H

#include "base/buf.h"
#include "case/case.h"

enum item_kind {
	ITEM_ASSUMPTION,
	ITEM_QUESTION,
	ITEM_HYPOTHESIS,
	ITEM_FACT,
	ITEM_SOURCE,
	ITEM_REPORT,
	ITEM_JUDGEMENT,
};

// Holds until an item of its kind is added to the case or removed from it.
struct drafted_item {
	enum item_kind kind;
	size_t at, hyp; // index in the list of the kind; hyp: of a hypothesis, in its question `at`
};

struct drafted_items {
	LIST(struct drafted_item) list;
};

// All items with a mark of being drafted, in file order.
void item_all(struct arena *a, const struct the_case *c, struct drafted_items *out);

// "facts.chatter", "questions.who.staged", and back; STATUS_NOT_FOUND where the case has no such drafted item.
const char *item_place(struct arena *a, const struct the_case *c, const struct drafted_item *i);
MUST_USE enum status item_find(const struct the_case *c, const char *place, struct drafted_item *out, struct err *e);

// Where its mark stands.
bool *item_mark(const struct the_case *c, const struct drafted_item *i);

// The field that is worth editing, its value as text ("" where there is none), and where a text field stands: NULL for
// one that place_set knows how to read.
struct item_field {
	const char *name, *value;
	const char **text;
};
struct item_field item_field_of(struct arena *a, const struct the_case *c, const struct drafted_item *i);

// The surest statement it rests on; NULL: none.
const struct statement *item_statement(const struct the_case *c, const struct drafted_item *i);

// What it says, the exact words and where they stand, how sure the reading is, and why: a line each.
void item_print(struct buf *b, const struct the_case *c, const struct drafted_item *i);

#endif
