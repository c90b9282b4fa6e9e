/* hearsay: from what was said to what is likely.
 *
 * The whole public interface. A `struct hearsay` holds one case and everything computed from it. Functions return a
 * status: 0 done, 1 done with findings, anything else a failure, for which hearsay_error gives a sentence that names
 * the place and what to do, and hearsay_exit_code the code a program should end with. Bytes given out live until the
 * next call on the same handle. A handle is used by one thread at a time. */
#ifndef HEARSAY_H
#define HEARSAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HEARSAY_API __attribute__((visibility("default")))

struct hearsay;

/* Told of a document that could not be read, in a sentence that names its place; it costs only itself. */
typedef void hearsay_failed(void *context, const char *error);

HEARSAY_API const char *hearsay_version(void);
HEARSAY_API struct hearsay *hearsay_new(void);
HEARSAY_API void hearsay_free(struct hearsay *h);
HEARSAY_API const char *hearsay_error(const struct hearsay *h); /* of the last failure; "" where there was none */
HEARSAY_API int hearsay_exit_code(int status);                  /* 0 to 9 */

/* Asks what the handle is at to end early, with what it has in hand done and a status of its own: reading files does
 * so. May be called from a signal handler and from other threads. */
HEARSAY_API void hearsay_stop(struct hearsay *h);

/* --- documents, without a case --- */

/* Wherever there are paths, they name documents, folders of them, or what holds many: .warc, .warc.gz, .mbox, lines of
 * JSON (.ndjson, .jsonl); each may be compressed by gzip. "-" is standard input. Memory does not grow with them except
 * where it is said. */

/* How far to read. */
enum hearsay_depth { HEARSAY_STATEMENTS, HEARSAY_ATTRIBUTIONS, HEARSAY_TEXT };

struct hearsay_reading {
	bool verbatim;            /* take texts as they are: offsets are those of the input */
	enum hearsay_depth depth;
	double confidence;        /* give attributions of at least this one; 0: the best compromise */
};
/* Takes a document as a line of JSON (doc/json-schema/document.json), valid during the call. False: no more are
 * wanted. */
typedef bool hearsay_document(void *context, const char *json, size_t n);
/* Reads documents, in the order of the paths; `failed` may be NULL. */
HEARSAY_API int hearsay_read(struct hearsay *h, const char *const *paths, size_t n, const struct hearsay_reading *o,
			     hearsay_document *give, hearsay_failed *failed, void *context);

/* Drafts one file as casedraft/1. */
HEARSAY_API int hearsay_casedraft(struct hearsay *h, const char *path, const char **json, size_t *n);

struct hearsay_tracing {
	const char *level; /* "text", "report" or "strict": what counts as one origin */
	bool verbatim;
};
/* Reads files (or takes the documents of one case; with n 0, of the one that is open) and traces them; all are in
 * memory then. What was settled of two documents of the case goes before what is found. */
HEARSAY_API int hearsay_trace(struct hearsay *h, const char *const *paths, size_t n, const struct hearsay_tracing *o,
			      hearsay_failed *failed, void *context);
/* What the last tracing found: "json" (doc/json-schema/trace.json), "text", "svg" (a picture), "clusters" or "edges"
 * (TSV); of no documents where there was no tracing. */
HEARSAY_API int hearsay_traced(struct hearsay *h, const char *format, const char **bytes, size_t *n);

/* Two documents of the open case side by side (their ids): what stands in both, what is established between them, and
 * what each way to settle them would come to. JSON, doc/json-schema/pair.json. */
HEARSAY_API int hearsay_pair(struct hearsay *h, const char *a, const char *b, const char **bytes, size_t *n);
/* The pairs that are worth settling, the most useful first, at most 50: doc/json-schema/unsettled.json. */
HEARSAY_API int hearsay_unsettled(struct hearsay *h, const char **bytes, size_t *n);

/* --- a network alone --- */

