#include "cli/commands.h"
#include "cli/run.h"

#include <limits.h>

static const struct option options[] = {
	OPTION_JSON,
	{ 'f', "format", "FORMAT", "text (default), json or svg: a calibration curve", "text json svg" },
	{ 'o', "output", "FILE", "write to a file" },
	OPTION_END,
};

static int run(const struct arguments *a)
{
	struct hearsay_weighing o = { 0 };
	const char *bytes = NULL, *format = command_value(a, "format", command_has(a, "json") ? "json" : "text");
	size_t n = 0;
	struct hearsay *h = hearsay_new();
	int s = hearsay_score(h, a->operands.at, a->operands.n, &o, format, &bytes, &n);
	return run_print(h, s, a, bytes, n);
}

const struct command cli_score = { "score",  "CASE...", "how answers did, where it is known what came true", options, 1,
				   SIZE_MAX, run };
