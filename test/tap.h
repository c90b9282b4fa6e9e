// Test Anything Protocol in one header. A unit test is one program: checks, then `return done();`.
//
//	ok(list.n == 3, "three are left");
//	is_text(word, "likely", "0.6 is likely");
//	is_near(p, 0.25, 1e-9, "posterior of %s", id);
//	skip("no development data", "agrees with the oracle");
//
// The plan is printed at the end, so a test that dies on the way is seen to be short.
#ifndef TEST_TAP_H
#define TEST_TAP_H

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static int tap_run, tap_failed;

__attribute__((format(printf, 4, 5)))
static inline bool tap_ok(bool good, const char *file, int line, const char *fmt, ...)
{
	va_list ap;
	tap_run++;
	tap_failed += !good;
	printf("%s %d - ", good ? "ok" : "not ok", tap_run);
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
	printf("\n");
	if (!good)
		printf("# at %s:%d\n", file, line);
	fflush(stdout);
	return good;
}

static inline void tap_show(const char *label, const char *text)
{
	printf("# %s: ", label);
	for (const char *c = text ? text : "(null)"; *c; c++)
		fputs(*c == '\n' ? "\n#   " : (char[2]){ *c, 0 }, stdout);
	printf("\n");
}

#define ok(good, ...) tap_ok((good), __FILE__, __LINE__, __VA_ARGS__)

// Same text; two null pointers are the same.
#define is_text(got, want, ...)                                                                                  \
	do {                                                                                                     \
		const char *tap_got = (got), *tap_want = (want);                                                 \
		if (!ok(tap_got && tap_want ? !strcmp(tap_got, tap_want) : tap_got == tap_want, __VA_ARGS__)) {  \
			tap_show("got", tap_got);                                                                \
			tap_show("want", tap_want);                                                              \
		}                                                                                                \
	} while (0)

// Numbers at most `within` apart; 0 asks for the same number.
#define is_near(got, want, within, ...)                                                                           \
	do {                                                                                                      \
		double tap_got = (got), tap_want = (want);                                                        \
		if (!ok(tap_got == tap_want || fabs(tap_got - tap_want) <= (within), __VA_ARGS__))                \
			printf("# got %.17g, want %.17g\n", tap_got, tap_want);                                   \
	} while (0)

// Same whole number: counts, statuses, states.
#define is_int(got, want, ...)                                              \
	do {                                                                \
		long long tap_got = (long long)(got), tap_want = (long long)(want); \
		if (!ok(tap_got == tap_want, __VA_ARGS__))                  \
			printf("# got %lld, want %lld\n", tap_got, tap_want); \
	} while (0)

// One case that cannot run here, and why.
static inline void skip(const char *why, const char *name)
{
	printf("ok %d - %s # SKIP %s\n", ++tap_run, name, why);
	fflush(stdout);
}

static inline int done(void)
{
	printf("1..%d\n", tap_run);
	return tap_failed > 0;
}

#endif
