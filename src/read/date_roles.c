#include "read/date_roles.h"

#include "read/sentence.h"

#include "base/search.h"

#include <stdlib.h>
#include <string.h>

// What is said in the text, by statements and attributions, in the order in which it begins.
static int by_place(const void *a, const void *b)
{
	const span *x = a, *y = b;
	return (x->from > y->from) - (x->from < y->from);
}

// Whether something is said in a sentence beside a date, and nothing with the date in it.
static bool is_beside(const span *said, size_t n, span sentence, span date)
{
	size_t i = search_first(n, k, said[k].from < sentence.from);
	bool beside = false;
	for (; i < n && said[i].from < sentence.to; i++) {
		if (said[i].from <= date.from && date.to <= said[i].to)
			return false;
		beside = true;
	}
	return beside;
}

void date_roles_settle(struct document *d)
{
	struct arena scratch = { 0 };
	size_t n = 0, most = d->statements.n + d->attributions.n;
	span *said = arena_array(&scratch, span, most + 1);
	for (each (s, &d->statements))
		said[n++] = s->content.at[0];
	for (each (t, &d->attributions))
		if (t->content.n)
			said[n++] = t->content.at[0];
	if (n)
		qsort(said, n, sizeof *said, by_place);
	for (each (row, &d->dates)) {
		bool day = strlen(row->value) >= 7;
		if (row->original || row->role != DATE_ROLE_other || !day)
			continue;
		if (is_beside(said, n, d->sentences.at[sentence_at(d, row->at.from)], row->at))
			row->role = DATE_ROLE_statement;
	}
	arena_free(&scratch);
}
