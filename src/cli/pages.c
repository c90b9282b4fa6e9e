// The build runs these and installs what they print, so that neither can say anything else than --help does. The
// format of the page is man(7), which every troff and mandoc reads.
#include "cli/pages.h"

#include "base/status.h"
#include "cli/commands.h"
#include "cli/manual.h"
#include "hearsay.h"

#include <stdio.h>
#include <string.h>

// Text of a page: a hyphen is one that can be copied, and no line begins a request.
static void print_part(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if ((text[i] == '.' || text[i] == '\'') && (!i || text[i - 1] == '\n'))
			fputs("\\&", stdout);
		if (text[i] == '\\')
			fputs("\\e", stdout);
		else if (text[i] == '-')
			fputs("\\-", stdout);
		else
			putchar(text[i]);
	}
}

static void print_text(const char *text)
{
	print_part(text, strlen(text));
}

static void man_options(const struct option *table)
{
	for (const struct option *o = table; o->name; o++) {
		fputs(".TP\n", stdout);
		if (o->letter)
			printf("\\fB\\-%c\\fR, ", o->letter);
		fputs("\\fB", stdout);
		print_text("--");
		print_text(o->name);
		fputs("\\fR", stdout);
		if (o->argument) {
			fputs(" \\fI", stdout);
			print_text(o->argument);
			fputs("\\fR", stdout);
		}
		putchar('\n');
		print_text(o->help);
		putchar('\n');
	}
}

static void man_command(const struct command *c)
{
	fputs(".SS \"hearsay ", stdout);
	print_text(c->name);
	putchar(' ');
	print_text(c->operands);
	fputs("\"\n", stdout);
	print_text(c->summary);
	putchar('\n');
	man_options(c->options);
}

static void man_exit(void)
{
	puts(".SH EXIT STATUS");
	for (enum status s = 0; s < STATUS_COUNT; s++)
		printf(".TP\n%d\n%s\n", status_exit(s), status_text(s));
}

void pages_man(void)
{
	printf(".TH HEARSAY 1 \"\" \"hearsay %s\" \"User Commands\"\n", hearsay_version());
	fputs(".SH NAME\nhearsay \\- from what was said to what is likely\n"
	      ".SH SYNOPSIS\n.B hearsay\n.I COMMAND\n[\\fIOPTION\\fR...] \\fIOPERAND\\fR...\n"
	      ".SH COMMANDS\n",
	      stdout);
	for (const struct command *const *c = cli_commands; *c; c++)
		man_command(*c);
	puts(".SH OPTIONS OF EVERY COMMAND");
	man_options(command_common);
	puts(".SH OPTIONS WITHOUT A COMMAND");
	man_options(command_alone);
	fputs(".SH ENVIRONMENT\n"
	      ".TP\n.B HEARSAY_MODEL\nthe model that finds attributions, in place of the one that is installed\n"
	      ".TP\n.B HEARSAY_OUTLETS\na table of outlets to add, where --outlets does not say\n"
	      ".TP\n.B HEARSAY_READER\nthe program that reads documents, where hearsay is a library of another\n"
	      ".TP\n.B HEARSAY_THREADS\nhow many threads work, where --threads does not say\n"
	      ".TP\n.B HEARSAY_USER\nwho changes a case, for its journal\n"
	      ".TP\n.B SOURCE_DATE_EPOCH\nthe time that is written down, in seconds since 1970\n",
	      stdout);
	man_exit();
	puts(".SH SEE ALSO");
	for (const struct command *const *c = cli_commands; *c; c++) {
		fputs(".BR hearsay\\-", stdout);
		print_text((*c)->name);
		puts(c[1] ? " (1)," : " (1)");
	}
}

// --- a page a command ---

static void man_name(const struct command *c)
{
	const char *end = strchr(c->summary, ';'); // one clause, as apropos(1) shows it
	printf(".TH HEARSAY-");
	for (const char *at = c->name; *at; at++)
		putchar(*at >= 'a' && *at <= 'z' ? *at - 'a' + 'A' : *at);
	printf(" 1 \"\" \"hearsay %s\" \"User Commands\"\n.SH NAME\nhearsay\\-", hearsay_version());
	print_text(c->name);
	fputs(" \\- ", stdout);
	printf("%.*s\n", (int)(end ? end - c->summary : (long)strlen(c->summary)), c->summary);
}

static void man_synopsis(const struct command *c)
{
	fputs(".SH SYNOPSIS\n.B hearsay ", stdout);
	print_text(c->name);
	fputs("\n[\\fIOPTION\\fR...] ", stdout);
	print_text(c->operands);
	putchar('\n');
}

static void man_about(const char *text)
{
	puts(".SH DESCRIPTION");
	for (const char *end; (end = strstr(text, "\n\n")); text = end + 2) {
		print_part(text, (size_t)(end - text));
		puts("\n.PP");
	}
	print_text(text);
	putchar('\n');
}

static void man_examples(const struct manual_example *e)
{
	puts(".SH EXAMPLES");
	for (; e->what; e++) {
		puts(".TP");
		print_text(e->what);
		puts("\n.EX");
		print_text(e->words);
		puts("\n.EE");
	}
}

// What an operand of that name is, where it stands in the command's operands.
static void man_files(const struct command *c)
{
	static const struct {
		const char *operand, *file, *what;
	} files[] = {
		{ "CASE", "NAME.hearsay",
		  "a case file: the originals of the documents, and a journal in which every change is chained to the "
		  "one "
		  "before" },
		{ "CASE", "NAME.yaml, NAME.json", "a case as text, where a command does not change it" },
		{ "FILE", "attribution.model", "in share/hearsay: the model that finds attributions" },
		{ "NETWORK", "NAME.bif, NAME.uai, NAME.xdsl", "a Bayesian network" },
	};
	bool any = false;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		if (!strstr(c->operands, files[i].operand))
			continue;
		if (!any)
			puts(".SH FILES");
		any = true;
		fputs(".TP\n.I ", stdout);
		print_text(files[i].file);
		putchar('\n');
		print_text(files[i].what);
		putchar('\n');
	}
}

bool pages_man_of(const char *name)
{
	const struct command *const *c = cli_commands;
	const struct manual *m = manual_of(name);
	while (*c && strcmp((*c)->name, name) != 0)
		c++;
	if (!*c)
		return false;
	man_name(*c);
	man_synopsis(*c);
	man_about(m ? m->about : (*c)->summary);
	puts(".SH OPTIONS");
	man_options((*c)->options);
	man_options(command_common);
	man_exit();
	man_files(*c);
	if (m)
		man_examples(m->examples);
	puts(".SH SEE ALSO\n.BR hearsay (1)");
	return true;
}
