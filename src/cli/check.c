#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = { OPTION_JSON, OPTION_DRAWS, OPTION_SEED, OPTION_END };

static int run(const struct arguments *a)
{
	return run_weighed(a, NULL, hearsay_check, command_has(a, "json") ? "json" : "text");
}

const struct command cli_check = {
	"check", "CASE", "what a careful reviewer would say; exit code 1 where there is something", options, 1, 1, run
};
