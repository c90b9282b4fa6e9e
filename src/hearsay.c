// The story of the program, in the data's order: read, trace, draft, weigh, write; and around it, what keeps a case.
// The verbs know only models; this is the only file that joins them.
#include "hearsay.h"

#include "case/check.h"
#include "case/format.h"
#include "case/json.h"
#include "case/place.h"
#include "case/yaml.h"
#include "draft/draft.h"
#include "keep/keep.h"
#include "read/case.h"
#include "read/child.h"
#include "read/files.h"
#include "trace/trace.h"
#include "weigh/weigh.h"
#include "write/summary.h"
#include "write/write.h"

#include <string.h>

struct hearsay {
	struct arena handle;  // what lives as long as the handle: the case, its documents
	struct arena scratch; // what lives until the next call: bytes given out
	struct the_case c;
	struct keep *keep; // NULL: no case file
	struct err err;
	struct tracing traced; // the last hearsay_trace, in `handle`
	const struct document **traced_documents;
};

const char *hearsay_version(void)
{
	return HEARSAY_VERSION;
}

struct hearsay *hearsay_new(void)
{
	struct arena first = { 0 };
	struct hearsay *h = arena_new(&first, struct hearsay);
	h->handle = first;
	h->c.imprecision = -1;
	return h;
}

void hearsay_free(struct hearsay *h)
{
	if (!h)
		return;
	keep_close(h->keep);
	arena_free(&h->scratch);
	struct arena last = h->handle; // the handle itself lies in it
	arena_free(&last);
}

const char *hearsay_error(const struct hearsay *h)
{
	return h->err.text;
}

int hearsay_exit_code(int status)
{
	return status_exit((enum status)status);
}

// Every call begins here: what the one before gave out is gone.
static struct arena *begin(struct hearsay *h)
{
	arena_free(&h->scratch);
	h->err = (struct err){ .status = STATUS_OK };
	return &h->scratch;
}

static int give(struct buf *b, const char **bytes, size_t *n)
{
	*bytes = buf_str(b);
	*n = b->n;
	return STATUS_OK;
}

static int no_format(struct hearsay *h, const char *format, const char *known)
{
	return (int)err_set(&h->err, STATUS_USAGE, "there is no format '%.40s' here; %s", format, known);
}

// --- read ---

static struct reading *read_all(struct hearsay *h, const char *const *paths, size_t n, const struct read_options *o)
{
	struct reading *all = arena_array(&h->handle, struct reading, n);
	for (size_t i = 0; i < n; i++)
		all[i] = (struct reading){ .path = paths[i], .options = *o };
	files_read(&h->handle, all, n);
	return all;
}

// Says the failures. Nothing read: the first failure's status; some: done with findings.
static int say_failures(struct hearsay *h, const struct reading *all, size_t n, hearsay_failed *failed, void *context)
{
	size_t bad = 0;
	const struct reading *first = NULL;
	for (size_t i = 0; i < n; i++)
		if (all[i].status != STATUS_OK) {
			first = bad++ ? first : &all[i];
			if (bad < n)
				failed(context, all[i].path, all[i].err.text);
		}
	if (bad < n)
		return bad ? STATUS_FINDINGS : STATUS_OK;
	h->err = all[n - 1].err; // the others have been said
	return (int)first->status;
}

int hearsay_read(struct hearsay *h, const char *path, const struct hearsay_reading *o, const char **json, size_t *n)
{
	struct buf out = buf_in(begin(h));
	struct read_options options = { .verbatim = o->verbatim, .text_only = o->text_only };
	struct reading *r = read_all(h, &path, 1, &options);
	h->err = r->err;
	for (size_t i = 0; r->status == STATUS_OK && i < r->n; i++) {
		json_write(&out, document_write(out.arena, &r->documents[i]));
		buf_char(&out, '\n');
	}
	give(&out, json, n);
	return (int)r->status;
}

// --- trace ---

static struct tracing trace(struct arena *a, const struct document *const *docs, size_t n, enum trace_level level)
{
	struct tracing t = { 0 };
	trace_documents(a, docs, n, &(struct trace_options){ .level = level }, &t);
	return t;
}

static bool is_case(const char *path)
{
	return slice_ends(slice_of(path), ".hearsay");
}

// The documents of one case, or those of files.
static int gather(struct hearsay *h, const char *const *paths, size_t n, bool verbatim, hearsay_failed *failed,
		  void *context)
{
	if (n == 1 && is_case(paths[0])) {
		int s = hearsay_open(h, paths[0]);
		h->traced_documents = case_documents(&h->handle, &h->c, &h->traced.n);
		return s;
	}
	struct reading *all = read_all(h, paths, n, &(struct read_options){ .verbatim = verbatim });
	size_t total = 0;
	for (size_t i = 0; i < n; i++)
		total += all[i].n;
	h->traced_documents = arena_array(&h->handle, const struct document *, total);
	h->traced.n = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t d = 0; d < all[i].n; d++)
			h->traced_documents[h->traced.n++] = &all[i].documents[d];
	return say_failures(h, all, n, failed, context);
}

