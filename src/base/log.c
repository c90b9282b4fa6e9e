#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static bool silent, line_open;

static void say(const char *kind, const char *fmt, va_list ap)
{
	if (line_open)
		fputs("\r\033[K", stderr);
	line_open = false;
	fprintf(stderr, "hearsay: %s", kind);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
}

void log_quiet(bool quiet)
{
	silent = quiet;
}

void log_error(const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	say("", fmt, ap);
	va_end(ap);
}

void log_warn(const char *fmt, ...)
{
	if (silent)
		return;
	va_list ap;
	va_start(ap, fmt);
	say("warning: ", fmt, ap);
	va_end(ap);
}

void log_progress(const char *verb, size_t done, size_t of)
{
	if (silent || !isatty(STDERR_FILENO))
		return;
	fprintf(stderr, "\r\033[K%s %zu of %zu", verb, done, of);
	line_open = done < of;
	if (!line_open)
		fputs("\r\033[K", stderr);
	fflush(stderr);
}
