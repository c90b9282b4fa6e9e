// The text of a network, word by word, with its lines for the errors.
#ifndef READ_NETWORK_SCAN_H
#define READ_NETWORK_SCAN_H

#include "base/err.h"
#include "base/slice.h"

struct network_scan {
	const char *at, *end;
	size_t line; // of `at`, from 1
};

struct network_scan network_scan_start(struct slice bytes); // behind a byte order mark
void network_scan_space(struct network_scan *s);            // over white space

// The next word, up to white space; empty where none is left. The scan's line is the word's.
struct slice network_scan_word(struct network_scan *s);

// The next word as a whole number from `least` to `most`, which is a limit where `limit` is its name. `what` it is
// stands in the error: "the number of variables".
MUST_USE enum status network_scan_count(struct network_scan *s, const char *what, size_t least, size_t most,
					const char *limit, size_t *n, struct err *e);

// A whole number of digits alone, up to 9 of them.
bool network_scan_whole(struct slice word, size_t *n);

// A word as a number of a table: finite, not negative.
MUST_USE enum status network_scan_value(const struct network_scan *s, struct slice word, double *x, struct err *e);

// "line 12: sentence"; always of STATUS_BAD_INPUT.
enum status network_scan_fail(const struct network_scan *s, struct err *e, const char *fmt, ...) FORMAT(3, 4);
enum status network_scan_within(const struct network_scan *s, struct err *e); // before a sentence that is set

// A word of the file as an error can show it: short, and what is not to be shown is '?'.
struct network_shown {
	char text[64];
};
struct network_shown network_scan_show(struct slice word);
struct network_shown network_scan_name(const char *name);

// Whether it can be a name: some characters of valid UTF-8, no control characters.
bool network_scan_is_name(struct slice word);

#endif