int hearsay_trace(struct hearsay *h, const char *const *paths, size_t n, const struct hearsay_tracing *o,
		  hearsay_failed *failed, void *context)
{
	enum trace_level level;
	begin(h);
	if (!origin_level(o->level, &level))
		return (int)err_set(&h->err, STATUS_USAGE, "there is no level '%.40s'; text, report or strict",
				    o->level);
	int s = gather(h, paths, n, o->verbatim, failed, context);
	if (s == STATUS_OK || s == STATUS_FINDINGS)
		h->traced = trace(&h->handle, h->traced_documents, h->traced.n, level);
	return s;
}

int hearsay_traced(struct hearsay *h, const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(begin(h));
	if (!strcmp(format, "json"))
		json_write_pretty(&out, origin_write(out.arena, &h->traced, h->traced_documents));
	else if (!strcmp(format, "text"))
		summary_origins(&out, &h->traced, h->traced_documents);
	else if (!strcmp(format, "clusters"))
		origin_write_clusters(&out, &h->traced, h->traced_documents);
	else if (!strcmp(format, "edges"))
		origin_write_edges(&out, &h->traced, h->traced_documents);
	else
		return no_format(h, format, "json, text, clusters or edges");
	return give(&out, bytes, n);
}

// --- draft ---

int hearsay_casedraft(struct hearsay *h, const char *path, const char **json, size_t *n)
{
	struct buf out = buf_in(begin(h));
	struct reading *r = read_all(h, &path, 1, &(struct read_options){ 0 });
	if (r->status != STATUS_OK) {
		h->err = r->err;
		return (int)r->status;
	}
	const char *slash = strrchr(path, '/');
	json_write_pretty(&out, draft_casedraft(out.arena, r->documents, slash ? slash + 1 : path));
	return give(&out, json, n);
}

static bool proposed_before(void *context, const char *kind, const char *id)
{
	struct keep *k = context;
	return k && keep_ever(k, kind, id);
}

// Adds to the case in memory what its documents suggest.
static enum status draft(struct hearsay *h)
{
	size_t n;
	const struct document **docs = case_documents(&h->handle, &h->c, &n);
	struct tracing t = trace(&h->handle, docs, n, TRACE_REPORT);
	draft_case(&h->handle, &h->c, docs, n, &t, proposed_before, h->keep);
	enum status s = case_settle(&h->handle, &h->c, &h->err);
	return s == STATUS_OK ? s : err_within(&h->err, "the draft breaks a rule of the model");
}

// --- keep ---

static enum status need_file(struct hearsay *h, const char *command)
{
	if (h->keep)
		return STATUS_OK;
	return err_set(&h->err, STATUS_USAGE, "%s needs a case file; make one with 'hearsay new' and 'hearsay import'",
		       command);
}

// Ends a transaction: all of it where `s` is fine, nothing of it where not.
static enum status conclude(struct hearsay *h, enum status s)
{
	if (s == STATUS_OK)
		return keep_commit(h->keep, &h->err);
	keep_cancel(h->keep);
	return s;
}

static enum status keep_document(struct hearsay *h, const struct reading *r)
{
	bool known = false;
	const struct document *d = r->documents;
	enum status s = keep_add_original(h->keep, &r->options.envelope, r->bytes, d->id, &known, &h->err);
	if (s == STATUS_OK && !known)
		s = keep_put_derived(h->keep, d->id, document_write(&h->scratch, d), &h->err);
	return s;
}

// The documents that were read and that the case does not have yet join it.
static void join(struct hearsay *h, struct reading *all, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (all[i].status == STATUS_OK && files_is_ndjson(all[i].path))
			all[i].status = err_set(&all[i].err, STATUS_BAD_INPUT,
						"%s: a case takes documents as they are, not as .ndjson", all[i].path);
		if (all[i].status == STATUS_OK && case_find_document(&h->c, all[i].documents->id) < 0)
			list_push(&h->handle, &h->c.documents, *all[i].documents);
	}
}

static enum status keep_documents_of(struct hearsay *h, const struct reading *all, size_t n)
{
	enum status s = STATUS_OK;
	for (size_t i = 0; s == STATUS_OK && i < n; i++)
		if (all[i].status == STATUS_OK)
			s = keep_document(h, &all[i]);
	return s;
}

