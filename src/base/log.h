// What goes to stderr: warnings, and progress on long work when stderr is a terminal.
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

void log_quiet(bool quiet); // no warnings, no progress; errors are always shown
void log_error(const char *fmt, ...) FORMAT(1, 2);
void log_warn(const char *fmt, ...) FORMAT(1, 2);

// "reading 2,304 of 10,000", or where `of` is 0, for not known, "reading: 2,304 documents, 12 MB"; stays until it is
// wiped, or the next line of any kind is written. Silent unless stderr is a terminal.
void log_progress(const char *verb, size_t done, size_t of, size_t bytes);
void log_wipe(void);

#endif
