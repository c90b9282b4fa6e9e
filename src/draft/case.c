#include "draft/draft.h"

#include <string.h>

static bool has_statement(const struct the_case *c, const char *id, const char *document)
{
	for (each (s, &c->statements))
		if (s->id && !strcmp(s->id, id) && s->document && !strcmp(s->document, document))
			return true;
	return false;
}

void draft_case(struct arena *a, struct the_case *c, const struct document *const *docs, size_t n,
		const struct tracing *t, bool (*seen)(void *context, const char *kind, const char *id), void *context)
{
	(void)t;
	for (size_t d = 0; d < n; d++)
		for (each (s, &docs[d]->statements))
			if (!has_statement(c, s->id, docs[d]->id) && !seen(context, "statements", s->id)) {
				struct statement *copy = list_add(a, &c->statements);
				*copy = *s;
				copy->document = docs[d]->id;
			}
}
