#include "read/network_scan.h"

#include "base/utf8.h"
#include "read/decimal.h"

#include <float.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { WHOLE = 9 }; // digits of a whole number, at most

struct network_scan network_scan_start(struct slice bytes)
{
	if (!bytes.at)
		return (struct network_scan){ "", "", 1 };
	size_t mark = slice_starts(bytes, "\xef\xbb\xbf") ? 3 : 0;
	return (struct network_scan){ bytes.at + mark, bytes.at + bytes.len, 1 };
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

void network_scan_space(struct network_scan *s)
{
	for (; s->at < s->end && is_space(*s->at); s->at++)
		s->line += *s->at == '\n';
}

struct slice network_scan_word(struct network_scan *s)
{
	network_scan_space(s);
	const char *from = s->at;
	while (s->at < s->end && !is_space(*s->at))
		s->at++;
	return (struct slice){ from, (size_t)(s->at - from) };
}

bool network_scan_whole(struct slice word, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < word.len; i++) {
		if (word.at[i] < '0' || word.at[i] > '9' || i == WHOLE)
			return false;
		*n = *n * 10 + (size_t)(word.at[i] - '0');
	}
	return word.len > 0;
}

// Digits, however many.
static bool is_digits(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if (word.at[i] < '0' || word.at[i] > '9')
			return false;
	return word.len > 0;
}

enum status network_scan_count(struct network_scan *s, const char *what, size_t least, size_t most, const char *limit,
			       size_t *n, struct err *e)
{
	struct slice word = network_scan_word(s);
	bool whole = network_scan_whole(word, n), large = whole ? *n > most : is_digits(word);
	if (!word.len)
		return network_scan_fail(s, e, "the file ends where %s should stand", what);
	if (whole && *n >= least && !large)
		return STATUS_OK;
	if (large && limit)
		return err_set(e, STATUS_LIMIT, "line %zu: %s is %s, more than the limit %s of %zu", s->line, what,
			       network_scan_show(word).text, limit, most);
	return network_scan_fail(s, e, "%s should be a whole number from %zu to %zu, not '%s'", what, least, most,
				 network_scan_show(word).text);
}

enum status network_scan_value(const struct network_scan *s, struct slice word, double *x, struct err *e)
{
	if (!decimal_read(word, x))
		return network_scan_fail(s, e, "'%s' is not a number", network_scan_show(word).text);
	if (!(*x >= 0 && *x <= DBL_MAX))
		return network_scan_fail(s, e, "a table has numbers from 0 on that are finite, not %s",
					 network_scan_show(word).text);
	*x = *x > 0 ? *x : 0; // never -0
	return STATUS_OK;
}

enum status network_scan_fail(const struct network_scan *s, struct err *e, const char *fmt, ...)
{
	char sentence[sizeof e->text];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(sentence, sizeof sentence, fmt, ap);
	va_end(ap);
	return err_set(e, STATUS_BAD_INPUT, "line %zu: %s", s->line, sentence);
}

enum status network_scan_within(const struct network_scan *s, struct err *e)
{
	return err_within(e, "line %zu", s->line);
}

struct network_shown network_scan_show(struct slice word)
{
	struct network_shown shown = { { 0 } };
	size_t n = 0;
	while (n < word.len) {
		uint32_t code;
		size_t len = utf8_decode(word.at + n, word.len - n, &code);
		bool plain = len && code >= ' ' && (code < 0x7f || code > 0x9f);
		if (n + 4 + sizeof "..." > sizeof shown.text) {
			memcpy(shown.text + n, "...", sizeof "...");
			break;
		}
		if (plain)
			memcpy(shown.text + n, word.at + n, len);
		else
			memset(shown.text + n, '?', len ? len : 1);
		n += len ? len : 1;
	}
	return shown;
}

struct network_shown network_scan_name(const char *name)
{
	return network_scan_show(slice_of(name));
}

bool network_scan_is_name(struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((unsigned char)word.at[i] < ' ' || word.at[i] == 0x7f)
			return false;
	return word.len && utf8_valid(word.at, word.len) == word.len;
}
