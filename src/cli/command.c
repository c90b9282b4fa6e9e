#include "cli/command.h"

#include "base/log.h"
#include "base/status.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct option command_common[] = {
	{ 0, "threads", "N", "threads to use (default: the processors there are); the answer is the same" },
	{ 'q', "quiet", NULL, "no warnings and no progress" },
	{ 'h', "help", NULL, "print this" },
	OPTION_END,
};

const struct option command_alone[] = {
	{ 'h', "help", NULL, "the commands; hearsay COMMAND --help has the options of one" },
	{ 0, "limits", NULL, "every limit, in one table" },
	{ 0, "version", NULL, "which hearsay this is" },
	OPTION_END,
};

static const struct option *find(const struct option *table, const char *name, size_t len, char letter)
{
	for (const struct option *o = table; o->name; o++)
		if (letter ? o->letter == letter : strlen(o->name) == len && !memcmp(o->name, name, len))
			return o;
	return NULL;
}

static int usage(const struct command *c, const char *what, const char *word)
{
	log_error("%s: %s '%s'; see hearsay %s --help", c->name, what, word, c->name);
	return status_exit(STATUS_USAGE);
}

enum { UNKNOWN = -1, NO_VALUE = -2 };

// Takes one option, its value behind '=' or in the next word. Returns how many words it took, or what is wrong.
static int take(struct arguments *a, int argc, char **argv)
{
	const char *word = argv[0], *value = NULL;
	bool is_long = word[1] == '-';
	const char *name = word + (is_long ? 2 : 1), *equals = is_long ? strchr(name, '=') : NULL;
	size_t len = equals ? (size_t)(equals - name) : strlen(name);
	const struct option *o = find(a->command->options, name, len, is_long ? 0 : name[0]);
	if (!o)
		o = find(command_common, name, len, is_long ? 0 : name[0]);
	if (!o)
		return UNKNOWN;
	int taken = 1;
	if (equals)
		value = equals + 1;
	else if (!is_long && name[1])
		value = name + 1;
	else if (o->argument && argc > 1)
		value = argv[taken++];
	if (!o->argument && value)
		return UNKNOWN;
	if (o->argument && (!value || !*value))
		return NO_VALUE;
	struct given *g = list_add(a->arena, &a->options);
	*g = (struct given){ o->name, value ? value : "" };
	return taken;
}

int command_parse(struct arguments *a, const struct command *c, int argc, char **argv)
{
	a->command = c;
	bool all_operands = false;
	for (int i = 0; i < argc;) {
		if (!all_operands && !strcmp(argv[i], "--")) {
			all_operands = true;
			i++;
		} else if (!all_operands && argv[i][0] == '-' && argv[i][1]) {
			int taken = take(a, argc - i, argv + i);
			if (taken == NO_VALUE)
				return usage(c, "a value is missing after", argv[i]);
			if (taken == UNKNOWN)
				return usage(c, "cannot use the option", argv[i]);
			i += taken;
		} else if (!argv[i][0]) {
			return usage(c, "a name is empty:", argv[i]);
		} else {
			list_push(a->arena, &a->operands, argv[i++]);
		}
	}
	if (command_has(a, "help"))
		return 0;
	if (a->operands.n < c->least)
		return usage(c, "something is missing after",
			     a->operands.n ? a->operands.at[a->operands.n - 1] : c->name);
	if (a->operands.n > c->most)
		return usage(c, "one word too many:", a->operands.at[c->most]);
	return 0;
}

bool command_has(const struct arguments *a, const char *name)
{
	return command_value(a, name, NULL) != NULL;
}

const char *command_value(const struct arguments *a, const char *name, const char *otherwise)
{
	for (each (g, &a->options))
		if (!strcmp(g->name, name))
			otherwise = g->value;
	return otherwise;
}

bool command_number(const struct arguments *a, const char *name, unsigned long long *n)
{
	const char *text = command_value(a, name, "0");
	char *end;
	errno = 0;
	*n = strtoull(text, &end, 10);
	if (*text >= '0' && *text <= '9' && !*end && !errno)
		return true;
	log_error("%s: --%s takes a whole number, not '%s'", a->command->name, name, text);
	return false;
}

static void print_options(const struct option *table)
{
	for (const struct option *o = table; o->name; o++) {
		char left[64];
		snprintf(left, sizeof left, "%c%c%c --%s%s%s", o->letter ? '-' : ' ', o->letter ? o->letter : ' ',
			 o->letter ? ',' : ' ', o->name, o->argument ? " " : "", o->argument ? o->argument : "");
		printf("  %-26s %s\n", left, o->help);
	}
}

void command_help(const struct command *c)
{
	printf("hearsay %s %s\n  %s\n\n", c->name, c->operands, c->summary);
	print_options(c->options);
	print_options(command_common);
}

void command_usage(void)
{
	puts("hearsay: from what was said to what is likely\n");
	for (const struct command *const *c = cli_commands; *c; c++)
		printf("  hearsay %-8s %-28s %s\n", (*c)->name, (*c)->operands, (*c)->summary);
	putchar('\n');
	print_options(command_alone);
}
