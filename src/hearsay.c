// The story of the program, in the data's order: read, trace, draft, weigh, write; and around it, what keeps a case.
// The verbs know only models; this file joins them, with a companion beside it for what is told apart from that story.
#include "hearsay.h"

#include "base/limits.h"
#include "case/check.h"
#include "case/json.h"
#include "case/pair.h"
#include "case/place.h"
#include "change.h"
#include "classic.h"
#include "compare.h"
#include "draft/draft.h"
#include "exchange.h"
#include "handle.h"
#include "inference.h"
#include "intake.h"
#include "keep/keep.h"
#include "origins.h"
#include "read/child.h"
#include "read/split.h"
#include "remake.h"
#include "scoring.h"
#include "search.h"
#include "taking.h"
#include "trace/trace.h"
#include "weigh/weigh.h"
#include "write/write.h"

#include <string.h>

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
	product_forget(&h->weighed);
	arena_free(&h->scratch);
	arena_free(&h->name);
	handle_forget(h);
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

void hearsay_stop(struct hearsay *h)
{
	atomic_store(&h->stop, true);
}

// --- read ---

static struct intake intake(struct hearsay *h, hearsay_document *deliver, hearsay_failed *failed, void *context)
{
	return (struct intake){ h, &h->traces, &h->stop, &h->err, deliver, failed, context, { 0 }, 0 };
}

_Static_assert((int)HEARSAY_ATTRIBUTIONS == READ_ATTRIBUTIONS && (int)HEARSAY_TEXT == READ_TEXT, "told as one");
int hearsay_read(struct hearsay *h, const char *const *paths, size_t n, const struct hearsay_reading *o,
		 hearsay_document *give_document, hearsay_failed *failed, void *context)
{
	struct intake in = intake(h, give_document, failed, context);
	struct files_options f = { .verbatim = o->verbatim, .depth = (enum read_depth)o->depth, .take = intake_give };
	f.least = (float)o->confidence;
	handle_begin(h);
	return (int)intake_read(&in, paths, n, f);
}

// --- trace ---

// Those of a case file with the index that it keeps; a command that changes the file keeps what came to that.
static enum status trace(struct hearsay *h, struct arena *a, const struct document *const *docs, size_t n,
			 enum trace_level level, bool keep, struct tracing *t)
{
	struct segments segments = { 0 };
	struct trace_kept kept = { .segments = &segments };
	struct trace_options o = { level, h->keep ? &kept : NULL, pair_settled(a, &h->c, docs, n) };
	if (h->keep && keep_segments(&h->scratch, h->keep, &segments, &h->err) != STATUS_OK)
		return h->err.status;
	trace_documents(a, docs, n, &o, t);
	return keep ? keep_put_segment(h->keep, kept.valid, kept.fresh, &h->err) : STATUS_OK;
}

// The documents of one case, or those of files.
static int gather(struct hearsay *h, const char *const *paths, size_t n, bool verbatim, hearsay_failed *failed,
		  void *context)
{
	if (!n || (n == 1 && slice_ends(slice_of(paths[0]), ".hearsay"))) {
		int s = n ? hearsay_open(h, paths[0]) : STATUS_OK;
		s = s ? s : (int)handle_load(h);
		h->traced_documents = case_documents(&h->traces, &h->c, &h->traced.n);
		return s;
	}
	struct intake in = intake(h, NULL, failed, context);
	struct files_options o = { .verbatim = verbatim, .depth = READ_ORIGINS, .take = intake_keep };
	int s = (int)intake_read(&in, paths, n, o);
	h->traced_documents = arena_array(&h->traces, const struct document *, h->traced.n = in.kept.n);
	for (size_t i = 0; i < in.kept.n; i++)
		h->traced_documents[i] = &in.kept.at[i];
	return s;
}

int hearsay_trace(struct hearsay *h, const char *const *paths, size_t n, const struct hearsay_tracing *o,
		  hearsay_failed *failed, void *context)
{
	enum trace_level level;
	handle_begin(h);
	handle_forget_traces(h);
	if (!origin_level(o->level, &level))
		return (int)err_set(&h->err, STATUS_USAGE, "there is no level '%.40s'; text, report or strict",
				    o->level);
	int s = gather(h, paths, n, o->verbatim, failed, context);
	if (s != STATUS_OK && s != STATUS_FINDINGS)
		return s;
	int traced = (int)trace(h, &h->traces, h->traced_documents, h->traced.n, level, false, &h->traced);
	return traced == STATUS_OK ? s : traced;
}

