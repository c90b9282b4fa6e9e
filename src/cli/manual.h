// What a manual page says beside the tables of options: what a command does, and examples that run.
#ifndef CLI_MANUAL_H
#define CLI_MANUAL_H

struct manual_example {
	const char *what;  // NULL ends a list
	const char *words; // as typed, a line each
};

struct manual {
	const char *name;  // of the command; NULL ends the table
	const char *about; // paragraphs, a blank line between
	const struct manual_example *examples;
};

extern const struct manual manual_table[];

// NULL where the command has no row.
const struct manual *manual_of(const char *command);

#endif
