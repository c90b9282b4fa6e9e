#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = { OPTION_END };

static int run(const struct arguments *a)
{
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_rebuild(h);
	return run_end(h, s);
}

const struct command cli_rebuild = { "rebuild", "CASE", "remake everything derived from the journal and the originals",
				     options,   1,      1,
				     run };
