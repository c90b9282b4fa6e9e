// Starting a program that reads hostile bytes.
#ifndef READ_SPAWN_H
#define READ_SPAWN_H

#include <sys/types.h>

// Starts a program (looked for in PATH where it has no '/') with descriptors as its standard input and output; its
// errors go nowhere, and of what else is open it gets nothing. Signals are as they are by default, but those of the
// terminal are held back. Both lists end with NULL. Returns 0 or the errno of what failed.
int spawn_program(const char *path, char *const argv[], char *const env[], int in, int out, pid_t *pid);

#endif
