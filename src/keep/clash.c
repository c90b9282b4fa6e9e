// Whether an item is still as somebody saw it who looked at the first `base` entries of the journal.
#include "keep/handle.h"

#include <string.h>

// "2026-01-31T14:03:00Z" -> "14:03 UTC", with the day where that is another than today.
static const char *moment(struct arena *a, const struct keep *k, struct slice at)
{
	const char *text = arena_copy(a, at.at ? at.at : "", at.len);
	if (strlen(text) < sizeof "2026-01-31T14:03" - 1)
		return text;
	bool today = k->at && !strncmp(k->at, text, sizeof "2026-01-31" - 1);
	return today ? arena_printf(a, "%.5s UTC", text + 11) : arena_printf(a, "%.5s UTC on %.10s", text + 11, text);
}

// The rows of both questions are alike: number, time, user, what was done, kind and id.
static enum status tell(struct keep *k, struct query *q, struct err *e)
{
	struct arena a = { 0 };
	bool row;
	enum status s = sqlite_step(q, &row, e);
	if (s == STATUS_OK && row) {
		struct slice who = sqlite_slice(q, 2), kind = sqlite_slice(q, 4), id = sqlite_slice(q, 5);
		const char *name = arena_printf(&a, "%.*s.%.*s", (int)kind.len, kind.at, (int)id.len, id.at);
		s = err_set(e, STATUS_CONFLICT, "%s was %s by %.*s at %s (entry %lld)",
			    slice_is(kind, "case") ? "the head of the case" : name,
			    slice_is(sqlite_slice(q, 3), "delete") ? "removed" : "changed", (int)who.len, who.at,
			    moment(&a, k, sqlite_slice(q, 1)), sqlite_number(q, 0));
		sqlite_end(q);
	}
	arena_free(&a);
	return s;
}

enum status keep_unchanged(struct keep *k, const char *kind, const char *id, long long base, struct err *e)
{
	if (base < 0)
		return STATUS_OK;
	struct query *q = sqlite_start(k->db, SQL_ENTRY_LATER);
	sqlite_bind_text(q, kind);
	sqlite_bind_text(q, id);
	sqlite_bind_number(q, base);
	return tell(k, q, e);
}

enum status keep_no_clash(struct keep *k, long long base, struct err *e)
{
	if (base < 0)
		return STATUS_OK;
	struct query *q = sqlite_start(k->db, SQL_ENTRY_CLASH);
	sqlite_bind_number(q, k->head_before.count);
	sqlite_bind_number(q, base);
	return tell(k, q, e);
}
