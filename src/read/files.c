#include "read/files.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/par.h"
#include "base/utf8.h"
#include "base/walk.h"
#include "read/archive.h"
#include "read/child.h"
#include "read/split.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { QUIET = 200 }; // milliseconds without a word from a stream, after which what came of it is read

struct intake {
	const struct files_options *o;
	struct walk *walk; // NULL: bytes are read, and nothing else
	bool ended;        // nothing more will come
	size_t done, of;   // documents; of 0: not known
	size_t bytes;      // of all documents so far
	size_t good;       // documents that were read, or were known
	enum status first; // of the failures; OK: none
	struct err held;   // the last failure, not told yet

	// The container that is being taken apart.
	bool in_archive, is_stream;
	struct archive archive;
	struct arena names;
	const char *container, *label; // its name as a path begins with it, and for people
	size_t members;                // that were of interest

	// The batch that is being filled.
	struct arena batch;
	LIST(struct reading) list;
	size_t batch_bytes;
};

// --- filling a batch ---

// A place in the batch for what stands in an arena, which becomes the batch's.
static struct reading *add(struct intake *in, struct arena *own, const char *place, const char *path)
{
	struct reading *r = list_add(&in->batch, &in->list);
	r->options.verbatim = in->o->verbatim;
	r->options.depth = in->o->depth;
	r->options.least = in->o->least;
	r->options.envelope.path = path;
	r->place = place;
	arena_adopt(&in->batch, own);
	return r;
}

static void add_failure(struct intake *in, const char *path, const struct err *e)
{
	struct arena own = { 0 };
	path = utf8_clean(&own, path);
	add(in, &own, path, path)->err = *e;
}

static bool is_known(struct intake *in, struct slice bytes)
{
	char id[SHA256_HEX + 1];
	unsigned char digest[SHA256_BYTES];
	if (!in->o->known)
		return false;
	hash_sha256(bytes.at, bytes.len, digest);
	hash_hex(digest, id);
	return in->o->known(in->o->context, id);
}

static void count(struct intake *in, size_t bytes)
{
	in->done++;
	in->bytes += bytes;
}

// A document whose bytes are there; one that is known counts, and that is all.
static void add_document(struct intake *in, struct arena *own, const char *place, const struct envelope *envelope,
			 struct slice bytes, bool line)
{
	count(in, bytes.len);
	if (!line && is_known(in, bytes)) {
		in->good++;
		return; // the caller gives the arena back
	}
	struct reading *r = add(in, own, place, envelope->path);
	r->options.envelope = *envelope;
	r->bytes = bytes;
	r->line = line;
	r->container = line ? arena_text(&in->batch, in->container) : NULL;
	in->batch_bytes += bytes.len;
}

// The next member of the container in hand, or its end.
static void add_member(struct intake *in)
{
	struct arena own = { 0 };
	struct member m;
	struct err none = { 0 };
	if (!archive_next(&own, &in->archive, &m)) {
		in->in_archive = false;
		if (!in->members) {
			err_set(&none, STATUS_BAD_INPUT, "%s: there is no document in it", in->label);
			add_failure(in, in->container, &none);
		}
	} else if (m.err.status != STATUS_OK) {
		in->members++;
		if (m.place)
			err_within(&m.err, "%s", m.place);
		err_within(&m.err, "%s", in->label);
		add_failure(in, in->container, &m.err);
	} else if (m.kind != MEMBER_OTHER) {
		in->members++;
		const char *in_it = m.place ? m.place : "", *behind = m.envelope.path;
		const char *place = arena_printf(&own, "%s%s%s", in->label, *in_it ? ": " : "", in_it);
		m.envelope.path = arena_printf(&own, "%s%s%s", in->container, behind ? "#" : "", behind ? behind : "");
		add_document(in, &own, place, &m.envelope, m.bytes, m.kind == MEMBER_LINE);
	}
	arena_free(&own);
}

