#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	{ 0, "question", "TEXT", "the question that the case is about" },
	OPTION_END,
};

static int run(const struct arguments *a)
{
	struct hearsay *h = hearsay_new();
	return run_end(h, hearsay_create(h, a->operands.at[0], command_value(a, "question", NULL)));
}

const struct command cli_new = { "new", "CASE", "a new, empty case file", options, 1, 1, run };
