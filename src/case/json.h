// JSON in (jansson) and out.
#ifndef CASE_JSON_H
#define CASE_JSON_H

#include "case/node.h"

// One JSON value; UTF-8, no duplicate keys, no NUL inside a string, bounded nesting. Errors name line and column.
MUST_USE enum status json_read(struct arena *a, struct slice bytes, struct node **out, struct err *e);

void json_write(struct buf *b, const struct node *n);        // on one line, no spaces
void json_write_pretty(struct buf *b, const struct node *n); // indented; short lists and maps on one line; ends with LF
void json_write_text(struct buf *b, const char *text);       // a string, in quotes

#endif
