#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	OPTION_JSON,
	{ 'f', "format", "FORMAT", "text (default), json or sarif", "text json sarif" },
	{ 'o', "output", "FILE", "write to a file" },
	{ 0, "fail-on", "SEVERITY", "exit code 1 from this severity on: note (default), warning or error",
	  "note warning error" },
	OPTION_DRAWS,
	OPTION_SEED,
	OPTION_END,
};

static int run(const struct arguments *a)
{
	return run_weighed(a, NULL, hearsay_check,
			   command_value(a, "format", command_has(a, "json") ? "json" : "text"));
}

const struct command cli_check = {
	"check", "CASE", "what a careful reviewer would say; exit code 1 where there is something", options, 1, 1, run
};
