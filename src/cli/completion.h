// Completion for shells, from the tables that --help prints: commands, options, and the values of an option that has a
// closed list of them. Anything else is left to the shell, which offers files.
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include <stdbool.h>

bool completion_print(const char *shell); // "bash", "zsh" or "fish"; false for any other

#endif
