// Items as tables of fields: one row a key, from which reading, writing and the refusal of unknown keys are made.
#ifndef CASE_FIELD_H
#define CASE_FIELD_H

#include "case/case.h"

// Where an item is being read: for its errors, which begin "line 14: facts.chatter.if: ".
struct where {
	struct arena *arena;
	const char *place;
	struct err *err;
};

enum field_kind {
	FIELD_TEXT,   // const char *, NULL where absent
	FIELD_FLAG,   // bool, false where absent
	FIELD_OPEN,   // bool, true where absent
	FIELD_TRI,    // int: 1 yes, 0 no, -1 absent
	FIELD_INT,    // int, not negative; -1 where absent
	FIELD_NUMBER, // double, not negative; 0 where absent
	FIELD_DATE,   // struct date
	FIELD_REF,    // struct ref, id NULL where absent
	FIELD_REFS,   // struct refs; a single text is a list of one
	FIELD_VALUE,  // struct value, VALUE_NONE where absent
	FIELD_HOLDS,  // struct value that may be yes or no; yes where absent
	FIELD_OWN,    // read and written by its own two functions
};

struct field {
	const char *key; // NULL ends the table
	enum field_kind kind;
	size_t offset;   // in the item's struct
	enum status (*read)(const struct where *w, const struct node *n, void *into);
	struct node *(*write)(struct arena *a, const void *from); // NULL: nothing to write
};

// Fills an item from a map. Every field is set, absent ones to what stands above.
MUST_USE enum status field_read_all(const struct where *w, const struct field *table, const struct node *n, void *item);

// Writes what is not absent, in the table's order, into `map`.
void field_write_all(struct arena *a, const struct field *table, const void *item, struct node *map);

// "line 14: PLACE: sentence"
enum status field_fail(const struct where *w, const struct node *n, const char *fmt, ...) FORMAT(3, 4);
// The same prefix before a sentence that is already set.
enum status field_fail_within(const struct where *w, const struct node *n);

// A place below this one: "facts.chatter" and "if" give "facts.chatter.if".
struct where field_below(const struct where *w, const char *key);
struct where field_at(const struct where *w, size_t index); // "facts[2]"

// The id or text of a node: a text as it is, a bool as "yes" or "no", a whole number as written; NULL for others.
const char *field_word(struct arena *a, const struct node *n);

#endif
