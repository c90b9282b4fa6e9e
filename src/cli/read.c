#include "base/file.h"
#include "base/log.h"
#include "cli/commands.h"
#include "cli/run.h"

#include <string.h>

static const struct option options[] = {
	{ 0, "verbatim", NULL, "take the text as it is: no cleaning, offsets are those of the input" },
	{ 0, "only", "text", "stop before statements" },
	{ 0, "ndjson", NULL, "a line of JSON a document (as always)" },
	OPTION_JSON,
	OPTION_END,
};

// A file that fails costs only itself; the worst status is the command's.
static int run(const struct arguments *a)
{
	const char *only = command_value(a, "only", NULL);
	if (only && strcmp(only, "text")) {
		log_error("read: --only takes 'text', not '%s'", only);
		return hearsay_exit_code(STATUS_USAGE);
	}
	struct hearsay_reading o = { .verbatim = command_has(a, "verbatim"), .text_only = only != NULL };
	int worst = STATUS_OK;
	struct err e = { 0 }; // of the output, without which there is no use in going on
	struct hearsay *h = hearsay_new();
	for (each (path, &a->operands)) {
		const char *bytes = NULL;
		size_t n = 0;
		int s = hearsay_read(h, *path, &o, &bytes, &n);
		if (s != STATUS_OK)
			log_error("%s", hearsay_error(h));
		else
			s = (int)file_write("-", (struct slice){ bytes, n }, &e);
		worst = s > worst ? s : worst;
		if (e.status)
			break;
	}
	if (e.status)
		log_error("%s", e.text);
	hearsay_free(h);
	return hearsay_exit_code(worst);
}

const struct command cli_read = { "read",  "FILE...", "documents and their statements, a line of JSON each",
				  options, 1,         SIZE_MAX,
				  run };
