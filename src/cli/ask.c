// Lines in, lines out, on a terminal or not: a script can answer too.
#include "cli/ask.h"

#include "base/buf.h"
#include "base/slice.h"
#include "base/status.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST = 1 << 16 }; // bytes of a line that are looked at: far more than any field takes

struct asking {
	struct hearsay *h;
	struct arena arena; // the line in hand
	size_t answered;
	bool ended;
};

// The next line without white space around it; NULL where the input ends, which ends the asking.
static const char *line(struct asking *k)
{
	struct buf b = buf_in(&k->arena);
	int c;
	arena_reset(&k->arena);
	fflush(stdout);
	while ((c = getchar()) != EOF && c != '\n')
		if (b.n < LONGEST)
			buf_char(&b, c ? (char)c : ' ');
	k->ended = c == EOF && !b.n;
	if (k->ended)
		return NULL;
	struct slice s = slice_trim((struct slice){ buf_str(&b), b.n });
	return arena_copy(&k->arena, s.at, s.len);
}

// Where a person can mend it, or the item stays as it is, the asking goes on.
static bool is_refused(int status)
{
	return status == STATUS_BAD_INPUT || status == STATUS_LIMIT || status == STATUS_NOT_FOUND;
}

static int keep(struct asking *k, const char *place, const char *value)
{
	int s = hearsay_keep(k->h, place, value);
	k->answered += s == STATUS_OK;
	return s;
}

// An empty line leaves the field as it is. A value that is refused is told why, and asked again.
static int edit(struct asking *k, const char *place, const char *field, const char *value)
{
	printf("%s is now: %s\n", field, *value ? value : "(empty)");
	for (;;) {
		printf("%s (an empty line leaves it): ", field);
		const char *new = line(k);
		if (!new)
			return STATUS_OK;
		int s = keep(k, place, *new ? new : NULL);
		if (!is_refused(s))
			return s;
		printf("%s\n", hearsay_error(k->h));
	}
}

static int drop(struct asking *k, const char *place)
{
	int s = hearsay_drop(k->h, place);
	k->answered += s == STATUS_OK;
	if (!is_refused(s))
		return s;
	printf("It stays. Without it: %s\n", hearsay_error(k->h));
	return STATUS_OK;
}

static bool is(const char *answer, const char *letter, const char *word)
{
	struct slice s = slice_of(answer);
	return slice_is_nocase(s, letter) || slice_is_nocase(s, word);
}

static int ask(struct asking *k, const char *place, const struct hearsay_item *item)
{
	for (;;) {
		fputs("keep it? [y]es, [n]o, [e]dit, [s]kip, [q]uit: ", stdout);
		const char *answer = line(k);
		if (!answer || is(answer, "q", "quit")) {
			k->ended = true;
			return STATUS_OK;
		}
		if (is(answer, "y", "yes"))
			return keep(k, place, NULL);
		if (is(answer, "n", "no"))
			return drop(k, place);
		if (is(answer, "e", "edit"))
			return edit(k, place, item->field, item->value);
		if (is(answer, "s", "skip"))
			return STATUS_OK;
		puts("It may be answered with y, n, e, s or q, or the whole word.");
	}
}

int ask_all(struct hearsay *h)
{
	struct asking k = { .h = h };
	const char *const *places = NULL, *const *left = NULL;
	struct hearsay_item item;
	size_t n = 0, n_left = 0;
	int s = hearsay_drafted(h, &places, &n);
	for (size_t i = 0; i < n && s == STATUS_OK && !k.ended; i++) {
		int shown = hearsay_show(h, places[i], &item);
		if (shown == STATUS_NOT_FOUND)
			continue; // it went with another
		printf("\n%zu of %zu: %s", i + 1, n, shown == STATUS_OK ? item.text : "");
		s = shown == STATUS_OK ? ask(&k, places[i], &item) : shown;
	}
	if (s == STATUS_OK)
		s = hearsay_drafted(h, &left, &n_left);
	if (s == STATUS_OK)
		printf("\n%zu answered, %zu left\n", k.answered, n_left);
	arena_free(&k.arena);
	return s;
}
