#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = { OPTION_END };

static int run(const struct arguments *a)
{
	const char *told = NULL;
	size_t n = 0;
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_import(h, a->operands.at[1], &told, &n);
	return run_print(h, s, a, told, n);
}

const struct command cli_import = {
	"import", "CASE FILE", "replace the case's items by those of a case in YAML, JSON, STIX or MISP", options, 2, 2,
	run
};
