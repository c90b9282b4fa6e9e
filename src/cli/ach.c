#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	{ 0, "question", "ID", "which question (default: the first)" },
	{ 0, "scoring", "METHOD", "heuer (default), parc, burton, open-synthesis or shattered",
	  "heuer parc burton open-synthesis shattered" },
	OPTION_JSON,
	OPTION_END,
};

static int run(const struct arguments *a)
{
	struct hearsay_scoring o = { .question = command_value(a, "question", NULL),
				     .method = command_value(a, "scoring", NULL) };
	const char *bytes = NULL;
	size_t n = 0;
	struct hearsay *h = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_ach(h, &o, command_has(a, "json") ? "json" : "text", &bytes, &n);
	return run_print(h, s, a, bytes, n);
}

const struct command cli_ach = { "ach", "CASE", "the classic matrix and its scores, beside the posteriors", options, 1,
				 1,     run };
