#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = { OPTION_END };

static int run(const struct arguments *a)
{
	struct hearsay *h = hearsay_new();
	return run_end(h, hearsay_rebuild(h, a->operands.at[0]));
}

const struct command cli_rebuild = { "rebuild", "CASE", "remake everything derived from the journal and the originals",
				     options,   1,      1,
				     run };
