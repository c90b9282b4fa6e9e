// What the journal tells to people and to the other parts.
#include "keep/handle.h"

#include "base/utf8.h"
#include "case/json.h"

#include <assert.h>
#include <string.h>

// A field of a row for a reader: text, or the file was changed by another hand.
static enum status field(struct arena *a, struct keep *k, const struct entry *row, struct slice f, const char **out,
			 struct err *e)
{
	if (utf8_valid(f.at ? f.at : "", f.len) < f.len || (f.len && memchr(f.at, 0, f.len)))
		return err_set(e, STATUS_DAMAGED, "%s: journal: row %lld is no text", k->path, row->seq);
	*out = arena_copy(a, f.at, f.len);
	return STATUS_OK;
}

static enum status tell(struct arena *a, struct keep *k, const struct entry *row, struct keep_entry *out, struct err *e)
{
	const char *text[ENTRY_count], *hash;
	for (int i = 0; i < ENTRY_count; i++) {
		enum status s = field(a, k, row, row->field[i], &text[i], e);
		if (s != STATUS_OK)
			return s;
	}
	enum status s = field(a, k, row, row->hash, &hash, e);
	*out = (struct keep_entry){
		.row = row->seq,
		.at = text[ENTRY_at],
		.who = text[ENTRY_who],
		.command = text[ENTRY_command],
		.op = text[ENTRY_op],
		.kind = text[ENTRY_kind],
		.id = text[ENTRY_id],
		.body = row->field[ENTRY_body].at ? text[ENTRY_body] : NULL,
		.why = text[ENTRY_why],
		.hash = hash,
	};
	return s;
}

// Which step each entry belongs to; both are in order.
static enum status tell_steps(struct keep *k, struct keep_journal *out, struct err *e)
{
	struct query *q = sqlite_start(k->db, SQL_STEPS);
	long long first = 0, undoes = 0;
	bool row = true;
	enum status s = STATUS_OK;
	size_t i = 0;
	while (s == STATUS_OK && row) {
		s = sqlite_step(q, &row, e);
		long long next = s == STATUS_OK && row ? sqlite_number(q, 0) : 0;
		for (; s == STATUS_OK && i < out->entries.n && (!row || out->entries.at[i].row < next); i++) {
			out->entries.at[i].step = first;
			out->entries.at[i].undoes = undoes;
		}
		first = next;
		undoes = s == STATUS_OK && row ? sqlite_number(q, 1) : 0;
	}
	return s;
}

static enum status all(struct arena *a, struct keep *k, struct keep_journal *out, struct err *e)
{
	struct query *q = sqlite_start(k->db, SQL_ENTRIES);
	struct entry row;
	bool more = true;
	enum status s = STATUS_OK;
	while (s == STATUS_OK && more)
		if ((s = journal_next(q, &row, &more, e)) == STATUS_OK && more)
			s = tell(a, k, &row, list_add(a, &out->entries), e);
	sqlite_end(q);
	return s == STATUS_OK ? tell_steps(k, out, e) : s;
}

enum status keep_log(struct arena *a, struct keep *k, struct keep_journal *out, struct err *e)
{
	enum status s = keep_look(k, e);
	if (s != STATUS_OK)
		return s;
	s = all(a, k, out, e);
	keep_looked(k);
	return s;
}

// What was put, so that who reads can tell what changed. A body that is no JSON is told by keep_verify, not here.
static void write_item(struct arena *a, struct node *n, const struct keep_entry *x)
{
	struct err ignored = { 0 };
	struct node *item;
	if (x->body && !strcmp(x->op, "put") && json_read(a, slice_of(x->body), &item, &ignored) == STATUS_OK)
		node_put(a, n, "item", item);
}

static struct node *write_entries(struct arena *a, const struct keep_journal *journal)
{
	struct node *list = node_list(a);
	for (each (x, &journal->entries)) {
		struct node *n = node_add(list, node_map(a));
		node_put_number(a, n, "row", (double)x->row);
		node_put_text(a, n, "at", x->at);
		node_put_text(a, n, "who", x->who);
		node_put_text(a, n, "command", x->command);
		node_put_text(a, n, "op", x->op);
		node_put_text(a, n, "kind", x->kind);
		node_put_text(a, n, "id", x->id);
		node_put_text(a, n, "why", x->why);
		node_put_text(a, n, "hash", x->hash);
		node_put_number(a, n, "step", (double)x->step);
		if (x->undoes)
			node_put_number(a, n, "undoes", (double)x->undoes);
		write_item(a, n, x);
	}
	return list;
}

static void print_entries(struct buf *b, const struct keep_journal *journal)
{
	for (each (x, &journal->entries))
		buf_printf(b, "%5lld  %s  %-10s %-8s %-7s %s%s%s%s%s\n", x->row, x->at, x->who, x->command, x->op,
			   x->kind, *x->id ? "." : "", x->id, *x->why ? ": " : "", x->why);
}

bool keep_log_as(struct buf *out, const char *format, const struct keep_journal *journal)
{
	if (!strcmp(format, "json"))
		json_write_pretty(out, write_entries(out->arena, journal));
	else if (!strcmp(format, "text"))
		print_entries(out, journal);
	else
		return false;
	return true;
}

const char *keep_head(struct arena *a, struct keep *k)
{
	assert(*k->head.hash);
	return arena_printf(a, "%lld entries, head %s", k->head.count, k->head.hash);
}

// Whether a question ever had a hypothesis; `id` is "QUESTION.HYPOTHESIS".
static bool ever_hypothesis(struct keep *k, const char *id)
{
	struct arena scratch = { 0 };
	const char *dot = strchr(id, '.');
	struct query *q = sqlite_start(k->db, SQL_ENTRY_PUTS);
	sqlite_bind_text(q, "questions");
	sqlite_bind_text(q, dot ? arena_copy(&scratch, id, (size_t)(dot - id)) : "");
	struct err ignored;
	bool row, ever = false;
	while (!ever && sqlite_step(q, &row, &ignored) == STATUS_OK && row) {
		struct node *question;
		if (json_read(&scratch, sqlite_slice(q, 0), &question, &ignored) != STATUS_OK)
			continue;
		for (node_each (h, node_get(question, "hypotheses"))) {
			const char *name = node_get_text(h, "id");
			ever = ever || (dot && name && !strcmp(name, dot + 1));
		}
	}
	sqlite_end(q);
	arena_free(&scratch);
	return ever;
}

bool keep_ever(struct keep *k, const char *kind, const char *id)
{
	if (!strcmp(kind, "hypotheses"))
		return ever_hypothesis(k, id);
	struct query *q = sqlite_start(k->db, SQL_ENTRY_EVER);
	sqlite_bind_text(q, kind);
	sqlite_bind_text(q, id);
	struct err ignored;
	bool row, ever = false;
	if (sqlite_step(q, &row, &ignored) == STATUS_OK && row)
		ever = sqlite_number(q, 0);
	sqlite_end(q);
	return ever;
}

enum status keep_times(struct arena *a, struct keep *k, const char **first, const char **last, struct err *e)
{
	*first = *last = NULL;
	if (!k)
		return STATUS_OK;
	struct query *q = sqlite_start(k->db, SQL_ENTRY_TIMES);
	enum status s;
	bool row;
	while ((s = sqlite_step(q, &row, e)) == STATUS_OK && row) {
		struct slice at = sqlite_slice(q, 0);
		*last = arena_copy(a, at.at ? at.at : "", at.len);
		*first = *first ? *first : *last;
	}
	return s;
}
