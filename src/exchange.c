#include "exchange.h"

#include "case/format.h"
#include "case/json.h"
#include "case/matrix_of.h"
#include "case/yaml.h"
#include "draft/matrix_case.h"
#include "read/case.h"
#include "read/matrix.h"
#include "weigh/network_of.h"
#include "write/argdown.h"
#include "write/bif.h"
#include "write/matrix.h"
#include "write/misp.h"
#include "write/stix.h"
#include "write/xdsl.h"

#include <string.h>

// --- in ---

static enum status add_matrix(struct arena *a, const char *path, const char *ask, struct the_case *c,
			      struct exchange_told *told, struct err *e)
{
	struct matrix m;
	struct the_case with = *c;
	if (read_matrix(a, path, &m, e) != STATUS_OK)
		return e->status;
	told->remarks = m.remarks;
	matrix_case_add(a, &m, arena_text(a, ask), &with, &told->remarks);
	if (case_settle(a, &with, e) != STATUS_OK)
		return err_within(e, "%s", path);
	told->questions = with.questions.n - c->questions.n;
	told->facts = with.facts.n - c->facts.n;
	told->sources = with.sources.n - c->sources.n;
	told->reports = with.reports.n - c->reports.n;
	*c = with;
	return STATUS_OK;
}

static enum status replace_case(struct arena *a, const char *path, const char *ask, struct the_case *c,
				struct exchange_told *told, struct err *e)
{
	struct the_case now;
	if (ask)
		return err_set(e, STATUS_USAGE, "%s: --question is for a matrix; a case in YAML or JSON has its own",
			       path);
	if (read_case(a, path, c, &now, &told->remarks, e) != STATUS_OK)
		return e->status;
	*c = now;
	told->replaced = true;
	told->questions = c->questions.n;
	told->facts = c->facts.n;
	told->sources = c->sources.n;
	told->reports = c->reports.n;
	return STATUS_OK;
}

void exchange_tell(struct buf *out, const struct exchange_told *told, bool json)
{
	if (json) {
		struct node *map = node_map(out->arena);
		node_put_text(out->arena, map, "file", told->path);
		node_put_text(out->arena, map, "format", told->format);
		node_put_bool(out->arena, map, "replaced", told->replaced);
		node_put_number(out->arena, map, "questions", (double)told->questions);
		node_put_number(out->arena, map, "facts", (double)told->facts);
		node_put_number(out->arena, map, "sources", (double)told->sources);
		node_put_number(out->arena, map, "reports", (double)told->reports);
		remarks_write(out->arena, &told->remarks, map);
		json_write_pretty(out, map);
	} else {
		if (!told->replaced)
			buf_printf(out, "added: a question; facts: %zu, sources: %zu, reports: %zu\n", told->facts,
				   told->sources, told->reports);
		remarks_print(out, &told->remarks);
	}
}

void exchange_doubts(struct buf *out, const struct exchange_told *told)
{
	struct remarks doubts = told->remarks;
	doubts.at = arena_array(out->arena, struct remark, told->remarks.n);
	doubts.n = 0;
	for (size_t i = 0; i < told->remarks.n; i++)
		if (told->remarks.at[i].kind != REMARK_READ)
			doubts.at[doubts.n++] = told->remarks.at[i];
	remarks_print(out, &doubts);
}

// --- out ---

static enum status as_yaml(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)m, (void)e;
	yaml_write(out, format_write_case(out->arena, in->c));
	return STATUS_OK;
}

static enum status as_json(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)m, (void)e;
	json_write_pretty(out, format_write_case(out->arena, in->c));
	return STATUS_OK;
}

static enum status as_csv(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)in, (void)e;
	matrix_csv_write(out, m);
	return STATUS_OK;
}

static enum status as_xlsx(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)in;
	return matrix_xlsx_write(out, m, e);
}

static enum status as_achz(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)in, (void)e;
	matrix_achz_write(out, m);
	return STATUS_OK;
}

static enum status as_argdown(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)m, (void)e;
	argdown_write(out, in->c);
	return STATUS_OK;
}

static enum status as_stix(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)m, (void)e;
	stix_write(out, in, NULL);
	return STATUS_OK;
}

static enum status as_misp(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)m, (void)e;
	misp_write(out, in);
	return STATUS_OK;
}

static enum status as_network(struct buf *out, const struct the_case *c,
			      void (*write)(struct buf *, const struct network *), struct err *e)
{
	struct network n;
	enum status s = network_of_case(out->arena, c, &n, e);
	if (s == STATUS_OK)
		write(out, &n);
	return s;
}

static enum status as_bif(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)m;
	return as_network(out, in->c, bif_write, e);
}

static enum status as_xdsl(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)m;
	return as_network(out, in->c, xdsl_write, e);
}