struct hearsay_inferring {
	const char *evidence; /* a file of findings, or NULL */
	const char *target;   /* the variable that everything but the posteriors is about; NULL: posteriors alone */
	const char *only;     /* "posteriors", "without", "flip", "sensitivity" or "next"; NULL: all of them */
	size_t repeat;        /* time each stage over so many runs, and tell the median; 0: one */
};
/* Takes a piece of the output, valid during the call. False: no more is wanted. */
typedef bool hearsay_bytes(void *context, const char *bytes, size_t n);
/* What a network (BIF, UAI, XDSL) says of its variables: "json" (doc/json-schema/inference.json) or "text". */
HEARSAY_API int hearsay_infer(struct hearsay *h, const char *path, const struct hearsay_inferring *o,
			      const char *format, hearsay_bytes *give, void *context);

/* --- a case --- */

/* Reads, traces, drafts, and keeps it all as a new case file (refused where one is), which is open then, its documents
 * in memory. */
HEARSAY_API int hearsay_assess(struct hearsay *h, const char *case_path, const char *const *paths, size_t n,
			       hearsay_failed *failed, void *context);

/* Makes a case file (refused where one is) and opens it. `question` may be NULL. */
HEARSAY_API int hearsay_create(struct hearsay *h, const char *path, const char *question);
/* Opens a case file, or reads a case in YAML (.yaml, .yml) or JSON (.json), or a matrix (.csv, .tsv, .xlsx, .achz,
 * .argdown; doc/formats.md) as one, which is not kept. */
HEARSAY_API int hearsay_open(struct hearsay *h, const char *path);
/* Who makes the changes from now on, for the journal; NULL: HEARSAY_USER, or the user's name. */
HEARSAY_API void hearsay_as(struct hearsay *h, const char *who);
/* How many entries the journal of the open case file has, as it stands on disk; 0 of what is no case file. Where
 * another program has changed it, the next call loads the case anew. */
HEARSAY_API int hearsay_at(struct hearsay *h, long long *entries);
/* What had to be assumed of the file that was opened or imported last, and what of it was left out: lines, "" where
 * there is nothing to say. */
HEARSAY_API const char *hearsay_doubts(struct hearsay *h);
/* Adds to the open case file the documents that it does not have yet, some hundred at a time: when it is stopped or
 * killed, those before are kept, and the same call goes on from there. */
HEARSAY_API int hearsay_add(struct hearsay *h, const char *const *paths, size_t n, hearsay_failed *failed,
			    void *context);
/* The same of one file that is in memory already, which may be a container, under the name that it has. */
HEARSAY_API int hearsay_add_bytes(struct hearsay *h, const char *name, const char *bytes, size_t n,
				  hearsay_failed *failed, void *context);
/* Proposes what the documents suggest; never changes what a person set. */
HEARSAY_API int hearsay_draft(struct hearsay *h);
/* The places of what a draft proposed and nobody answered yet ("facts.chatter", "questions.who.staged"): the least sure
 * reading first, what rests on no statement last. They live as long as the handle. */
HEARSAY_API int hearsay_drafted(struct hearsay *h, const char *const **places, size_t *n);

struct hearsay_item {
	const char *text;          /* lines: what it is and says, the words it rests on, how sure they were read, why */
	const char *field, *value; /* the one field that is worth editing, and its value */
};
/* One of them, as it is now; not found where it went with another. */
HEARSAY_API int hearsay_show(struct hearsay *h, const char *place, struct hearsay_item *item);
/* Makes one of them the person's: no draft changes it from then on. `value` not NULL is put into its field; where it
 * is refused, nothing is changed. In the case file when the call returns. */
HEARSAY_API int hearsay_keep(struct hearsay *h, const char *place, const char *value);
/* Removes one of them with what cannot stand without it, and no draft proposes it again; nothing is changed where the
 * case would break a rule of the model. In the case file when the call returns. */
