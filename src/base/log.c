#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

enum { MOST = 8192 }; // bytes of a line

static bool silent, line_open;

void log_wipe(void)
{
	if (line_open)
		fputs("\r\033[K", stderr);
	line_open = false;
}

static void say(const char *kind, const char *fmt, va_list ap)
{
	char line[MOST];
	vsnprintf(line, sizeof line, fmt, ap);
	for (char *c = line; *c; c++)
		if ((*c > 0 && *c < ' ') || *c == 0x7f)
			*c = '?'; // a name from anywhere could steer the terminal
	log_wipe();
	fprintf(stderr, "hearsay: %s%s\n", kind, line);
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

// "2,304"
static const char *grouped(size_t n, char out[32])
{
	char digits[32];
	int len = snprintf(digits, sizeof digits, "%zu", n), to = 0;
	for (int i = 0; i < len; i++) {
		if (i && (len - i) % 3 == 0)
			out[to++] = ',';
		out[to++] = digits[i];
	}
	out[to] = 0;
	return out;
}

void log_progress(const char *verb, size_t done, size_t of, size_t bytes)
{
	char first[32], second[32];
	if (silent || !isatty(STDERR_FILENO))
		return;
	if (of)
		fprintf(stderr, "\r\033[K%s %s of %s", verb, grouped(done, first), grouped(of, second));
	else
		fprintf(stderr, "\r\033[K%s: %s documents, %s MB", verb, grouped(done, first),
			grouped(bytes >> 20, second));
	line_open = true;
	fflush(stderr);
}
