#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	{ 0, "question", "TEXT", "of a matrix: the question that it answers, in words" },
	OPTION_JSON,
	OPTION_END,
};

static int run(const struct arguments *a)
{
	const char *bytes = NULL, *format = command_has(a, "json") ? "json" : "text";
	size_t n = 0;
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_import(h, a->operands.at[1], command_value(a, "question", NULL), format, &bytes, &n);
	return run_print(h, s, a, bytes, n);
}

const struct command cli_import = {
	"import",
	"CASE FILE",
	"a case (YAML, JSON, STIX, MISP) in place of its items, or a matrix (CSV, XLSX, ...) added",
	options,
	2,
	2,
	run
};
