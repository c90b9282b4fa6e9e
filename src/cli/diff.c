#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	OPTION_JSON, { 'o', "output", "FILE", "write to a file" }, OPTION_DRAWS, OPTION_SEED, OPTION_END,
};

static int run(const struct arguments *a)
{
	struct hearsay_weighing o;
	const char *bytes = NULL;
	size_t n = 0;
	int s = run_weighing(a, &o);
	if (s != STATUS_OK)
		return hearsay_exit_code(s);
	struct hearsay *h = hearsay_new();
	s = hearsay_diff(h, a->operands.at[0], a->operands.at[1], &o, command_has(a, "json") ? "json" : "text", &bytes,
			 &n);
	return run_print(h, s, a, bytes, n);
}

const struct command cli_diff = { "diff",  "OLD NEW", "what moved between two assessments, and because of what",
				  options, 2,         2,
				  run };
