// What an importer has to say of a file: what it understood, what it had to assume, what it left out.
#ifndef CASE_REMARKS_H
#define CASE_REMARKS_H

#include "base/list.h"
#include "case/node.h"

enum remark_kind { REMARK_READ, REMARK_ASSUMED, REMARK_LEFT, REMARK_KINDS };

struct remark {
	enum remark_kind kind;
	const char *text;
};

struct remarks {
	struct remark *at;
	size_t n, room;
	size_t more[REMARK_KINDS]; // that were not kept: nobody reads so many
};

void remarks_add(struct arena *a, struct remarks *r, enum remark_kind kind, const char *fmt, ...) FORMAT(4, 5);

// "understood: ...", a line each, and back from a tree; false where it is none.
void remarks_print(struct buf *b, const struct remarks *r);
void remarks_write(struct arena *a, const struct remarks *r, struct node *map);
bool remarks_read(struct arena *a, const struct node *map, struct remarks *r);

#endif
