// YAML 1.2 in (libfyaml) and out: the plain subset that cases are written in. Anchors, aliases, tags and several
// documents in one file are refused by name. A plain yes or no is a text, as cases mean it.
#ifndef CASE_YAML_H
#define CASE_YAML_H

#include "case/node.h"

// Errors name line and column. Every node knows its line.
MUST_USE enum status yaml_read(struct arena *a, struct slice bytes, struct node **out, struct err *e);

// Block style, short lists and maps of scalars in flow style. Texts that another reader could take for something else
// (yes, no, 1e3, null, dates) are quoted.
void yaml_write(struct buf *b, const struct node *n);

#endif
