// What goes to stderr: warnings, and progress on long work when stderr is a terminal.
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

void log_quiet(bool quiet); // no warnings, no progress; errors are always shown
void log_error(const char *fmt, ...) FORMAT(1, 2);
void log_warn(const char *fmt, ...) FORMAT(1, 2);

// "reading 3 of 40"; wiped by the next line of any kind. Silent unless stderr is a terminal.
void log_progress(const char *verb, size_t done, size_t of);

#endif
