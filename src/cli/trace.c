#include "base/file.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	{ 0, "level", "LEVEL", "what counts as one origin: text, report (default) or strict",
	  "text report strict" },
	{ 0, "verbatim", NULL, "take the texts as they are" },
	{ 0, "clusters", "FILE", "write 'id cluster' lines" },
	{ 0, "edges", "FILE", "write 'child parent relation spans' lines" },
	{ 'f', "format", "FORMAT", "text (default), json, or svg: a picture", "text json svg" },
	{ 'o', "output", "FILE", "write to a file" },
	{ 0, "json", NULL, "short for -f json" },
	OPTION_OUTLETS,
	OPTION_END,
};

// --clusters and --edges: the same tracing in a form of its own, beside what goes to standard output.
static int write_beside(struct hearsay *h, const struct arguments *a, const char *format)
{
	const char *path = command_value(a, format, NULL), *bytes;
	size_t n;
	struct err e;
	if (!path)
		return STATUS_OK;
	int s = hearsay_traced(h, format, &bytes, &n);
	if (s == STATUS_OK && (s = (int)file_write(path, (struct slice){ bytes, n }, &e)) != STATUS_OK)
		log_error("%s", e.text);
	return s;
}

static int run(const struct arguments *a)
{
	const char *bytes = NULL;
	size_t n = 0;
	struct hearsay_tracing o = { .level = command_value(a, "level", "report"),
				     .verbatim = command_has(a, "verbatim") };
	const char *format = command_value(a, "format", command_has(a, "json") ? "json" : "text");
	struct hearsay *h = hearsay_new();
	int known = hearsay_traced(h, format, &bytes, &n); // of no documents yet: whether there is such a format
	if (known != STATUS_OK)
		return run_end(h, known);
	int read = hearsay_trace(h, a->operands.at, a->operands.n, &o, run_file_failed, NULL);
	int s = run_failed(read) ? read : write_beside(h, a, "clusters");
	if (s == STATUS_OK)
		s = write_beside(h, a, "edges");
	if (s == STATUS_OK)
		s = hearsay_traced(h, format, &bytes, &n);
	return run_print(h, s == STATUS_OK ? read : s, a, bytes, n);
}

const struct command cli_trace = {
	"trace", "FILE... | CASE", "who copied and who cites whom; how many origins there are", options, 1, SIZE_MAX,
	run
};
