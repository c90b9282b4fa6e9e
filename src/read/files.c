#include "read/files.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/par.h"
#include "base/utf8.h"
#include "read/child.h"

bool files_is_ndjson(const char *path)
{
	return slice_ends(slice_of(path), ".ndjson") || slice_ends(slice_of(path), ".jsonl");
}

// An .ndjson input holds documents as objects: {"id", "text"} at least; id, outlet, title and date are kept.
static enum status read_line(struct reading *r, struct slice line, struct document *d)
{
	struct node *n;
	enum status s = child_read_json(r->arena, line, &n, &r->err);
	if (s != STATUS_OK)
		return s;
	struct read_options o = r->options;
	o.envelope = envelope_read(n);
	o.envelope.note = NULL; // ours to say
	o.envelope.path = r->options.envelope.path;
	if (!node_get_text(n, "text") || !o.envelope.id)
		return err_set(&r->err, STATUS_BAD_INPUT, "a document needs \"id\" and \"text\"");
	return child_read_page(r->arena, slice_of(node_get_text(n, "text")), &o, d, &r->err);
}

static enum status read_lines(struct reading *r)
{
	struct slice rest = r->bytes, line;
	size_t number = 0, room = 1;
	for (size_t i = 0; i < rest.len; i++)
		room += rest.at[i] == '\n';
	r->documents = arena_array(r->arena, struct document, room);
	while (slice_line(&rest, &line)) {
		number++;
		if (!slice_trim(line).len)
			continue;
		if (read_line(r, line, &r->documents[r->n]) != STATUS_OK)
			return err_within(&r->err, "line %zu", number);
		r->n++;
	}
	return STATUS_OK;
}

static enum status read_file(struct reading *r)
{
	enum status s = file_read(r->arena, r->path, LIMIT_DOCUMENT, "DOCUMENT", &r->bytes, &r->err);
	if (s != STATUS_OK)
		return s; // the sentence names the path already
	if (files_is_ndjson(r->path)) {
		s = read_lines(r);
	} else {
		r->documents = arena_new(r->arena, struct document);
		s = child_read_page(r->arena, r->bytes, &r->options, r->documents, &r->err);
		r->n = s == STATUS_OK;
	}
	return s == STATUS_OK ? s : err_within(&r->err, "%s", r->path);
}

static void read_one(void *context, size_t i, size_t thread)
{
	(void)thread;
	struct reading *r = (struct reading *)context + i;
	r->status = read_file(r);
}

void files_read(struct arena *a, struct reading *all, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		all[i].arena = arena_new(a, struct arena);
		all[i].options.envelope.path = utf8_clean(a, all[i].path);
	}
	log_progress("reading", 0, n);
	par_for(n, read_one, all);
	log_progress("reading", n, n);
	for (size_t i = 0; i < n; i++)
		arena_adopt(a, all[i].arena);
}