static enum status open_archive(struct intake *in, const char *path, int fd, struct err *e)
{
	arena_free(&in->names);
	in->is_stream = fd == STDIN_FILENO;
	in->container = utf8_clean(&in->names, path);
	in->label = in->is_stream ? "standard input" : in->container;
	in->members = 0;
	in->of = 0;
	enum status s = archive_open(&in->archive, path, fd, e);
	in->in_archive = s == STATUS_OK;
	return s == STATUS_OK ? s : err_within(e, "%s", in->label);
}

static bool is_container(const char *path, int fd)
{
	char head[INPUT_PEEK];
	ssize_t n = pread(fd, head, sizeof head, 0);
	return split_kind((struct slice){ head, n > 0 ? (size_t)n : 0 }, path) != CONTAINER_NONE;
}

static enum status add_file(struct intake *in, const struct walk_file *file, struct err *e)
{
	if (file->err.status != STATUS_OK) {
		*e = file->err;
		return e->status;
	}
	int fd;
	size_t size;
	if (!strcmp(file->path, "-"))
		return open_archive(in, file->path, STDIN_FILENO, e);
	if (file_open(file->path, !file->found, &fd, &size, e) != STATUS_OK)
		return e->status;
	enum status s;
	if (is_container(file->path, fd)) {
		s = open_archive(in, file->path, fd, e);
	} else {
		struct arena own = { 0 };
		struct slice bytes;
		struct envelope envelope = { .path = utf8_clean(&own, file->path) };
		s = file_read_fd(&own, fd, file->path, size, LIMIT_DOCUMENT, "DOCUMENT", &bytes, e);
		if (s == STATUS_OK)
			add_document(in, &own, envelope.path, &envelope, bytes, false);
		arena_free(&own);
	}
	close(fd);
	return s;
}

static bool is_stopped(const struct intake *in)
{
	return in->o->stop && atomic_load(in->o->stop);
}

// Fills the batch; it may stay empty at the end.
static void fill(struct intake *in)
{
	struct walk_file file;
	struct err e = { 0 };
	while (!is_stopped(in) && in->list.n < LIMIT_BATCH && in->batch_bytes < LIMIT_BATCH_BYTES) {
		if (in->in_archive) {
			bool ready = !in->is_stream || archive_is_ready(&in->archive, QUIET);
			if (ready)
				add_member(in);
			else if (in->list.n)
				return;
		} else if (!in->walk || !walk_next(in->walk, &file)) {
			in->ended = true;
			return;
		} else if (add_file(in, &file, &e) != STATUS_OK) {
			add_failure(in, file.path, &e);
		}
	}
}

// --- reading a batch ---

// A line of JSON is a document as an object: "id" and "text" at least, and what else an envelope has.
static enum status open_line(struct reading *r, bool by_hash)
{
	struct node *n;
	enum status s = child_read_json(&r->arena, r->bytes, &n, &r->err);
	if (s != STATUS_OK)
		return s;
	struct envelope *e = &r->options.envelope;
	*e = envelope_read(n);
	if (!node_get_text(n, "text") || !e->id)
		return err_set(&r->err, STATUS_BAD_INPUT, "a document needs \"id\" and \"text\"");
	e->note = NULL; // ours to say
	e->path = arena_printf(&r->arena, "%s#%s", r->container, e->id);
	if (by_hash)
		e->id = NULL;
	r->bytes = slice_of(node_get_text(n, "text"));
	return STATUS_OK;
}

struct batch {
	struct reading *all;
	bool by_hash;
};

static void read_one(void *context, size_t i, size_t thread)
{
	(void)thread;
	struct batch *b = context;
	struct reading *r = &b->all[i];
	if (r->err.status != STATUS_OK)
		return; // it says where already
	enum status s = r->line ? open_line(r, b->by_hash) : STATUS_OK;
	if (s == STATUS_OK)
		s = child_read_page(&r->arena, r->bytes, &r->options, &r->document, &r->err);
	if (s != STATUS_OK)
		err_within(&r->err, "%s", r->place);
}

// Tells of a failure, but holds the last one back: see files_read.
static void tell(struct intake *in, const struct err *e)
{
	if (in->held.status != STATUS_OK)
		in->o->failed(in->o->context, in->held.text);
	in->held = *e;
	if (in->first == STATUS_OK)
		in->first = e->status;
}

