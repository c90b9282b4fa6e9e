// What the commands share: how they end, and where their bytes go.
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/command.h"
#include "hearsay.h"

#include "base/status.h"

// Whether nothing was done; what was done with findings, such as a file that could not be read, was done.
bool run_failed(int status);

// Prints the handle's error where status is a failure, frees the handle and gives the exit code. A failure that is not
// the handle's has been told already.
int run_end(struct hearsay *h, int status);

// Opens a case; what had to be assumed of a matrix is warned of. The status.
int run_open(struct hearsay *h, const char *path);

// Where status is none: writes the bytes to standard output, or to the file that --output names. Then ends.
int run_print(struct hearsay *h, int status, const struct arguments *a, const char *bytes, size_t n);

// Adds the table of outlets that --outlets or HEARSAY_OUTLETS names. The exit code (and a message) where it cannot
// be used.
int run_outlets(const struct arguments *a);

// Whether an option would have this file written over (and a message): the case or an input is never an output.
bool run_writes_over(const struct arguments *a, const char *path);

// --draws and --seed. A failure (and a message) where one cannot be used.
int run_weighing(const struct arguments *a, struct hearsay_weighing *o);

// What weigh, what-if, check and report do: opens the case that the first operand names, lets `set` change it (or
// NULL), has `give` make the bytes in a format, and prints them.
typedef int run_give(struct hearsay *h, const struct hearsay_weighing *o, const char *format, const char **bytes,
		     size_t *n);
int run_weighed(const struct arguments *a, int (*set)(struct hearsay *h, const struct arguments *a), run_give *give,
		const char *format);

// A document that could not be read costs only itself: said on stderr.
void run_file_failed(void *context, const char *error);

#endif
