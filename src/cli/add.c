#include "cli/commands.h"
#include "cli/run.h"

#include <signal.h>

static const struct option options[] = { OPTION_OUTLETS, OPTION_END };

static struct hearsay *running;

// The first signal asks to end; a second one ends.
static void stop(int signal)
{
	(void)signal;
	hearsay_stop(running);
}

static int run(const struct arguments *a)
{
	struct sigaction ask = { .sa_handler = stop, .sa_flags = (int)SA_RESETHAND };
	struct hearsay *h = running = hearsay_new();
	int s = hearsay_open(h, a->operands.at[0]);
	sigaction(SIGINT, &ask, NULL);
	sigaction(SIGTERM, &ask, NULL);
	if (s == STATUS_OK)
		s = hearsay_add(h, a->operands.at + 1, a->operands.n - 1, run_file_failed, NULL);
	return run_end(h, s);
}

const struct command cli_add = { "add", "CASE FILE...", "read documents into a case", options, 2, SIZE_MAX, run };
