// The case as a tree of nodes, and back: the same keys in YAML and JSON.
#ifndef CASE_FORMAT_H
#define CASE_FORMAT_H

#include "case/case.h"

// Reads and settles. Errors name line (where known) and key: "line 14: facts.chatter.if.staged: no such word: likly".
// `known` (or NULL) is a case whose documents are at hand: all of them are taken over, texts included, so that the
// offsets of statements can be counted; entries of the file that are not among them are kept as they stand.
MUST_USE enum status format_read_case(struct arena *a, const struct node *n, const struct the_case *known,
				      struct the_case *c, struct err *e);

// Everything that was entered, in order; what is default and was not entered stays out. Documents without their text.
struct node *format_write_case(struct arena *a, const struct the_case *c);

// Single items, as the case file keeps them; kind is the key of their list ("facts").
MUST_USE enum status format_read_item(struct arena *a, const char *kind, const struct node *n, struct the_case *c,
					  struct err *e);
struct node *format_write_item(struct arena *a, const struct the_case *c, const char *kind, size_t at);

#endif