// Gives what could be read of the batch, and tells of the rest.
static enum status give(struct intake *in, struct err *e)
{
	size_t n = 0;
	for (each (r, &in->list)) {
		if (r->err.status == STATUS_OK) {
			struct reading good = *r;
			*r = in->list.at[n];
			in->list.at[n++] = good;
		} else {
			tell(in, &r->err);
		}
	}
	in->good += n;
	return n ? in->o->take(in->o->context, in->list.at, n, e) : STATUS_OK;
}

static enum status flush(struct intake *in, struct err *e)
{
	struct batch b = { in->list.at, in->o->by_hash };
	log_progress("reading", in->done, in->of, in->bytes);
	par_for(in->list.n, read_one, &b);
	log_wipe();
	enum status s = give(in, e);
	for (each (r, &in->list))
		arena_free(&r->arena);
	arena_free(&in->batch);
	in->list.at = NULL;
	in->list.n = in->list.room = in->batch_bytes = 0;
	return s;
}

// How many documents there will be, where that can be told: n plain files.
static size_t foresee(const char *const *paths, size_t n)
{
	struct stat st;
	for (size_t i = 0; i < n; i++)
		if (!strcmp(paths[i], "-") || (!stat(paths[i], &st) && S_ISDIR(st.st_mode)))
			return 0;
	return n;
}

// What all of it came to; `s` is what taking the last batch did.
static enum status conclude(struct intake *in, enum status s, struct err *e)
{
	bool failed = in->first != STATUS_OK, all = s == STATUS_OK && in->ended;
	if (failed && all && !in->good) {
		*e = in->held;
		return in->first;
	}
	if (failed)
		in->o->failed(in->o->context, in->held.text);
	if (s == STATUS_OK && !all)
		return err_set(e, STATUS_STOPPED, "stopped after %zu documents", in->done);
	return all && failed ? STATUS_FINDINGS : s;
}

static enum status read_all(struct intake *in, struct err *e)
{
	enum status s = STATUS_OK;
	while (s == STATUS_OK && !in->ended && !is_stopped(in)) {
		fill(in);
		if (in->list.n)
			s = flush(in, e);
	}
	s = conclude(in, s, e);
	if (in->in_archive)
		archive_close(&in->archive);
	arena_free(&in->names);
	child_rest();
	return s;
}

enum status files_read(const char *const *paths, size_t n, const struct files_options *o, struct err *e)
{
	struct arena arena = { 0 };
	struct intake in = { .o = o, .walk = walk_start(&arena, paths, n), .of = foresee(paths, n) };
	enum status s = read_all(&in, e);
	walk_end(in.walk);
	arena_free(&arena);
	return s;
}

// A container is read by a child, from a file: one that stands in memory alone.
static enum status add_bytes(struct intake *in, const char *name, struct slice bytes, struct err *e)
{
	int fd;
	if (split_kind((struct slice){ bytes.at, bytes.len < INPUT_PEEK ? bytes.len : INPUT_PEEK }, name) !=
	    CONTAINER_NONE) {
		enum status s = file_of_bytes(bytes, &fd, e);
		if (s != STATUS_OK)
			return err_within(e, "%s", name);
		s = open_archive(in, name, fd, e);
		close(fd);
		return s;
	}
	if (bytes.len > LIMIT_DOCUMENT)
		return err_set(e, STATUS_LIMIT, "%s: more than the limit DOCUMENT of %d bytes", name, LIMIT_DOCUMENT);
	struct arena own = { 0 };
	struct envelope envelope = { .path = utf8_clean(&own, name) };
	add_document(in, &own, envelope.path, &envelope, bytes, false);
	arena_free(&own);
	return STATUS_OK;
}

enum status files_read_bytes(const char *name, struct slice bytes, const struct files_options *o, struct err *e)
{
	struct intake in = { .o = o };
	struct err failed = { 0 };
	if (add_bytes(&in, name, bytes, &failed) != STATUS_OK)
		add_failure(&in, name, &failed);
	return read_all(&in, e);
}
