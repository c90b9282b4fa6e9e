// A few attributes are compared each with each; many are sorted first, so that 100,000 of them take no time.
#include "read/html_dedupe.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FEW = 16 };

struct named {
	const char *text;
	bool exact;
	const struct html_attr *attr;
};

static int by_name(const struct named *x, const struct named *y)
{
	span a = x->attr->name, b = y->attr->name;
	if (span_len(a) != span_len(b))
		return span_len(a) < span_len(b) ? -1 : 1;
	const char *p = x->text + a.from, *q = x->text + b.from;
	return x->exact ? memcmp(p, q, span_len(a)) : strncasecmp(p, q, span_len(a));
}

// By name, then by place.
static int by_name_and_place(const void *x, const void *y)
{
	const struct named *a = x, *b = y;
	int order = by_name(a, b);
	return order ? order : a->attr->name.from < b->attr->name.from ? -1 : 1;
}

static void mark_among_few(const struct named *n, size_t count, bool *again)
{
	for (size_t i = 1; i < count; i++)
		for (size_t j = 0; j < i && !again[i]; j++)
			again[i] = !by_name(&n[i], &n[j]);
}

static void mark_among_many(struct named *n, size_t count, const struct html_attr *first, bool *again)
{
	qsort(n, count, sizeof *n, by_name_and_place);
	for (size_t i = 1; i < count; i++)
		again[n[i].attr - first] = !by_name(&n[i], &n[i - 1]);
}

void html_dedupe(struct arena *a, const char *text, struct html_attrs *attrs, size_t first, bool exact)
{
	size_t count = attrs->n - first;
	struct named few[FEW], *n = few;
	bool few_again[FEW] = { false }, *again = few_again;
	if (count < 2)
		return;
	if (count > FEW) {
		n = arena_array(a, struct named, count);
		again = arena_array(a, bool, count);
	}
	struct html_attr *at = attrs->at + first;
	for (size_t i = 0; i < count; i++)
		n[i] = (struct named){ text, exact, &at[i] };
	if (count > FEW)
		mark_among_many(n, count, at, again);
	else
		mark_among_few(n, count, again);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (!again[i])
			at[kept++] = at[i];
	attrs->n = first + kept;
}
