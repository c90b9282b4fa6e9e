#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	{ 'f', "format", "FORMAT",
	  "yaml (default), json, stix, misp, argdown, csv, xlsx, achz, bif, xdsl or findings",
	  "yaml json stix misp argdown csv xlsx achz bif xdsl findings" },
	{ 0, "question", "ID", "of a matrix: the question that it is of (default: the first)" },
	{ 'o', "output", "FILE", "write to a file" },
	OPTION_END,
};

static int run(const struct arguments *a)
{
	const char *bytes = NULL;
	size_t n = 0;
	struct hearsay *h = hearsay_new();
	int s = run_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_export(h, command_value(a, "format", "yaml"), command_value(a, "question", NULL), &bytes,
				   &n);
	return run_print(h, s, a, bytes, n);
}

const struct command cli_export = { "export", "CASE", "the case as text, for people, programs and git", options, 1,
				    1,        run };
