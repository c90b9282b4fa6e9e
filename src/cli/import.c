#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = { OPTION_END };

static int run(const struct arguments *a)
{
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_import(h, a->operands.at[1]);
	return run_end(h, s);
}

const struct command cli_import = { "import", "CASE FILE", "replace the case's items by those of a YAML or JSON case",
				    options,  2,           2,
				    run };
