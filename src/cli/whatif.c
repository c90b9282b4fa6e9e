#include "base/log.h"
#include "cli/commands.h"
#include "cli/run.h"

#include <string.h>

static const struct option options[] = {
	{ 's', "set", "PLACE=VALUE", "e.g. facts.chatter.if.staged=likely; may stand several times" },
	OPTION_JSON,
	OPTION_DRAWS,
	OPTION_SEED,
	OPTION_END,
};

// Applies every --set in the order given. Returns a status; a word without '=' is said here.
static int set_all(struct hearsay *h, const struct arguments *a)
{
	for (each (g, &a->options)) {
		const char *equals = strchr(g->value, '=');
		if (strcmp(g->name, "set"))
			continue;
		if (!equals) {
			log_error("what-if: --set takes PLACE=VALUE, not '%s'", g->value);
			return STATUS_USAGE;
		}
		const char *place = arena_copy(a->arena, g->value, (size_t)(equals - g->value));
		int s = hearsay_set(h, place, equals + 1);
		if (s != STATUS_OK)
			return s;
	}
	return STATUS_OK;
}

static int run(const struct arguments *a)
{
	if (!command_has(a, "set")) {
		log_error("what-if: what is to be set? --set facts.ID.if.HYPOTHESIS=likely, or any other place");
		return hearsay_exit_code(STATUS_USAGE);
	}
	return run_weighed(a, set_all, hearsay_weigh, command_has(a, "json") ? "json" : "text");
}

const struct command cli_whatif = {
	"what-if", "CASE --set PLACE=VALUE ...", "the answer under a change, without making it", options, 1, 1, run
};