int hearsay_traced(struct hearsay *h, const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	if (!write_tracing(&out, format, &h->traced, h->traced_documents))
		return handle_no_format(h, format, "text, json, svg, clusters or edges");
	return handle_give(&out, bytes, n);
}

int hearsay_pair(struct hearsay *h, const char *a, const char *b, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	enum status s = origins_pair(h, a, b, &out);
	return s == STATUS_OK ? handle_give(&out, bytes, n) : (int)s;
}

int hearsay_unsettled(struct hearsay *h, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	enum status s = origins_unsettled(h, &out);
	return s == STATUS_OK ? handle_give(&out, bytes, n) : (int)s;
}

// --- a network alone ---

int hearsay_infer(struct hearsay *h, const char *path, const struct hearsay_inferring *o, const char *format,
		  hearsay_bytes *give_bytes, void *context)
{
	handle_begin(h);
	return (int)inference(path, o, format, give_bytes, context, &h->err);
}

// --- draft ---

int hearsay_casedraft(struct hearsay *h, const char *path, const char **json, size_t *n)
{
	struct intake in = intake(h, NULL, NULL, NULL);
	handle_begin(h);
	enum status s = intake_read(&in, &path, 1, (struct files_options){ .take = intake_keep });
	if (s != STATUS_OK && s != STATUS_FINDINGS)
		return (int)s;
	if (in.kept.n != 1)
		return (int)err_set(&h->err, STATUS_BAD_INPUT, "%s: has %zu documents; a draft as casedraft is of one",
				    path, in.kept.n);
	struct buf out = buf_in(&h->scratch);
	const char *slash = strrchr(path, '/');
	json_write_pretty(&out, draft_casedraft(out.arena, in.kept.at, slash ? slash + 1 : path));
	return handle_give(&out, json, n);
}

static bool proposed_before(void *context, const char *kind, const char *id)
{
	return context && keep_ever(context, kind, id);
}

// Adds to the case in memory what its documents suggest.
static enum status draft(struct hearsay *h)
{
	size_t n;
	const struct document **docs = case_documents(&h->handle, &h->c, &n);
	struct tracing t;
	if (trace(h, &h->handle, docs, n, TRACE_REPORT, h->keep != NULL, &t) != STATUS_OK)
		return h->err.status;
	draft_case(&h->handle, &h->c, docs, n, &t, proposed_before, h->keep);
	enum status s = case_settle(&h->handle, &h->c, &h->err);
	return s == STATUS_OK ? s : err_within(&h->err, "the draft breaks a rule of the model");
}

// --- keep ---

int hearsay_assess(struct hearsay *h, const char *case_path, const char *const *paths, size_t n, hearsay_failed *failed,
		   void *context)
{
	handle_begin(h);
	enum status s = keep_create(case_path, &h->keep, &h->err);
	s = s ? s : handle_transact(h, "assess");
	if (s != STATUS_OK)
		return (int)s;
	struct intake in = intake(h, NULL, failed, context);
	h->loaded = true;
	enum status read =
	    intake_read(&in, paths, n, (struct files_options){ .by_hash = true, .take = taking_documents });
	s = read == STATUS_FINDINGS ? STATUS_OK : read;
	if (s == STATUS_OK && (s = draft(h)) == STATUS_OK)
		s = keep_save(h->keep, &h->c, "drafted from the documents", &h->err);
	s = handle_conclude(h, s);
	return (int)(s == STATUS_OK ? read : s);
}

int hearsay_create(struct hearsay *h, const char *path, const char *question)
{
	handle_begin(h);
	enum status s = keep_create(path, &h->keep, &h->err);
	s = s ? s : handle_transact(h, "new");
	if (s != STATUS_OK)
		return (int)s;
	h->c.title = arena_text(&h->handle, question);
	h->loaded = true;
	return (int)handle_conclude(h, keep_save(h->keep, &h->c, NULL, &h->err));
}

int hearsay_open(struct hearsay *h, const char *path)
{
	handle_begin(h);
	h->path = arena_text(&h->handle, path);
	if (!exchange_is_file(path))
		return (int)keep_open(path, &h->keep, &h->err);
	return (int)exchange_read(&h->handle, path, NULL, &h->c, &h->told, &h->err);
}

