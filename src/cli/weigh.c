#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = { OPTION_JSON, OPTION_DRAWS, OPTION_SEED, OPTION_END };

static int run(const struct arguments *a)
{
	return run_weighed(a, NULL, hearsay_weigh, command_has(a, "json") ? "json" : "text");
}

const struct command cli_weigh = { "weigh", "CASE", "the numbers of the assessment", options, 1, 1, run };
