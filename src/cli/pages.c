// The build runs these and installs what they print, so that neither can say anything else than --help does. The
// format of the page is man(7), which every troff and mandoc reads.
#include "cli/pages.h"

#include "base/status.h"
#include "cli/commands.h"
#include "hearsay.h"

#include <stdio.h>

// Text of a page: a hyphen is one that can be copied, and no line begins a request.
static void print_text(const char *text)
{
	if (*text == '.' || *text == '\'')
		fputs("\\&", stdout);
	for (; *text; text++) {
		if (*text == '\\')
			fputs("\\e", stdout);
		else if (*text == '-')
			fputs("\\-", stdout);
		else
			putchar(*text);
	}
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
		if (o->argument)
			printf(" \\fI%s\\fR", o->argument);
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
	puts(".SH EXIT STATUS");
	for (enum status s = 0; s < STATUS_COUNT; s++)
		printf(".TP\n%d\n%s\n", status_exit(s), status_text(s));
}

static void print_words(const struct option *table)
{
	for (const struct option *o = table; o->name; o++) {
		if (o->letter)
			printf(" -%c", o->letter);
		printf(" --%s", o->name);
	}
}

// Options are offered behind a dash; anything else is left to the shell, which offers files.
void pages_completion(void)
{
	puts("_hearsay() {\n"
	     "\tlocal word=${COMP_WORDS[COMP_CWORD]} words=\n"
	     "\tCOMPREPLY=()\n"
	     "\tif [ \"$COMP_CWORD\" -eq 1 ]; then");
	fputs("\t\twords='", stdout);
	for (const struct command *const *c = cli_commands; *c; c++)
		printf("%s ", (*c)->name);
	print_words(command_alone);
	puts("'\n\telif [[ $word == -* ]]; then\n\t\tcase ${COMP_WORDS[1]} in");
	for (const struct command *const *c = cli_commands; *c; c++) {
		printf("\t\t%s) words='", (*c)->name);
		print_words((*c)->options);
		print_words(command_common);
		puts("' ;;");
	}
	puts("\t\tesac\n\tfi\n"
	     "\t[ -z \"$words\" ] || mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
	     "}\n"
	     "complete -o default -F _hearsay hearsay");
}
