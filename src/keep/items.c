#include "keep/items.h"

#include "base/utf8.h"
#include "case/json.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum status items_read(struct arena *a, struct sqlite *db, bool by_id, struct items *out, struct err *e)
{
	struct query *q = sqlite_start(db, by_id ? SQL_ITEMS_BY_ID : SQL_ITEMS);
	for (;;) {
		bool row;
		enum status s = sqlite_step(q, &row, e);
		if (s != STATUS_OK || !row)
			return s;
		struct slice kind = sqlite_slice(q, 0), id = sqlite_slice(q, 1), body = sqlite_slice(q, 3);
		*list_add(a, &out->list) = (struct item){
			.kind = arena_copy(a, kind.at, kind.len),
			.id = arena_copy(a, id.at, id.len),
			.body = { arena_copy(a, body.at, body.len), body.len },
			.position = sqlite_number(q, 2),
		};
	}
}

enum status items_parse(struct arena *a, const char *name, const struct item *it, struct node **out, struct err *e)
{
	struct err why;
	if (json_read(a, it->body, out, &why) == STATUS_OK)
		return STATUS_OK;
	return err_set(e, STATUS_DAMAGED, "%s: kept item %s %s: %s", name, it->kind, it->id, why.text);
}

static enum status put(struct sqlite *db, const struct entry *row, struct err *e)
{
	struct query *q = sqlite_start(db, SQL_ITEM_PUT);
	sqlite_bind_slice(q, row->field[ENTRY_kind]);
	sqlite_bind_slice(q, row->field[ENTRY_id]);
	sqlite_bind_slice(q, row->field[ENTRY_body]);
	return sqlite_run(q, e);
}

static enum status take_out(struct sqlite *db, const struct entry *row, struct err *e)
{
	struct query *q = sqlite_start(db, SQL_ITEM_DELETE);
	sqlite_bind_slice(q, row->field[ENTRY_kind]);
	sqlite_bind_slice(q, row->field[ENTRY_id]);
	return sqlite_run(q, e);
}

// The body lists the ids of the kind in their new order.
static enum status order(struct sqlite *db, const char *name, const struct entry *row, struct err *e)
{
	struct arena scratch = { 0 };
	struct node *ids;
	enum status s = json_read(&scratch, row->field[ENTRY_body], &ids, e);
	if (s != STATUS_OK)
		s = err_set(e, STATUS_DAMAGED, "%s: journal: row %lld: its body is no JSON", name, row->seq);
	long long position = 0;
	for (const struct node *id = s == STATUS_OK ? ids->first : NULL; id && s == STATUS_OK; id = id->next) {
		struct query *q = sqlite_start(db, SQL_ITEM_MOVE);
		sqlite_bind_number(q, ++position);
		sqlite_bind_slice(q, row->field[ENTRY_kind]);
		sqlite_bind_text(q, id->text);
		s = sqlite_run(q, e);
	}
	arena_free(&scratch);
	return s;
}

enum status items_apply(struct sqlite *db, const char *name, const struct entry *row, struct err *e)
{
	struct slice op = row->field[ENTRY_op];
	bool has_body = row->field[ENTRY_body].at;
	if (slice_is(op, "put") && has_body)
		return put(db, row, e);
	if (slice_is(op, "delete"))
		return take_out(db, row, e);
	if (slice_is(op, "order") && has_body)
		return order(db, name, row, e);
	if (slice_is(op, "create") || slice_is(op, "add") || slice_is(op, "derive"))
		return STATUS_OK;
	return err_set(e, STATUS_DAMAGED, "%s: journal: row %lld: says nothing that can be done", name, row->seq);
}

enum status items_replay_to(struct sqlite *from, struct sqlite *to, const char *name, long long *done, long long last,
			    struct err *e)
{
	struct query *q = sqlite_start(from, SQL_ENTRIES);
	struct entry row = { 0 };
	bool more = true;
	enum status s = STATUS_OK;
	while (s == STATUS_OK && more && row.seq < last)
		if ((s = journal_next(q, &row, &more, e)) == STATUS_OK && more && row.seq > *done && row.seq <= last)
			s = items_apply(to, name, &row, e);
	sqlite_end(q);
	*done = last;
	return s;
}

enum status items_replay(struct sqlite *from, struct sqlite *to, const char *name, struct err *e)
{
	long long done = 0;
	return items_replay_to(from, to, name, &done, INT64_MAX, e);
}

enum status items_change(struct keep *k, const char *op, const char *kind, const char *id, const char *body,
			 const char *why, struct err *e)
{
	struct entry row = { 0 };
	row.field[ENTRY_op] = slice_of(op);
	row.field[ENTRY_kind] = slice_of(kind);
	row.field[ENTRY_id] = slice_of(id);
	row.field[ENTRY_body] = body ? slice_of(body) : (struct slice){ NULL, 0 };
	row.field[ENTRY_why] = slice_of(why ? utf8_clean(&k->work, why) : "");
	enum status s = keep_enter(k, &row, e);
	return s == STATUS_OK ? items_apply(k->db, k->path, &row, e) : s;
}
