// Whether the journal holds, and whether the rest of the file is what it adds up to.
#include "keep/documents.h"
#include "keep/items.h"
#include "keep/schema.h"

#include <assert.h>
#include <string.h>

static enum status integrity(struct keep *k, struct err *e)
{
	struct query *q = sqlite_start(k->db, SQL_INTEGRITY);
	bool row;
	enum status s = sqlite_step(q, &row, e);
	if (s != STATUS_OK)
		return s;
	struct slice said = row ? sqlite_slice(q, 0) : slice_of("no answer");
	if (!slice_is(said, "ok"))
		s = err_set(e, STATUS_DAMAGED, "%s: the case file is damaged: %.*s", k->path,
			    (int)(said.len < 200 ? said.len : 200), said.at);
	sqlite_end(q);
	return s;
}

static enum status differ(struct keep *k, const struct item *it, const char *what, struct err *e)
{
	return err_set(e, STATUS_DAMAGED, "%s: item %s %s: %s; `hearsay rebuild` puts back what the journal says",
		       k->path, it->kind, it->id, what);
}

// Both lists are by kind and id.
static enum status compare(struct keep *k, const struct items *kept, const struct items *told, struct err *e)
{
	size_t i = 0, j = 0;
	while (i < kept->list.n || j < told->list.n) {
		const struct item *a = i < kept->list.n ? &kept->list.at[i] : NULL,
				  *b = j < told->list.n ? &told->list.at[j] : NULL;
		int kinds = a && b ? strcmp(a->kind, b->kind) : a ? -1 : 1;
		int order = kinds || !a || !b ? kinds : strcmp(a->id, b->id);
		if (order < 0)
			return differ(k, a, "is kept, but the journal does not have it", e);
		if (order > 0)
			return differ(k, b, "is in the journal, but it is not kept", e);
		if (a->body.len != b->body.len || memcmp(a->body.at, b->body.at, a->body.len) != 0)
			return differ(k, a, "is not as the journal says", e);
		if (a->position != b->position)
			return differ(k, a, "is in another place than the journal says", e);
		i++;
		j++;
	}
	return STATUS_OK;
}

static enum status verify_items(struct keep *k, struct err *e)
{
	struct arena scratch = { 0 };
	struct sqlite *model = NULL;
	struct items kept = { 0 }, told = { 0 };
	enum status s = sqlite_open(&scratch, NULL, k->path, OPEN_MEMORY, &model, e);
	if (s == STATUS_OK)
		s = schema_make(model, schema_newest(), e);
	if (s == STATUS_OK)
		s = items_replay(k->db, model, k->path, e);
	if (s == STATUS_OK)
		s = items_read(&scratch, k->db, true, &kept, e);
	if (s == STATUS_OK)
		s = items_read(&scratch, model, true, &told, e);
	if (s == STATUS_OK)
		s = compare(k, &kept, &told, e);
	sqlite_close(model);
	arena_free(&scratch);
	return s;
}

// Each entry belongs to the step before it, or begins one.
static enum status verify_steps(struct keep *k, struct err *e)
{
	long long row;
	enum status s = sqlite_ask(k->db, SQL_STEP_WRONG, &row, e);
	if (s != STATUS_OK || !row)
		return s;
	return err_set(e, STATUS_DAMAGED, "%s: journal: row %lld: where its step begins is not as it was written",
		       k->path, row);
}

static enum status verify_all(struct keep *k, struct err *e)
{
	enum status s = journal_verify(k->db, k->path, e);
	if (s == STATUS_OK)
		s = journal_head(k->db, k->path, &k->head, e);
	if (s == STATUS_OK)
		s = verify_items(k, e);
	if (s == STATUS_OK)
		s = documents_verify(k, e);
	if (s == STATUS_OK)
		s = verify_steps(k, e);
	return s == STATUS_OK ? integrity(k, e) : s;
}

enum status keep_verify(struct keep *k, struct err *e)
{
	enum status s = keep_look(k, e);
	if (s != STATUS_OK)
		return s;
	s = verify_all(k, e);
	keep_looked(k);
	return s;
}

enum status keep_replay(struct keep *k, struct err *e)
{
	assert(k->changing);
	enum status s = journal_verify(k->db, k->path, e);
	if (s == STATUS_OK)
		s = sqlite_run(sqlite_start(k->db, SQL_ITEMS_CLEAR), e);
	if (s == STATUS_OK)
		s = keep_put_segment(k, 0, (struct slice){ 0 }, e);
	return s == STATUS_OK ? items_replay(k->db, k->db, k->path, e) : s;
}