static enum status as_findings(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e)
{
	(void)m;
	return as_network(out, in->c, bif_write_findings, e);
}

// --- the formats ---

enum { ENDS = 2 }; // of the names of files in one format

static const struct {
	const char *name, *ends[ENDS]; // NULL: no other
	bool matrix;                   // it is of one question
	bool answers;                  // it says what was made of the case
	enum status (*read)(struct arena *a, const char *path, const char *ask, struct the_case *c,
			    struct exchange_told *told, struct err *e);
	enum status (*write)(struct buf *out, const struct write_input *in, const struct matrix *m, struct err *e);
} formats[] = {
	{ "yaml", { ".yaml", ".yml" }, false, false, replace_case, as_yaml },
	{ "json", { ".json", NULL }, false, false, replace_case, as_json },
	{ "csv", { ".csv", ".tsv" }, true, false, add_matrix, as_csv },
	{ "xlsx", { ".xlsx", ".xlsm" }, true, false, add_matrix, as_xlsx },
	{ "achz", { ".achz", NULL }, true, false, add_matrix, as_achz },
	{ "stix", { NULL, NULL }, false, false, NULL, as_stix }, // read as JSON, by what it holds
	{ "misp", { NULL, NULL }, false, true, NULL, as_misp },
	{ "argdown", { ".argdown", ".ad" }, false, false, add_matrix, as_argdown },
	{ "bif", { NULL, NULL }, false, false, NULL, as_bif },
	{ "xdsl", { NULL, NULL }, false, false, NULL, as_xdsl },
	{ "findings", { NULL, NULL }, false, false, NULL, as_findings }, // beside a network
};

enum { FORMATS = sizeof formats / sizeof *formats };

// The format of a file by the end of its name; FORMATS: none.
static size_t format_of(const char *path)
{
	struct slice name = slice_of(path);
	for (size_t f = 0; f < FORMATS; f++)
		for (int i = 0; i < ENDS && formats[f].ends[i]; i++) {
			struct slice end = slice_of(formats[f].ends[i]);
			if (name.len > end.len &&
			    slice_is_nocase((struct slice){ name.at + name.len - end.len, end.len }, end.at))
				return f;
		}
	return FORMATS;
}

bool exchange_is_file(const char *path)
{
	return format_of(path) < FORMATS;
}

enum status exchange_read(struct arena *a, const char *path, const char *ask, struct the_case *c,
			  struct exchange_told *told, struct err *e)
{
	size_t f = format_of(path);
	*told = (struct exchange_told){ .path = arena_text(a, path) };
	f = f < FORMATS ? f : 0; // by another name it can only be YAML
	told->format = formats[f].name;
	return formats[f].read(a, path, ask, c, told, e);
}

static enum status find_question(const struct the_case *c, const char *id, size_t *at, struct err *e)
{
	int found = id ? case_find_question(c, id) : 0;
	if (!c->questions.n)
		return err_set(e, STATUS_BAD_INPUT, "the case has no question that a matrix could be of");
	if (found < 0)
		return err_set(e, STATUS_NOT_FOUND, "the case has no question '%.80s'", id);
	*at = (size_t)found;
	return STATUS_OK;
}

static enum status find_format(const char *name, size_t *at, struct err *e)
{
	struct arena scratch = { 0 };
	struct buf known = buf_in(&scratch);
	size_t n = sizeof formats / sizeof *formats;
	for (*at = 0; *at < n && strcmp(formats[*at].name, name); ++*at)
		buf_printf(&known, "%s%s", *at ? *at + 1 < n ? ", " : " or " : "", formats[*at].name);
	enum status s = *at < n
			    ? STATUS_OK
			    : err_set(e, STATUS_USAGE, "there is no format '%.40s' here; %s", name, buf_str(&known));
	arena_free(&scratch);
	return s;
}

bool exchange_tells_answers(const char *format)
{
	for (size_t f = 0; f < FORMATS; f++)
		if (!strcmp(formats[f].name, format))
			return formats[f].answers;
	return false;
}

enum status exchange_write(struct buf *out, const struct write_input *in, const char *format, const char *question,
			   struct err *e)
{
	size_t f, q = 0;
	struct matrix m = { 0 };
	enum status s = find_format(format, &f, e);
	if (s == STATUS_OK && question && !formats[f].matrix)
		s = err_set(e, STATUS_USAGE, "--question is for a matrix; %s has all of the case", format);
	if (s == STATUS_OK && formats[f].matrix) {
		s = find_question(in->c, question, &q, e);
		if (s == STATUS_OK)
			matrix_of_case(out->arena, in->c, q, &m);
	}
	return s ? s : formats[f].write(out, in, &m, e);
}
