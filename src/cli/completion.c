#include "cli/completion.h"

#include "cli/commands.h"

#include <stdio.h>
#include <string.h>

// --- bash ---

static void print_words(const struct option *table)
{
	for (const struct option *o = table; o->name; o++) {
		if (o->letter)
			printf(" -%c", o->letter);
		printf(" --%s", o->name);
	}
}

// A row for each option with a list of values, as "COMMAND --NAME".
static void bash_values(const struct command *c)
{
	for (const struct option *o = c->options; o->name; o++) {
		if (!o->values)
			continue;
		printf("\t'%s --%s'", c->name, o->name);
		if (o->letter)
			printf(" | '%s -%c'", c->name, o->letter);
		printf(") words='%s' ;;\n", o->values);
	}
}

static void print_bash(void)
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
	puts("\t\tesac\n\telse case \"${COMP_WORDS[1]} ${COMP_WORDS[COMP_CWORD - 1]}\" in");
	for (const struct command *const *c = cli_commands; *c; c++)
		bash_values(*c);
	puts("\tesac\n\tfi\n"
	     "\t[ -z \"$words\" ] || mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
	     "}\n"
	     "complete -o default -F _hearsay hearsay");
}

// --- zsh and fish ---

// A text between single quotes; `escaped` is what stands for one, and what zsh gives a meaning gets a backslash.
static void print_quoted(const char *text, const char *escaped, const char *special)
{
	for (; *text; text++) {
		if (*text == '\'')
			fputs(escaped, stdout);
		else if (strchr(special, *text))
			printf("\\%c", *text);
		else
			putchar(*text);
	}
}

static void zsh_option(const struct option *o, const char *name)
{
	printf("\t\t'*%s%s[", name, o->argument ? name[1] == '-' ? "=" : "+" : "");
	print_quoted(o->help, "'\\''", "[]:\\");
	putchar(']');
	if (o->values)
		printf(":%s:(%s)", o->name, o->values);
	else if (o->argument)
		printf(":%s:_files", o->name);
	puts("' \\");
}

static void zsh_options(const struct option *table)
{
	char name[64];
	for (const struct option *o = table; o->name; o++) {
		snprintf(name, sizeof name, "--%s", o->name);
		zsh_option(o, name);
		snprintf(name, sizeof name, "-%c", o->letter);
		if (o->letter)
			zsh_option(o, name);
	}
}

static void print_zsh(void)
{
	puts("#compdef hearsay\nlocal -a commands\ncommands=(");
	for (const struct command *const *c = cli_commands; *c; c++) {
		printf("\t'%s:", (*c)->name);
		print_quoted((*c)->summary, "'\\''", "\\");
		puts("'");
	}
	puts(")\nif (( CURRENT == 2 )); then\n\t_describe command commands\n\treturn\nfi\nlocal command=$words[2]\n"
	     "shift words\n(( CURRENT-- ))\ncase $command in");
	for (const struct command *const *c = cli_commands; *c; c++) {
		printf("%s)\n\t_arguments \\\n", (*c)->name);
		zsh_options((*c)->options);
		zsh_options(command_common);
		puts("\t\t'*:file:_files' ;;");
	}
	puts("esac");
}

static void fish_options(const char *condition, const struct option *table)
{
	for (const struct option *o = table; o->name; o++) {
		printf("complete -c hearsay -n '%s' -l %s", condition, o->name);
		if (o->letter)
			printf(" -s %c", o->letter);
		if (o->values)
			printf(" -x -a '%s'", o->values);
		else if (o->argument)
			fputs(" -r", stdout);
		fputs(" -d '", stdout);
		print_quoted(o->help, "\\'", "\\");
		puts("'");
	}
}

static void print_fish(void)
{
	char condition[128];
	for (const struct command *const *c = cli_commands; *c; c++) {
		printf("complete -c hearsay -n __fish_use_subcommand -f -a %s -d '", (*c)->name);
		print_quoted((*c)->summary, "\\'", "\\");
		puts("'");
		snprintf(condition, sizeof condition, "__fish_seen_subcommand_from %s", (*c)->name);
		fish_options(condition, (*c)->options);
		fish_options(condition, command_common);
	}
	fish_options("__fish_use_subcommand", command_alone);
}

bool completion_print(const char *shell)
{
	static const struct {
		const char *name;
		void (*print)(void);
	} shells[] = { { "bash", print_bash }, { "zsh", print_zsh }, { "fish", print_fish } };
	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
		if (!strcmp(shells[i].name, shell)) {
			shells[i].print();
			return true;
		}
	return false;
}
