#include "cli/commands.h"
#include "cli/run.h"

static const struct option options[] = {
	{ 'f', "format", "FORMAT", "md (default), html, pdf, docx, json or stix", "md html pdf docx json stix" },
	{ 'o', "output", "FILE", "write to a file" },
	{ 0, "since", "OLD", "the assessment before, a case or what weigh --json printed: what moved since" },
	OPTION_DRAWS,
	OPTION_SEED,
	OPTION_END,
};

static int run(const struct arguments *a)
{
	return run_weighed(a, NULL, hearsay_report, command_value(a, "format", "md"));
}

const struct command cli_report = { "report", "CASE", "the assessment, written", options, 1, 1, run };
