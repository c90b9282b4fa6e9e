// What is a person's name in what a page says of its authors, and what only stands around it.
#ifndef READ_AUTHOR_NAME_H
#define READ_AUTHOR_NAME_H

#include "read/html_clues.h"

// Where a name was found: the less sure the place, the more it must look like one.
enum author_name_in {
	AUTHOR_NAME_VALUE,   // a value for machines
	AUTHOR_NAME_ELEMENT, // an element called after authors: words with capitals
	AUTHOR_NAME_LINE,    // a line of text: two of them at least
};

// What stands between names: marks that end one for sure, and words that may be within an institution's name. Both end
// with NULL.
extern const char *const author_name_marks[], *const author_name_joins[];

// The next piece of *rest up to one of `between`, taking both off; false when nothing is left.
bool author_name_cut(struct slice *rest, const char *const *between, struct slice *piece);

size_t author_name_words(struct slice s);
bool author_name_has(const struct html_clues *c, enum page_class words,
		     struct slice s); // one of its words is of a class
bool author_name_is(const struct html_clues *c, struct slice s, enum author_name_in in);

struct slice author_name_strip(struct slice s);                                 // of points, dashes, brackets
struct slice author_name_behind_by(const struct html_clues *c, struct slice s); // of "Posted on 3 May 2019 by", too
struct slice author_name_until_end(const struct html_clues *c, struct slice s); // to a date, "in", "updated"
struct slice author_name_turn(const struct html_clues *c, struct slice s);      // "Lee, Ann" -> "Ann Lee"

#endif
