// A step is what one transaction entered. Which one is undone next follows from the journal alone: a user's steps are
// walked from the first, an undo takes the last that is not undone off, a redo puts it back, and any other step ends
// what could be redone. Adding documents is never undone and hides nothing; what makes the case anew ends it all.
//
// What a step did is read from two states of the items, before it and after it, made by replaying the journal.
#include "keep/handle.h"

#include "keep/items.h"
#include "keep/schema.h"

#include <assert.h>
#include <string.h>

struct history {
	LIST(struct keep_step) done, undone; // the last first to go
	const char *wall;                    // the command that no step before is undone for, or NULL
};

static struct keep_step pop(struct history *h, bool redo)
{
	return redo ? h->undone.at[--h->undone.n] : h->done.at[--h->done.n];
}

static void walk(struct arena *a, struct history *h, const struct keep_step *step)
{
	bool redo = !strcmp(step->command, "redo");
	if (redo || !strcmp(step->command, "undo")) {
		if (redo ? h->undone.n : h->done.n) {
			struct keep_step moved = pop(h, redo);
			*(redo ? list_add(a, &h->done) : list_add(a, &h->undone)) = moved;
		}
		return;
	}
	if (step->adds && !strcmp(step->command, "add"))
		return;
	h->undone.n = 0;
	if (step->adds || !strcmp(step->command, "import") || !strcmp(step->command, "rebuild")) {
		h->done.n = 0;
		h->wall = step->command;
		return;
	}
	list_push(a, &h->done, *step);
}

static enum status history_of(struct arena *a, struct keep *k, struct history *h, struct err *e)
{
	struct keep_journal journal = { 0 };
	struct keep_step step = { 0 };
	enum status s = keep_log(a, k, &journal, e);
	for (each (x, &journal.entries)) {
		if (x->step != step.first) {
			if (step.first && !strcmp(step.who, k->who))
				walk(a, h, &step);
			step = (struct keep_step){ x->step, 0, x->undoes, x->who, x->command, x->why, false };
		}
		step.last = x->row;
		step.adds |= !strcmp(x->op, "create") || !strcmp(x->op, "add") || !strcmp(x->op, "derive") ||
			     !strcmp(x->kind, "documents");
	}
	if (step.first && !strcmp(step.who, k->who))
		walk(a, h, &step);
	return s;
}

static enum status nothing(struct keep *k, const struct history *h, bool redo, struct err *e)
{
	if (redo)
		return err_set(e, STATUS_NOT_FOUND, "%s has undone nothing that could be done again", k->who);
	if (h->wall)
		return err_set(e, STATUS_NOT_FOUND, "the last step of %s is '%s', which is not undone", k->who,
			       h->wall);
	return err_set(e, STATUS_NOT_FOUND, "%s has done nothing that could be undone", k->who);
}

// --- what it did ---

struct states {
	struct items was, became, is;
};

static enum status read_states(struct arena *a, struct keep *k, const struct keep_step *step, struct states *out,
			       struct err *e)
{
	struct sqlite *model = NULL;
	long long done = 0;
	enum status s = sqlite_open(a, NULL, k->path, OPEN_MEMORY, &model, e);
	s = s ? s : schema_make(model, schema_newest(), e);
	s = s ? s : items_replay_to(k->db, model, k->path, &done, step->first - 1, e);
	s = s ? s : items_read(a, model, false, &out->was, e);
	s = s ? s : items_replay_to(k->db, model, k->path, &done, step->last, e);
	s = s ? s : items_read(a, model, false, &out->became, e);
	s = s ? s : items_read(a, k->db, false, &out->is, e);
	sqlite_close(model);
	return s;
}

static struct slice body_of(const struct items *items, const char *kind, const char *id)
{
	for (each (it, &items->list))
		if (!strcmp(it->id, id) && !strcmp(it->kind, kind))
			return it->body;
	return (struct slice){ NULL, 0 };
}

static struct keep_ids_of ids_of(struct arena *a, const struct items *items, const char *kind)
{
	struct keep_ids_of ids = { arena_array(a, const char *, items->list.n + 1), 0 };
	for (each (it, &items->list))
		if (!strcmp(it->kind, kind))
			ids.at[ids.n++] = it->id;
	return ids;
}

static void add_order(struct arena *a, const struct states *x, const char *kind, bool moved, struct keep_changes *out)
{
	for (each (o, &out->orders))
		if (!strcmp(o->kind, kind)) {
			o->moved |= moved;
			return;
		}
	list_push(a, &out->orders,
		  ((struct keep_order){ kind, ids_of(a, &x->was, kind), ids_of(a, &x->became, kind), moved }));
}

// Each item that its entries name, once.
static enum status changes_of(struct arena *a, struct keep *k, const struct keep_step *step, const struct states *x,
			      struct keep_changes *out, struct err *e)
{
	struct keep_journal journal = { 0 };
	enum status s = keep_log(a, k, &journal, e);
	for (each (entry, &journal.entries)) {
		if (entry->row < step->first || entry->row > step->last)
			continue;
		if (!strcmp(entry->op, "order")) {
			add_order(a, x, entry->kind, true, out);
			continue;
		}
		struct keep_change c = { .kind = entry->kind, .id = entry->id };
		c.was = body_of(&x->was, c.kind, c.id);
		c.became = body_of(&x->became, c.kind, c.id);
		c.is = body_of(&x->is, c.kind, c.id);
		if (!c.was.at != !c.became.at)
			add_order(a, x, c.kind, false, out);
		list_push(a, &out->items, c);
	}
	return s;
}

enum status keep_undoes(struct arena *a, struct keep *k, bool redo, struct keep_step *step, struct keep_changes *out,
			struct err *e)
{
	struct history h = { 0 };
	struct states x = { 0 };
	assert(k->changing && !k->stepped);
	enum status s = history_of(a, k, &h, e);
	if (s != STATUS_OK)
		return s;
	if (redo ? !h.undone.n : !h.done.n)
		return nothing(k, &h, redo, e);
	*step = pop(&h, redo);
	s = read_states(a, k, step, &x, e);
	s = s ? s : changes_of(a, k, step, &x, out, e);
	k->undoes = step->first;
	return s;
}
