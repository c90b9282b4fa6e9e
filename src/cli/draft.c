#include "base/log.h"
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/run.h"

#include <string.h>

static const struct option options[] = {
	{ 'f', "format", "casedraft", "print the draft of one text as casedraft/1 instead", "casedraft" },
	{ 'r', "review", NULL, "then ask of each thing that is drafted whether to keep it, the most doubtful first" },
	{ 'o', "output", "FILE", "write it to a file" },
	OPTION_END,
};

static int run(const struct arguments *a)
{
	const char *format = command_value(a, "format", NULL), *bytes = NULL;
	size_t n = 0;
	if (format && strcmp(format, "casedraft")) {
		log_error("draft: there is no format '%s'; casedraft is the only one", format);
		return hearsay_exit_code(STATUS_USAGE);
	}
	if (format && command_has(a, "review")) {
		log_error("draft: --review is of a case; -f casedraft makes none");
		return hearsay_exit_code(STATUS_USAGE);
	}
	struct hearsay *h = hearsay_new();
	int s;
	if (format) {
		s = hearsay_casedraft(h, a->operands.at[0], &bytes, &n);
		return run_print(h, s, a, bytes, n);
	}
	s = hearsay_open(h, a->operands.at[0]);
	if (s == STATUS_OK)
		s = hearsay_draft(h);
	if (s == STATUS_OK && command_has(a, "review"))
		s = ask_all(h);
	return run_end(h, s);
}

const struct command cli_draft = { "draft",
				   "CASE | FILE -f casedraft",
				   "propose what the documents suggest; never overwrites what a person set",
				   options,
				   1,
				   1,
				   run };
