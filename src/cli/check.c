#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = { OPTION_JSON, OPTION_DRAWS, OPTION_SEED, OPTION_END };

static int run(const struct arguments *a)
{
	struct hearsay_weighing o;
	const char *bytes = NULL;
	size_t n = 0;
	if (!run_weighing(a, &o))
		return hearsay_exit_code(STATUS_USAGE);
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_check(h, &o, command_has(a, "json") ? "json" : "text", &bytes, &n);
	return run_print(h, s, a, bytes, n);
}

const struct command cli_check = {
	"check", "CASE", "what a careful reviewer would say; exit code 1 where there is something", options, 1, 1, run
};
