#include "case/remarks.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

enum { MOST = 100, ROOM = 700 }; // of a kind; bytes of one

static const char *const keys[REMARK_KINDS] = { "understood", "assumed", "left_out" };
static const char *const heads[REMARK_KINDS] = { "understood", "assumed", "left out" };

static size_t count(const struct remarks *r, enum remark_kind kind)
{
	size_t n = 0;
	for (size_t i = 0; i < r->n; i++)
		n += r->at[i].kind == kind;
	return n;
}

void remarks_add(struct arena *a, struct remarks *r, enum remark_kind kind, const char *fmt, ...)
{
	char text[ROOM];
	va_list ap;
	if (r->more[kind] || count(r, kind) >= MOST) {
		r->more[kind]++;
		return;
	}
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	list_push(a, r, ((struct remark){ kind, utf8_clean(a, text) }));
}

void remarks_print(struct buf *b, const struct remarks *r)
{
	for (int kind = 0; kind < REMARK_KINDS; kind++) {
		for (size_t i = 0; i < r->n; i++)
			if ((int)r->at[i].kind == kind)
				buf_printf(b, "%s: %s\n", heads[kind], r->at[i].text);
		if (r->more[kind])
			buf_printf(b, "%s: and %zu more of this kind\n", heads[kind], r->more[kind]);
	}
}

void remarks_write(struct arena *a, const struct remarks *r, struct node *map)
{
	for (int kind = 0; kind < REMARK_KINDS; kind++) {
		struct node *list = node_put_list(a, map, keys[kind]);
		for (size_t i = 0; i < r->n; i++)
			if ((int)r->at[i].kind == kind)
				node_add(list, node_text(a, r->at[i].text));
		if (r->more[kind])
			node_add(list, node_text(a, arena_printf(a, "and %zu more of this kind", r->more[kind])));
	}
}

bool remarks_read(struct arena *a, const struct node *map, struct remarks *r)
{
	*r = (struct remarks){ 0 };
	for (int kind = 0; kind < REMARK_KINDS; kind++)
		for (node_each (n, node_get(map, keys[kind]))) {
			if (n->kind != NODE_TEXT)
				return false;
			list_push(a, r, ((struct remark){ (enum remark_kind)kind, n->text }));
		}
	return true;
}
