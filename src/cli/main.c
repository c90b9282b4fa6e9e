// hearsay: finds the command in the table and runs it.
#include "base/limits.h"
#include "base/log.h"
#include "base/par.h"
#include "base/status.h"
#include "cli/commands.h"
#include "cli/completion.h"
#include "cli/pages.h"
#include "cli/run.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

const struct command *const cli_commands[] = {
	&cli_assess, &cli_read,   &cli_trace, &cli_new,     &cli_add,   &cli_draft,  &cli_weigh,
	&cli_report, &cli_check,  &cli_ach,   &cli_diff,    &cli_score, &cli_whatif, &cli_infer,
	&cli_import, &cli_export, &cli_log,   &cli_rebuild, &cli_serve, NULL,
};

static int print_limits(void)
{
	for (const struct limit_row *l = limits_table; l->name; l++)
		printf("%-16s %12lld  %s\n", l->name, l->value, l->what);
	return 0;
}

static int run_command(const struct command *c, int argc, char **argv)
{
	struct arena arena = { 0 };
	struct arguments a = { .arena = &arena };
	unsigned long long threads = 0;
	int code = command_parse(&a, c, argc, argv);
	for (size_t i = 0; !code && i < a.operands.n; i++)
		if (run_writes_over(&a, a.operands.at[i]))
			code = status_exit(STATUS_USAGE);
	if (!code && command_has(&a, "help")) {
		command_help(c);
	} else if (!code && !command_number(&a, "threads", &threads)) {
		code = status_exit(STATUS_USAGE);
	} else if (!code) {
		log_quiet(command_has(&a, "quiet"));
		par_threads((size_t)threads);
		code = run_outlets(&a);
		code = code ? code : c->run(&a);
	}
	arena_free(&arena);
	return code;
}

// What no user types: what a reader child runs, and what the build asks of the program to install it.
static bool run_hidden(int argc, char **argv, int *code)
{
	const char *word = argc > 1 ? argv[1] : "";
	*code = 0;
	if (!strcmp(word, "--reader"))
		*code = hearsay_reader(argc > 2 ? argv[2] : NULL);
	else if (!strcmp(word, "--man") && argc == 2)
		pages_man();
	else if (!strcmp(word, "--man") && argc == 3)
		return pages_man_of(argv[2]);
	else if (!strcmp(word, "--completion") && argc == 3)
		return completion_print(argv[2]);
	else
		return false;
	return true;
}

static int run(int argc, char **argv)
{
	int code;
	if (run_hidden(argc, argv, &code))
		return code;
	const char *word = argc > 1 ? argv[1] : "--help";
	if (!strcmp(word, "--limits"))
		return print_limits();
	if (!strcmp(word, "--version")) {
		printf("hearsay %s\n", hearsay_version());
		return 0;
	}
	if (!strcmp(word, "--help") || !strcmp(word, "-h") || !strcmp(word, "help")) {
		command_usage();
		return argc > 1 ? 0 : status_exit(STATUS_USAGE);
	}
	for (const struct command *const *c = cli_commands; *c; c++)
		if (!strcmp((*c)->name, word))
			return run_command(*c, argc - 2, argv + 2);
	log_error("there is no command '%s'; hearsay --help lists them", word);
	return status_exit(STATUS_USAGE);
}

int main(int argc, char **argv)
{
	signal(SIGXFSZ, SIG_IGN); // a file that may not grow fails in its write, which says so
	int code = run(argc, argv);
	if (fflush(stdout) || ferror(stdout)) {
		log_error("standard output: cannot be written: %s", strerror(errno));
		code = status_exit(STATUS_IO);
	}
	return code;
}
