#include "base/err.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "test/tap.h"

#include <errno.h>

static void sentences(void)
{
	struct err e = { 0 };
	is_int(err_set(&e, STATUS_BAD_INPUT, "no such word: %s", "likly"), STATUS_BAD_INPUT, "the status comes back");
	is_int(err_within(&e, "line %d", 12), STATUS_BAD_INPUT, "through every level");
	err_within(&e, "%s", "case.yaml");
	is_text(e.text, "case.yaml: line 12: no such word: likly", "context goes in front");

	errno = ENOENT;
	is_int(err_system(&e, "x.txt", "cannot be opened"), STATUS_NOT_FOUND, "no such file is not found");
	is_text(e.text, "x.txt: cannot be opened: No such file or directory", "and says so");
	errno = EACCES;
	is_int(err_system(&e, "x.txt", "cannot be opened"), STATUS_IO, "no permission is input/output");
}

static void long_sentences(void)
{
	struct err e = { 0 };
	char text[4000];
	size_t bad = 0, unmarked = 0;
	for (size_t shift = 0; shift < 4; shift++) { // so that the cut falls on each byte of a character
		memset(text, 'x', shift);
		for (size_t i = shift; i + 4 < sizeof text; i += 4)
			memcpy(text + i, "\xf0\x9f\x94\xa5", 5);
		err_set(&e, STATUS_IO, "%s", text);
		size_t n = strlen(e.text);
		bad += utf8_valid(e.text, n) != n || n >= sizeof e.text;
		unmarked += n < 3 || strcmp(e.text + n - 3, "...") != 0;
		err_within(&e, "%s", text);
		n = strlen(e.text);
		bad += utf8_valid(e.text, n) != n || n >= sizeof e.text;
	}
	is_int(bad, 0, "a long sentence is cut between characters");
	is_int(unmarked, 0, "and shows that it was cut");
	err_set(&e, STATUS_BAD_INPUT, "there is no key '%.3s' here", "ab\xc3\xa9"); // within the third character
	is_text(e.text, "there is no key 'ab' here", "a quotation cut within a character loses it");
}

static void table(void)
{
	is_int(status_exit(STATUS_OK), 0, "done");
	is_int(status_exit(STATUS_FINDINGS), 1, "findings");
	is_int(status_exit(STATUS_USAGE), 2, "usage");
	is_int(status_exit(STATUS_NOT_FOUND), 3, "not found");
	is_int(status_exit(STATUS_BAD_INPUT), 4, "bad input");
	is_int(status_exit(STATUS_LIMIT), 5, "limit");
	is_int(status_exit(STATUS_DAMAGED), 6, "damaged");
	is_int(status_exit(STATUS_IO), 7, "input/output");
	is_int(status_exit(STATUS_STOPPED), 8, "stopped");
	is_int(status_exit(STATUS_CONFLICT), 9, "conflict");
	is_int(status_http(STATUS_CONFLICT), 409, "HTTP status of a conflict");
	is_int(status_http(STATUS_LIMIT), 413, "HTTP status of a limit");
	is_text(status_name(STATUS_BAD_INPUT), "BAD_INPUT", "name");
	const struct limit_row *last = limits_table;
	while (last->name)
		last++;
	ok(last > limits_table && limits_table[0].value == LIMIT_DOCUMENT, "limits are listed as they are used");
}

int main(void)
{
	sentences();
	long_sentences();
	table();
	return done();
}
