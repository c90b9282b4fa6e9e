#include "base/file.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/run.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct option options[] = {
	{ 0, "verbatim", NULL, "take the text as it is: no cleaning, offsets are those of the input" },
	{ 0, "only", "text|attributions", "stop there, before statements", "text attributions" },
	{ 0, "confidence", "P", "attributions of at least this confidence, 0 to 1: less finds more, more errs less" },
	{ 0, "ndjson", NULL, "a line of JSON a document (as always)" },
	OPTION_JSON,
	OPTION_OUTLETS,
	OPTION_END,
};

static bool print(void *error, const char *json, size_t n)
{
	return file_write_fd(STDOUT_FILENO, json, n, "standard output", error) == STATUS_OK;
}

static bool read_confidence(const char *text, double *p)
{
	if (!text)
		return true;
	char *end;
	*p = strtod(text, &end);
	if (end != text && !*end && *p > 0 && *p <= 1)
		return true;
	log_error("read: --confidence takes a number above 0, up to 1, not '%s'", text);
	return false;
}

static int run(const struct arguments *a)
{
	const char *only = command_value(a, "only", NULL);
	if (only && strcmp(only, "text") && strcmp(only, "attributions")) {
		log_error("read: --only takes 'text' or 'attributions', not '%s'", only);
		return hearsay_exit_code(STATUS_USAGE);
	}
	struct hearsay_reading o = { .verbatim = command_has(a, "verbatim") };
	if (only)
		o.depth = strcmp(only, "text") ? HEARSAY_ATTRIBUTIONS : HEARSAY_TEXT;
	if (!read_confidence(command_value(a, "confidence", NULL), &o.confidence))
		return hearsay_exit_code(STATUS_USAGE);
	struct err e = { 0 };
	struct hearsay *h = hearsay_new();
	int s = hearsay_read(h, a->operands.at, a->operands.n, &o, print, run_file_failed, &e);
	if (e.status == STATUS_OK)
		return run_end(h, s);
	log_error("%s", e.text);
	hearsay_free(h);
	return hearsay_exit_code((int)e.status);
}

const struct command cli_read = { "read",  "FILE...", "documents and their statements, a line of JSON each",
				  options, 1,         SIZE_MAX,
				  run };