HEARSAY_API int hearsay_drop(struct hearsay *h, const char *place);
/* Changes the case, in one transaction: all edits, made one after another, or none; where they are refused, or the case
 * would break a rule of the model, nothing is changed in the file or here. In the case file when the call returns. The
 * edits are a list in JSON (doc/json-schema/edits.json):
 *   {"set": "facts.chatter.if.staged", "to": "likely"}       a value, as in the case's JSON, rated before or not; null
 *                                                            takes it back
 *   {"set": ..., "to": 0.2, "as": "ana"}                     the value of one analyst, in a `by`; null takes that back
 *   {"put": "facts", "item": {"id": "chatter", ...}}         a whole item, new or in place of the one with its id
 *   {"put": "hypotheses", "of": "who", "item": {...}}        of a question
 *   {"put": "case", "item": {"title": ...}}                  the head's fields that are given; null removes one
 *   {"merge": "statements", "id": "s1", "item": {...}}       the fields that are given replace the item's, maps are
 *                                                            merged, null removes; "of" for a hypothesis
 *   {"drop": "facts", "id": "chatter"}                       with what cannot stand without it; "of" for a hypothesis
 * An item that an edit touches is no longer a draft's, unless the item given says so. `why` (or NULL) is for the
 * journal. `base` is how many entries of the journal the maker of the edits had seen (hearsay_at): where a later one is
 * of an item that they change, the status is that of a conflict, and the sentence says who changed it and when; -1: do
 * it all the same. */
HEARSAY_API int hearsay_edit(struct hearsay *h, const char *json, size_t n, const char *why, long long base);
/* Undoes the last step of who makes the changes (hearsay_as) that is not undone yet, or redoes what they undid last and
 * nothing else since: a new step, which tells itself in a sentence. A step is what one call entered in the journal.
 * Added documents stay, and are passed over; before an import, and the making of the case, it ends. A conflict where
 * an item is no longer as the step left it, naming who changed it; not found where there is nothing. */
HEARSAY_API int hearsay_undo(struct hearsay *h, bool redo, const char **bytes, size_t *n);
/* One document of the open case as hearsay_read gives it, a line of JSON; its statements have the ids that they have in
 * the case's list, whether they stand there still or not. */
HEARSAY_API int hearsay_document_of(struct hearsay *h, const char *id, const char **bytes, size_t *n);
/* The bytes of a document as they were added to the case file. */
HEARSAY_API int hearsay_original(struct hearsay *h, const char *id, const char **bytes, size_t *n);
/* Where in the case words stand, without regard to case and accents, all of them in one item: in documents, items, the
 * reasons in the journal; at most so many, names before texts, as JSON (doc/json-schema/search.json). */
HEARSAY_API int hearsay_search(struct hearsay *h, const char *words, size_t most, const char **bytes, size_t *n);
/* Replaces the case's items by those of a case in YAML or JSON, of a bundle of STIX 2.1 or of an event of MISP, or adds
 * those of a matrix, as a question in these words (`question`; NULL: the file's own). Gives what it understood, assumed
 * and left out, as "text" (nothing for a case of our own) or "json" (doc/json-schema/import.json). Where it fails,
 * nothing is changed. */
HEARSAY_API int hearsay_import(struct hearsay *h, const char *path, const char *question, const char *format,
			       const char **bytes, size_t *n);
/* The case in "yaml" or "json" (doc/json-schema/case.json), as "stix" (a bundle of STIX 2.1), "misp" (an event, with
 * how likely its hypotheses are: it is weighed) or an argument map ("argdown"); the matrix of one question (its id;
 * NULL: the first) in "csv", "xlsx" or "achz" (doc/formats.md); the network of the case in "bif" or "xdsl", with the
 * "findings" beside it: what hearsay_infer takes. */
HEARSAY_API int hearsay_export(struct hearsay *h, const char *format, const char *question, const char **bytes,
			       size_t *n);
/* Sets a place ("facts.chatter.if.staged") to a value, in this handle only: what if? */
HEARSAY_API int hearsay_set(struct hearsay *h, const char *place, const char *value);

#define HEARSAY_NO_DRAWS SIZE_MAX

struct hearsay_weighing {
	size_t draws;  /* 0: the default, 10000; HEARSAY_NO_DRAWS: none, in a fraction of the time, and so no intervals
			* and no confidence; and origins are taken away one by one, not by twos and threes */
	uint64_t seed; /* 0: the default, 1 */
	size_t sets;   /* of origins, at most, whose loss is looked at for what would turn the answer; 0: 200,000 */
	const char *since;   /* hearsay_report: the assessment before, as hearsay_diff takes it; NULL: none */
	unsigned width;      /* hearsay_figure: pixels; 0: as a page of a report has it */
	const char *fail_on; /* hearsay_check: the least severity that counts: "note" (NULL), "warning" or "error" */
};
/* Weighs; "json" (doc/json-schema/assessment.json) or "text"; "line": the JSON on one line, to six decimals and without
 * findings; "brief": the same without what the answers hang on, but for facts. */