void hearsay_as(struct hearsay *h, const char *who)
{
	arena_free(&h->name);
	h->who = arena_text(&h->name, who);
}

int hearsay_at(struct hearsay *h, long long *entries)
{
	handle_begin(h);
	*entries = 0;
	enum status s = h->keep ? keep_at(h->keep, entries, &h->err) : STATUS_OK;
	if (h->keep && !s && h->loaded && !keep_current(h->keep))
		handle_forget(h);
	return (int)s;
}

const char *hearsay_doubts(struct hearsay *h)
{
	struct buf out = buf_in(handle_begin(h));
	exchange_doubts(&out, &h->told);
	return buf_str(&out);
}

int hearsay_add(struct hearsay *h, const char *const *paths, size_t n, hearsay_failed *failed, void *context)
{
	handle_begin(h);
	if (handle_need_file(h, "add") != STATUS_OK)
		return (int)h->err.status;
	struct intake in = intake(h, NULL, failed, context);
	h->loaded = false;
	struct files_options o = { .by_hash = true, .known = taking_knows, .take = taking_batch };
	enum status s = intake_read(&in, paths, n, o);
	if (s == STATUS_STOPPED)
		err_set(&h->err, s, "stopped: the case has %zu documents more, and the same command goes on from there",
			in.added);
	return (int)s;
}

int hearsay_add_bytes(struct hearsay *h, const char *name, const char *bytes, size_t n, hearsay_failed *failed,
		      void *context)
{
	handle_begin(h);
	if (handle_need_file(h, "add") != STATUS_OK)
		return (int)h->err.status;
	struct intake in = intake(h, NULL, failed, context);
	struct files_options o = { .by_hash = true, .known = taking_knows, .take = taking_batch };
	h->loaded = false;
	return (int)intake_read_bytes(&in, name, (struct slice){ bytes, n }, o);
}

int hearsay_draft(struct hearsay *h)
{
	handle_begin(h);
	if (handle_change(h, "draft") != STATUS_OK)
		return (int)h->err.status;
	return handle_changed(h, draft(h), "drafted from the documents");
}

int hearsay_edit(struct hearsay *h, const char *json, size_t n, const char *why, long long base)
{
	handle_begin(h);
	return (int)change_edit(h, (struct slice){ json, n }, why, base);
}

int hearsay_undo(struct hearsay *h, bool redo, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	enum status s = change_undo(h, redo, &out);
	return s == STATUS_OK ? handle_give(&out, bytes, n) : (int)s;
}

int hearsay_document_of(struct hearsay *h, const char *id, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	if (handle_load(h) != STATUS_OK)
		return (int)h->err.status;
	int at = case_find_document(&h->c, id);
	if (at < 0)
		return (int)err_set(&h->err, STATUS_NOT_FOUND, "there is no document %.80s in this case", id);
	json_write(&out, draft_document(out.arena, &h->c.documents.at[at]));
	return handle_give(&out, bytes, n);
}

int hearsay_original(struct hearsay *h, const char *id, const char **bytes, size_t *n)
{
	struct slice original;
	struct arena *a = handle_begin(h);
	enum status s = handle_need_file(h, "an original");
	s = s ? s : keep_original(a, h->keep, id, &original, &h->err);
	if (s == STATUS_OK) {
		*bytes = original.at;
		*n = original.len;
	}
	return (int)s;
}

