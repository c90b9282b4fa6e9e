#include "base/file.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/run.h"

#include <unistd.h>

static const struct option options[] = {
	{ 'e', "evidence", "FILE", "what was found: lines of NAME=STATE, or UAI's numbers" },
	{ 't', "target", "NAME",
	  "the variable that the rest is about: without each finding, with another, what to ask next" },
	{ 0, "only", "PART", "posteriors, without, flip, sensitivity or next",
	  "posteriors without flip sensitivity next" },
	{ 0, "repeat", "N", "time each stage over N runs and tell the median" },
	OPTION_JSON,
	OPTION_END,
};

static bool print(void *error, const char *bytes, size_t n)
{
	return file_write_fd(STDOUT_FILENO, bytes, n, "standard output", error) == STATUS_OK;
}

static int run(const struct arguments *a)
{
	unsigned long long repeat;
	struct err e = { 0 };
	if (!command_number(a, "repeat", &repeat))
		return hearsay_exit_code(STATUS_USAGE);
	if (repeat > 1000000) {
		log_error("infer: --repeat %llu is more than a million", repeat);
		return hearsay_exit_code(STATUS_USAGE);
	}
	struct hearsay_inferring o = { .evidence = command_value(a, "evidence", NULL),
				       .target = command_value(a, "target", NULL),
				       .only = command_value(a, "only", NULL),
				       .repeat = (size_t)repeat };
	struct hearsay *h = hearsay_new();
	int s = hearsay_infer(h, a->operands.at[0], &o, command_has(a, "json") ? "json" : "text", print, &e);
	if (e.status == STATUS_OK)
		return run_end(h, s);
	log_error("%s", e.text);
	hearsay_free(h);
	return hearsay_exit_code((int)e.status);
}

const struct command cli_infer = { "infer", "NETWORK", "what a Bayesian network (BIF, UAI, XDSL) says of its variables",
				   options, 1,         1,
				   run };
