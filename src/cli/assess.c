#include "cli/commands.h"
#include "cli/run.h"

#include <string.h>

static const struct option options[] = {
	{ 'o', "output", "FILE", "write the report to a file" },
	{ 0, "case", "CASE", "the case file to make (default: the first input's name with .hearsay, here)" },
	{ 'f', "format", "FORMAT", "md (default), html, pdf, docx, json or stix", "md html pdf docx json stix" },
	OPTION_DRAWS,
	OPTION_SEED,
	OPTION_OUTLETS,
	OPTION_END,
};

// "dir/page.html" -> "page.hearsay", in the current folder.
static const char *case_name(const struct arguments *a)
{
	const char *first = a->operands.at[0], *slash = strrchr(first, '/'), *base = slash ? slash + 1 : first;
	const char *dot = strrchr(base, '.');
	int stem = dot && dot > base ? (int)(dot - base) : (int)strlen(base);
	return arena_printf(a->arena, "%.*s.hearsay", stem, base);
}

static int run(const struct arguments *a)
{
	struct hearsay_weighing o;
	const char *bytes = NULL, *path = command_value(a, "case", case_name(a));
	const char *format = command_value(a, "format", "md");
	size_t n = 0;
	int s = run_weighing(a, &o);
	if (s == STATUS_OK && run_writes_over(a, path))
		s = STATUS_USAGE;
	if (s != STATUS_OK)
		return hearsay_exit_code(s);
	struct hearsay *h = hearsay_new();
	int read = hearsay_reports(h, format); // before there is a case that would be in the way of the next try
	if (read == STATUS_OK)
		read = hearsay_assess(h, path, a->operands.at, a->operands.n, run_file_failed, NULL);
	s = run_failed(read) ? read : hearsay_report(h, &o, format, &bytes, &n);
	return run_print(h, s == STATUS_OK ? read : s, a, bytes, n);
}

const struct command cli_assess = { "assess", "FILE...", "read, trace, draft, weigh and write, in one go", options, 1,
				    SIZE_MAX, run };
