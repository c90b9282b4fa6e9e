// Commands as tables: what is parsed, what --help prints and what completion knows come from the same rows.
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "base/list.h"

#include <stdbool.h>
#include <stddef.h>

struct option {
	char letter;          // 0: none
	const char *name;     // "draws"
	const char *argument; // "N"; NULL: a flag
	const char *help;
	const char *values;   // all there are, "text json"; NULL: any
};

struct given {
	const char *name, *value; // value: "" for a flag
};

struct arguments {
	struct arena *arena;
	const struct command *command;
	LIST(struct given) options; // in the order given; later ones win, --set may stand several times
	LIST(const char *) operands;
};

struct command {
	const char *name, *operands, *summary;
	const struct option *options;          // ends with a row whose name is NULL
	size_t least, most;                    // operands
	int (*run)(const struct arguments *a); // the exit code
};

extern const struct command *const cli_commands[]; // ends with NULL
extern const struct option command_common[];       // what every command takes
extern const struct option command_alone[];        // what stands in the place of a command

// Parses argv after the command's name. Returns 0, or prints what is wrong and returns the exit code.
int command_parse(struct arguments *a, const struct command *c, int argc, char **argv);

bool command_has(const struct arguments *a, const char *name);
const char *command_value(const struct arguments *a, const char *name, const char *otherwise);
// A whole number of an option, 0 where it is not given; false (and a message) where it is none.
bool command_number(const struct arguments *a, const char *name, unsigned long long *n);

void command_help(const struct command *c);
void command_usage(void); // all commands, a line each

// Options that several commands have.
#define OPTION_JSON                                                                                                    \
	{                                                                                                              \
		0, "json", NULL, "print JSON"                                                                          \
	}
#define OPTION_OUTLETS                                                                                                 \
	{                                                                                                              \
		0, "outlets", "FILE", "outlets to know beside those that the program knows"                            \
	}
#define OPTION_DRAWS                                                                                                   \
	{                                                                                                              \
		0, "draws", "N", "draws for the intervals (default 10000)"                                             \
	}
#define OPTION_SEED                                                                                                    \
	{                                                                                                              \
		0, "seed", "N", "seed of the draws (default 1)"                                                        \
	}
#define OPTION_END                                                                                                     \
	{                                                                                                              \
		0, NULL, NULL, NULL                                                                                    \
	}

#endif