int hearsay_assess(struct hearsay *h, const char *case_path, const char *const *paths, size_t n, hearsay_failed *failed,
		   void *context)
{
	begin(h);
	enum status s = keep_create(case_path, &h->keep, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	struct reading *all = read_all(h, paths, n, &(struct read_options){ 0 });
	join(h, all, n);
	int read = say_failures(h, all, n, failed, context);
	if (read != STATUS_OK && read != STATUS_FINDINGS)
		return read;
	if ((s = keep_begin(h->keep, "assess", &h->err)) != STATUS_OK)
		return (int)s;
	if ((s = keep_documents_of(h, all, n)) == STATUS_OK && (s = draft(h)) == STATUS_OK)
		s = keep_save(h->keep, &h->c, "drafted from the documents", &h->err);
	s = conclude(h, s);
	return s == STATUS_OK ? read : (int)s;
}

int hearsay_create(struct hearsay *h, const char *path, const char *question)
{
	begin(h);
	enum status s = keep_create(path, &h->keep, &h->err);
	if (s == STATUS_OK)
		s = keep_begin(h->keep, "new", &h->err);
	if (s != STATUS_OK)
		return (int)s;
	h->c.title = arena_text(&h->handle, question);
	return (int)conclude(h, keep_save(h->keep, &h->c, NULL, &h->err));
}

int hearsay_open(struct hearsay *h, const char *path)
{
	begin(h);
	if (read_case_is_text(path)) {
		struct the_case c;
		enum status s = read_case(&h->handle, path, &h->c, &c, &h->err);
		if (s == STATUS_OK)
			h->c = c;
		return (int)s;
	}
	enum status s = keep_open(path, &h->keep, &h->err);
	return (int)(s == STATUS_OK ? keep_load(&h->handle, h->keep, &h->c, &h->err) : s);
}

int hearsay_add(struct hearsay *h, const char *const *paths, size_t n, hearsay_failed *failed, void *context)
{
	begin(h);
	if (need_file(h, "add") != STATUS_OK)
		return (int)h->err.status;
	struct reading *all = read_all(h, paths, n, &(struct read_options){ 0 });
	join(h, all, n);
	int read = say_failures(h, all, n, failed, context);
	if (read != STATUS_OK && read != STATUS_FINDINGS)
		return read;
	enum status s = keep_begin(h->keep, "add", &h->err);
	if (s == STATUS_OK)
		s = conclude(h, keep_documents_of(h, all, n));
	return s == STATUS_OK ? read : (int)s;
}

int hearsay_draft(struct hearsay *h)
{
	begin(h);
	enum status s = need_file(h, "draft");
	if (s == STATUS_OK)
		s = draft(h);
	if (s == STATUS_OK)
		s = keep_begin(h->keep, "draft", &h->err);
	if (s == STATUS_OK)
		s = conclude(h, keep_save(h->keep, &h->c, "drafted from the documents", &h->err));
	return (int)s;
}

int hearsay_import(struct hearsay *h, const char *path)
{
	begin(h);
	struct the_case c;
	enum status s = need_file(h, "import");
	if (s == STATUS_OK)
		s = read_case(&h->handle, path, &h->c, &c, &h->err);
	if (s == STATUS_OK)
		s = keep_begin(h->keep, "import", &h->err);
	if (s != STATUS_OK)
		return (int)s;
	h->c = c;
	return (int)conclude(h,
			     keep_save(h->keep, &h->c, arena_printf(&h->scratch, "imported from %s", path), &h->err));
}

int hearsay_export(struct hearsay *h, const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(begin(h));
	struct node *tree = format_write_case(out.arena, &h->c);
	if (!strcmp(format, "yaml"))
		yaml_write(&out, tree);
	else if (!strcmp(format, "json"))
		json_write_pretty(&out, tree);
	else
		return no_format(h, format, "yaml or json");
	return give(&out, bytes, n);
}

int hearsay_set(struct hearsay *h, const char *place, const char *value)
{
	begin(h);
	enum status s = place_set(&h->handle, &h->c, place, value, &h->err);
	return (int)(s == STATUS_OK ? case_settle(&h->handle, &h->c, &h->err) : s);
}

// --- weigh and write ---

static enum status weigh(struct hearsay *h, const struct hearsay_weighing *o, struct assessment *w,
			 struct check_findings *found)
{
	struct weigh_options options = { .draws = o->draws ? o->draws : 10000, .seed = o->seed ? o->seed : 1 };
	enum status s = weigh_case(&h->scratch, &h->c, &options, w, &h->err);
	if (s == STATUS_OK)
		check_case(&h->scratch, &h->c, w, found);
	return s;
}

int hearsay_weigh(struct hearsay *h, const struct hearsay_weighing *o, const char *format, const char **bytes,
		  size_t *n)
{
	struct buf out = buf_in(begin(h));
	struct assessment w;
	struct check_findings found = { 0 };
	enum status s = weigh(h, o, &w, &found);
	if (s != STATUS_OK)
		return (int)s;
	struct node *numbers = assessment_write(out.arena, &h->c, &w);
	check_put(out.arena, &found, numbers);
	if (!strcmp(format, "json"))
		json_write_pretty(&out, numbers);
	else if (!strcmp(format, "text"))
		summary_weigh(&out, &h->c, &w);
	else
		return no_format(h, format, "json or text");
	return give(&out, bytes, n);
}

int hearsay_reports(struct hearsay *h, const char *format)
{
	enum write_format f;
	begin(h);
	return write_format_of(format, &f) ? STATUS_OK : no_format(h, format, "md, html or json");
}

int hearsay_report(struct hearsay *h, const struct hearsay_weighing *o, const char *format, const char **bytes,
		   size_t *n)
{
	struct buf out = buf_in(begin(h));
	struct assessment w;
	struct check_findings found = { 0 };
	enum write_format f;
	size_t documents;
	if (!write_format_of(format, &f))
		return no_format(h, format, "md, html or json");
	enum status s = weigh(h, o, &w, &found);
	if (s != STATUS_OK)
		return (int)s;
	const struct document **docs = case_documents(out.arena, &h->c, &documents);
	struct tracing t = trace(out.arena, docs, documents, TRACE_REPORT);
	struct write_input in = { .c = &h->c,
				  .w = &w,
				  .t = documents ? &t : NULL,
				  .found = &found,
				  .journal = h->keep ? keep_head(out.arena, h->keep) : NULL,
				  .version = HEARSAY_VERSION };
	write_report(&out, &in, f);
	return give(&out, bytes, n);
}

int hearsay_check(struct hearsay *h, const struct hearsay_weighing *o, const char *format, const char **bytes,
		  size_t *n)
{
	struct buf out = buf_in(begin(h));
	struct assessment w;
	struct check_findings found = { 0 };
	enum status s = weigh(h, o, &w, &found);
	if (s != STATUS_OK)
		return (int)s;
	if (!strcmp(format, "json"))
		json_write_pretty(&out, check_write(out.arena, &found));
	else if (!strcmp(format, "text"))
		summary_findings(&out, &found);
	else
		return no_format(h, format, "json or text");
	give(&out, bytes, n);
	return found.list.n ? STATUS_FINDINGS : STATUS_OK;
}

// --- the journal ---

int hearsay_log(struct hearsay *h, const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(begin(h));
	struct keep_journal journal = { 0 };
	enum status s = need_file(h, "log");
	if (s == STATUS_OK)
		s = keep_log(out.arena, h->keep, &journal, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	if (!strcmp(format, "json"))
		json_write_pretty(&out, keep_log_write(out.arena, &journal));
	else if (!strcmp(format, "text"))
		keep_log_print(&out, &journal);
	else
		return no_format(h, format, "json or text");
	return give(&out, bytes, n);
}

int hearsay_verify(struct hearsay *h, const char **bytes, size_t *n)
{
	struct buf out = buf_in(begin(h));
	enum status s = need_file(h, "log --verify");
	if (s == STATUS_OK)
		s = keep_verify(h->keep, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	buf_printf(&out, "the journal holds: %s\n", keep_head(out.arena, h->keep));
	return give(&out, bytes, n);
}

// Reads one original again, with the program as it is now.
static enum status rebuild_document(struct hearsay *h, const char *id)
{
	struct arena *a = &h->scratch;
	struct slice bytes;
	struct document d;
	struct read_options o = { 0 };
	enum status s = keep_original(a, h->keep, id, &bytes, &h->err);
	if (s == STATUS_OK)
		s = keep_envelope(a, h->keep, id, &o.envelope, &h->err);
	if (s == STATUS_OK && child_read_page(a, bytes, &o, &d, &h->err) != STATUS_OK)
		s = err_within(&h->err, "%s", o.envelope.path);
	return s == STATUS_OK ? keep_put_derived(h->keep, id, document_write(a, &d), &h->err) : s;
}

int hearsay_rebuild(struct hearsay *h, const char *path)
{
	struct arena *a = begin(h);
	struct keep_ids ids = { 0 };
	enum status s = keep_open(path, &h->keep, &h->err);
	if (s == STATUS_OK)
		s = keep_begin(h->keep, "rebuild", &h->err);
	if (s != STATUS_OK)
		return (int)s;
	if ((s = keep_replay(h->keep, &h->err)) == STATUS_OK)
		s = keep_documents(a, h->keep, &ids, &h->err);
	for (size_t i = 0; s == STATUS_OK && i < ids.list.n; i++)
		s = rebuild_document(h, ids.list.at[i]);
	s = conclude(h, s);
	return (int)(s == STATUS_OK ? keep_load(&h->handle, h->keep, &h->c, &h->err) : s);
}

int hearsay_reader(void)
{
	return child_main();
}
