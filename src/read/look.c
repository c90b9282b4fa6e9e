#include "read/look.h"

#include <string.h>
#include <strings.h>

bool look_letter(char c)
{
	return (c >= 'a' && c <= 'z') || look_upper(c) || (unsigned char)c >= 0x80;
}

bool look_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

bool look_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool look_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool in_word(char c)
{
	return look_letter(c) || look_digit(c);
}

bool look_starts(struct slice s, const char *words)
{
	if (s.len && (s.at[0] ^ words[0]) & ~0x20)
		return false; // as most do not, nor with the second
	if (s.len > 1 && words[0] && words[1] && (s.at[1] ^ words[1]) & ~0x20)
		return false;
	size_t n = strlen(words);
	if (s.len < n || strncasecmp(s.at, words, n))
		return false;
	return s.len == n || !in_word(words[n - 1]) || !in_word(s.at[n]);
}

bool look_has(struct slice s, const char *words)
{
	for (size_t i = 0; i < s.len; i++)
		if (!((s.at[i] ^ words[0]) & ~0x20) && (!i || !in_word(s.at[i - 1])) &&
		    look_starts(look_from(s, i), words))
			return true;
	return false;
}

bool look_word(struct slice *rest, struct slice *word)
{
	size_t i = 0;
	*word = *rest;
	while (i < rest->len && !in_word(rest->at[i]))
		i++;
	if (i == rest->len)
		return false;
	size_t from = i;
	while (i < rest->len &&
	       (in_word(rest->at[i]) || (strchr("'-.", rest->at[i]) && i + 1 < rest->len && in_word(rest->at[i + 1]))))
		i++;
	*word = (struct slice){ rest->at + from, i - from };
	*rest = look_from(*rest, i);
	return i > from;
}

bool look_one_of(struct slice word, const char *const *list)
{
	for (; *list; list++)
		if (slice_is_nocase(word, *list))
			return true;
	return false;
}

bool look_names(struct slice s)
{
	static const char *const small[] = { "of",  "the", "and", "for", "de", "la",
					     "van", "von", "der", "in",  "al", NULL };
	struct slice word;
	bool any = false;
	while (look_word(&s, &word)) {
		if (look_upper(word.at[0]) || (unsigned char)word.at[0] >= 0x80)
			any = true;
		else if (!look_one_of(word, small) && !look_digit(word.at[0]))
			return false;
	}
	return any;
}

static bool ends_in_any(struct slice s, const char *const *list, size_t *len)
{
	for (; *list; list++)
		if (slice_ends(s, *list)) {
			*len = strlen(*list);
			return true;
		}
	return false;
}

bool look_sentence_end(struct slice s)
{
	static const char *const closing[] = { "\"", "'", ")", "]", "\u201d", "\u2019", NULL };
	static const char *const ends[] = { ".", "!", "?", "\u2026", ":", ";", NULL };
	size_t n;
	while (ends_in_any(s, closing, &n))
		s.len -= n;
	return ends_in_any(s, ends, &n);
}

size_t look_number(struct slice s, int *value)
{
	size_t i = 0;
	long n = 0;
	while (i < s.len && i < 9 &&
	       (look_digit(s.at[i]) || (s.at[i] == ',' && i && i + 1 < s.len && look_digit(s.at[i + 1])))) {
		if (s.at[i] != ',')
			n = n * 10 + (s.at[i] - '0');
		i++;
	}
	*value = (int)n;
	return i;
}
