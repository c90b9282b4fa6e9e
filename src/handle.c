#include "handle.h"

struct arena *handle_begin(struct hearsay *h)
{
	arena_free(&h->scratch);
	h->err = (struct err){ .status = STATUS_OK };
	return &h->scratch;
}

int handle_give(struct buf *b, const char **bytes, size_t *n)
{
	*bytes = buf_str(b);
	*n = b->n;
	return STATUS_OK;
}

int handle_no_format(struct hearsay *h, const char *format, const char *known)
{
	return (int)err_set(&h->err, STATUS_USAGE, "there is no format '%.40s' here; %s", format, known);
}

void handle_forget_traces(struct hearsay *h)
{
	h->traced = (struct tracing){ 0 };
	h->traced_documents = NULL;
	arena_free(&h->traces);
}

void handle_forget(struct hearsay *h)
{
	h->loaded = false;
	h->c = (struct the_case){ .imprecision = -1 };
	handle_forget_traces(h); // they may be of its documents
	arena_free(&h->edited);
	arena_free(&h->cases);
}

enum status handle_load(struct hearsay *h)
{
	enum status s = STATUS_OK;
	if (h->keep && !h->loaded) {
		handle_forget(h);
		s = keep_load(&h->cases, h->keep, &h->c, &h->err);
	}
	h->loaded = s == STATUS_OK;
	return s;
}

enum status handle_need_file(struct hearsay *h, const char *command)
{
	if (h->keep)
		return STATUS_OK;
	return err_set(&h->err, STATUS_USAGE, "%s needs a case file; make one with 'hearsay new' and 'hearsay import'",
		       command);
}

enum status handle_conclude(struct hearsay *h, enum status s)
{
	if (s == STATUS_OK)
		return keep_commit(h->keep, &h->err);
	keep_cancel(h->keep);
	return s;
}

enum status handle_transact(struct hearsay *h, const char *command)
{
	keep_as(h->keep, h->who);
	return keep_begin(h->keep, command, &h->err);
}

enum status handle_change(struct hearsay *h, const char *command)
{
	enum status s = handle_need_file(h, command);
	s = s ? s : handle_load(h);
	return s ? s : handle_transact(h, command);
}

// Between the two nobody else can change the file.
enum status handle_change_newest(struct hearsay *h, const char *command)
{
	enum status s = handle_need_file(h, command);
	s = s ? s : handle_transact(h, command);
	if (s != STATUS_OK)
		return s;
	h->loaded = h->loaded && keep_current(h->keep);
	s = handle_load(h);
	return s == STATUS_OK ? s : handle_conclude(h, s);
}

int handle_changed(struct hearsay *h, enum status s, const char *why)
{
	s = s ? s : keep_save(h->keep, &h->c, why, &h->err);
	s = handle_conclude(h, s);
	if (s != STATUS_OK)
		handle_forget(h); // it may be changed in memory
	return (int)s;
}
