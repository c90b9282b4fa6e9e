#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = { OPTION_END };

static int run(const struct arguments *a)
{
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_add(h, a->operands.at + 1, a->operands.n - 1, run_file_failed, NULL);
	return run_end(h, s);
}

const struct command cli_add = { "add", "CASE FILE...", "read documents into a case", options, 2, SIZE_MAX, run };
