#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	{ 'f', "format", "FORMAT", "yaml (default), json, stix or misp" },
	{ 'o', "output", "FILE", "write to a file" },
	OPTION_END,
};

static int run(const struct arguments *a)
{
	const char *bytes = NULL;
	size_t n = 0;
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_export(h, command_value(a, "format", "yaml"), &bytes, &n);
	return run_print(h, s, a, bytes, n);
}

const struct command cli_export = { "export", "CASE", "the case as text, for people, programs and git", options, 1,
				    1,        run };