HEARSAY_API int hearsay_weigh(struct hearsay *h, const struct hearsay_weighing *o, const char *format,
			      const char **bytes, size_t *n);
/* The same as if edits (hearsay_edit) had been made; the case stays as it is. Where they set nothing but values that
 * are entered already, it takes the time of a weighing and no more. */
HEARSAY_API int hearsay_try(struct hearsay *h, const char *json, size_t json_n, const struct hearsay_weighing *o,
			    const char *format, const char **bytes, size_t *n);
struct hearsay_scoring {
	const char *question; /* its id; NULL: the first */
	const char *method;   /* "heuer", "parc", "burton", "open-synthesis" or "shattered"; NULL: Heuer's */
};
/* A question as the classic matrix of hypotheses and evidence, with the scores of a classic program beside the
 * posteriors, and why their orders differ: "json" (doc/json-schema/ach.json) or "text". */
HEARSAY_API int hearsay_ach(struct hearsay *h, const struct hearsay_scoring *o, const char *format, const char **bytes,
			    size_t *n);
/* Whether there is such a report: "md", "html", "pdf", "docx", "json" or "stix". */
HEARSAY_API int hearsay_reports(struct hearsay *h, const char *format);
/* The written assessment, in one of these formats. */
HEARSAY_API int hearsay_report(struct hearsay *h, const struct hearsay_weighing *o, const char *format,
			       const char **bytes, size_t *n);
/* One figure as an SVG to stand in a page: "ruler", "steps", "time" or "confidence" of a question (its id; NULL: the
 * first), "ways" or "tally" of the reports, "origins" of reports and documents in time; nothing where there is nothing
 * to see. Its colours are classes, whose rules "style" gives: they take the variables of a page (--ink, --page, --for,
 * ...) or else what suits light and dark ground. Groups of "origins" have data-kind and data-id. */
HEARSAY_API int hearsay_figure(struct hearsay *h, const struct hearsay_weighing *o, const char *name,
			       const char *question, const char **bytes, size_t *n);
/* What a careful reviewer would say, as "text", "json" (doc/json-schema/findings.json) or "sarif" (SARIF 2.1.0). Status
 * 1 where there is a finding that is severe enough. */
HEARSAY_API int hearsay_check(struct hearsay *h, const struct hearsay_weighing *o, const char *format,
			      const char **bytes, size_t *n);

/* What moved between two assessments, and because of what, as "text" or "json" (doc/json-schema/comparison.json). Each
 * is a case (a case file, YAML, JSON), which is weighed, or an assessment that hearsay_weigh gave as JSON. */
HEARSAY_API int hearsay_diff(struct hearsay *h, const char *was, const char *is, const struct hearsay_weighing *o,
			     const char *format, const char **bytes, size_t *n);

/* How the answers to questions whose outcome is known did, and the sources on facts whose truth is: "text", "json"
 * (doc/json-schema/scores.json) or "svg", a calibration curve. Each path is a case. */
HEARSAY_API int hearsay_score(struct hearsay *h, const char *const *paths, size_t count,
			      const struct hearsay_weighing *o, const char *format, const char **bytes, size_t *n);

/* The journal, as "text" or "json" (doc/json-schema/journal.json). */
HEARSAY_API int hearsay_log(struct hearsay *h, const char *format, const char **bytes, size_t *n);
/* Whether the journal's chain holds: a sentence, or an error that names the row. */
HEARSAY_API int hearsay_verify(struct hearsay *h, const char **bytes, size_t *n);
/* Opens a case file, however damaged what it derived is, and remakes that: items from the journal, documents from the
 * originals. */
HEARSAY_API int hearsay_rebuild(struct hearsay *h, const char *path);

/* What `hearsay --reader` runs: parses documents in a locked-in process. With the name of a container, `hearsay
 * --reader NAME`, it takes apart what stands at its standard input instead. Returns the exit code. */
HEARSAY_API int hearsay_reader(const char *container);

#ifdef __cplusplus
}
#endif
#endif
