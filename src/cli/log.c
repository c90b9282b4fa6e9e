#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	{ 0, "verify", NULL, "check that nobody changed, removed or moved a row" },
	OPTION_JSON,
	OPTION_END,
};

static int run(const struct arguments *a)
{
	const char *bytes = NULL;
	size_t n = 0;
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK && command_has(a, "verify"))
		s = hearsay_verify(h, &bytes, &n);
	else if (s == STATUS_OK)
		s = hearsay_log(h, command_has(a, "json") ? "json" : "text", &bytes, &n);
	return run_print(h, s, a, bytes, n);
}

const struct command cli_log = { "log", "CASE", "the journal, and whether its chain holds", options, 1, 1, run };