int hearsay_search(struct hearsay *h, const char *words, size_t most, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct keep_journal journal = { 0 };
	enum status s = handle_load(h);
	s = s || !h->keep ? s : keep_log(out.arena, h->keep, &journal, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	search_case(&out, &h->c, &journal, words, most);
	return handle_give(&out, bytes, n);
}

int hearsay_import(struct hearsay *h, const char *path, const char *question, const char *format, const char **bytes,
		   size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	if (strcmp(format, "text") && strcmp(format, "json"))
		return handle_no_format(h, format, "json or text");
	if (handle_change(h, "import") != STATUS_OK)
		return (int)h->err.status;
	enum status s = exchange_read(&h->handle, path, question, &h->c, &h->told, &h->err);
	h->loaded = s == STATUS_OK; // a case that is no longer settled is read again
	if (handle_changed(h, s, arena_printf(&h->scratch, "imported from %s", path)) != STATUS_OK)
		return (int)h->err.status;
	exchange_tell(&out, &h->told, !strcmp(format, "json"));
	return handle_give(&out, bytes, n);
}

int hearsay_set(struct hearsay *h, const char *place, const char *value)
{
	handle_begin(h);
	enum status s = handle_load(h);
	s = s ? s : place_set(&h->handle, &h->c, place, value, &h->err);
	return (int)(s == STATUS_OK ? case_settle(&h->handle, &h->c, &h->err) : s);
}

// --- weigh and write ---

struct answer {
	struct assessment w;
	struct check_findings found;
};

static enum status weigh(struct hearsay *h, const struct hearsay_weighing *o, struct answer *x)
{
	*x = (struct answer){ 0 };
	struct weigh_options options = { .draws = o->draws ? o->draws : 10000, .seed = o->seed ? o->seed : 1 };
	options.most_sets = o->sets;
	if (o->draws == HEARSAY_NO_DRAWS) { // what is told while a rating is dragged
		options.draws = 0;
		options.most_sets = 1;
	}
	options.cache = &h->weighed;
	enum status s = handle_load(h);
	s = s ? s : weigh_case(&h->scratch, &h->c, &options, &x->w, &h->err);
	if (s == STATUS_OK)
		check_case(&h->scratch, &h->c, &x->w, &x->found);
	return s;
}

int hearsay_export(struct hearsay *h, const char *format, const char *question, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct answer x;
	struct write_input in = { .c = &h->c, .w = exchange_tells_answers(format) ? &x.w : NULL };
	enum status s = in.w ? weigh(h, &(struct hearsay_weighing){ 0 }, &x) : handle_load(h);
	s = s ? s : keep_times(out.arena, h->keep, &in.created, &in.changed, &h->err);
	s = s ? s : exchange_write(&out, &in, format, question, &h->err);
	return s == STATUS_OK ? handle_give(&out, bytes, n) : (int)s;
}

static int assessment(struct hearsay *h, struct buf *out, const struct hearsay_weighing *o, const char *format,
		      const char **bytes, size_t *n)
{
	struct answer x;
	enum status s = weigh(h, o, &x);
	if (s != STATUS_OK)
		return (int)s;
	if (!write_assessment(out, format, &h->c, &x.w, &x.found))
		return handle_no_format(h, format, "json, text, line or brief");
	return handle_give(out, bytes, n);
}

int hearsay_weigh(struct hearsay *h, const struct hearsay_weighing *o, const char *format, const char **bytes,
		  size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	return assessment(h, &out, o, format, bytes, n);
}

int hearsay_try(struct hearsay *h, const char *json, size_t json_n, const struct hearsay_weighing *o,
		const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct change_trial t;
	int s = (int)change_try(h, (struct slice){ json, json_n }, &t);
	s = s ? s : assessment(h, &out, o, format, bytes, n);
	change_untry(h, &t);
	return s;
}

int hearsay_ach(struct hearsay *h, const struct hearsay_scoring *o, const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	enum status s = handle_load(h);
	s = s ? s : classic(&out, &h->c, o, format, &h->err);
	return s == STATUS_OK ? handle_give(&out, bytes, n) : (int)s;
}

int hearsay_reports(struct hearsay *h, const char *format)
{
	enum write_format f;
	handle_begin(h);
	return write_format_of(format, &f) ? STATUS_OK
					   : handle_no_format(h, format, "md, html, pdf, docx, json or stix");
}

int hearsay_report(struct hearsay *h, const struct hearsay_weighing *o, const char *format, const char **bytes,
		   size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct answer x;
	enum write_format f;
	size_t documents;
	if (!write_format_of(format, &f))
		return handle_no_format(h, format, "md, html, pdf, docx, json or stix");
	if (o->draws == HEARSAY_NO_DRAWS)
		return (int)err_set(&h->err, STATUS_USAGE, "a report tells how sure its numbers are: it needs draws");
	enum status s = weigh(h, o, &x);
	if (s != STATUS_OK)
		return (int)s;
	struct tracing t;
	const struct document **docs = case_documents(out.arena, &h->c, &documents);
	struct comparison since;
	s = trace(h, out.arena, docs, documents, TRACE_REPORT, false, &t);
	if (!s && o->since)
		s = compare_since(out.arena, h->path, &h->c, &x.w, o, &since, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	struct write_input in = { .c = &h->c,
				  .w = &x.w,
				  .t = documents ? &t : NULL,
				  .found = &x.found,
				  .journal = h->keep ? keep_head(out.arena, h->keep) : NULL,
				  .version = HEARSAY_VERSION,
				  .since = o->since ? &since : NULL };
	s = keep_times(out.arena, h->keep, &in.created, &in.changed, &h->err);
	s = s ? s : write_report(&out, &in, f, &h->err);
	return s == STATUS_OK ? handle_give(&out, bytes, n) : (int)s;
}

int hearsay_figure(struct hearsay *h, const struct hearsay_weighing *o, const char *name, const char *question,
		   const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct answer x;
	struct tracing t;
	size_t documents;
	enum status s = weigh(h, o, &x);
	int q = question ? case_find_question(&h->c, question) : 0;
	if (s == STATUS_OK && q < 0)
		s = err_set(&h->err, STATUS_NOT_FOUND, "the case has no question '%.80s'", question);
	const struct document **docs = s ? NULL : case_documents(out.arena, &h->c, &documents);
	s = s ? s : trace(h, out.arena, docs, documents, TRACE_REPORT, false, &t);
	if (s != STATUS_OK)
		return (int)s;
	struct write_input in = { .c = &h->c, .w = &x.w, .t = documents ? &t : NULL, .found = &x.found };
	return write_figure(&out, &in, name, (size_t)q, o->width)
		   ? handle_give(&out, bytes, n)
		   : handle_no_format(h, name, "ruler, steps, time, confidence, ways, tally, origins or style");
}

int hearsay_check(struct hearsay *h, const struct hearsay_weighing *o, const char *format, const char **bytes,
		  size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct answer x;
	enum check_severity least = CHECK_NOTE;
	if (o->fail_on && !check_severity_read(o->fail_on, &least))
		return handle_no_format(h, o->fail_on, "fail on note, warning or error");
	enum status s = weigh(h, o, &x);
	if (s != STATUS_OK)
		return (int)s;
	if (!write_findings(&out, format, &h->c, &x.found, h->path))
		return handle_no_format(h, format, "text, json or sarif");
	handle_give(&out, bytes, n);
	return check_count(&x.found, least) ? STATUS_FINDINGS : STATUS_OK;
}

int hearsay_diff(struct hearsay *h, const char *was, const char *is, const struct hearsay_weighing *o,
		 const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct comparison c;
	enum status s = compare(out.arena, was, is, o, &c, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	return write_comparison(&out, format, &c) ? handle_give(&out, bytes, n)
						  : handle_no_format(h, format, "text or json");
}

int hearsay_score(struct hearsay *h, const char *const *paths, size_t count, const struct hearsay_weighing *o,
		  const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct scores scores;
	enum status s = scoring(out.arena, paths, count, o, &scores, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	return write_scores(&out, format, &scores) ? handle_give(&out, bytes, n)
						   : handle_no_format(h, format, "text, json or svg");
}

// --- the journal ---

int hearsay_log(struct hearsay *h, const char *format, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	struct keep_journal journal = { 0 };
	enum status s = handle_need_file(h, "log");
	s = s ? s : keep_log(out.arena, h->keep, &journal, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	return keep_log_as(&out, format, &journal) ? handle_give(&out, bytes, n)
						   : handle_no_format(h, format, "json or text");
}

int hearsay_verify(struct hearsay *h, const char **bytes, size_t *n)
{
	struct buf out = buf_in(handle_begin(h));
	enum status s = handle_need_file(h, "log --verify");
	s = s ? s : keep_verify(h->keep, &h->err);
	if (s != STATUS_OK)
		return (int)s;
	buf_printf(&out, "the journal holds: %s\n", keep_head(out.arena, h->keep));
	return handle_give(&out, bytes, n);
}

int hearsay_rebuild(struct hearsay *h, const char *path)
{
	struct arena *a = handle_begin(h);
	enum status s = keep_open(path, &h->keep, &h->err);
	s = s ? s : handle_transact(h, "rebuild");
	if (s != STATUS_OK)
		return (int)s;
	s = handle_conclude(h, remake(a, h->keep, &h->err));
	return (int)(s == STATUS_OK ? keep_load(&h->handle, h->keep, &h->c, &h->err) : s);
}

int hearsay_reader(const char *container)
{
	return container ? split_main(container) : child_main();
}
