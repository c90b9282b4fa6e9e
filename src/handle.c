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

enum status handle_load(struct hearsay *h)
{
	enum status s = STATUS_OK;
	if (h->keep && !h->loaded)
		s = keep_load(&h->handle, h->keep, &h->c, &h->err);
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

enum status handle_change(struct hearsay *h, const char *command)
{
	enum status s = handle_need_file(h, command);
	s = s ? s : handle_load(h);
	return s == STATUS_OK ? keep_begin(h->keep, command, &h->err) : s;
}

int handle_changed(struct hearsay *h, enum status s, const char *why)
{
	s = s ? s : keep_save(h->keep, &h->c, why, &h->err);
	return (int)handle_conclude(h, s);
}
