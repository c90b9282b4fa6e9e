#include "base/slice.h"

#include <string.h>
#include <strings.h>

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct slice slice_trim(struct slice s)
{
	while (s.len && is_space(s.at[0])) {
		s.at++;
		s.len--;
	}
	while (s.len && is_space(s.at[s.len - 1]))
		s.len--;
	return s;
}

bool slice_same(const char *a, const char *b)
{
	return a && b && strcmp(a, b) == 0;
}

bool slice_is_nocase(struct slice s, const char *text)
{
	if (s.len && (s.at[0] ^ text[0]) & ~0x20)
		return false; // as most do not
	return s.len == strlen(text) && !strncasecmp(s.at, text, s.len);
}

ptrdiff_t slice_find(struct slice s, const char *text)
{
	const char *hit = s.len ? memmem(s.at, s.len, text, strlen(text)) : NULL;
	return hit ? hit - s.at : -1;
}

bool slice_line(struct slice *rest, struct slice *line)
{
	if (!rest->len)
		return false;
	size_t n = 0;
	while (n < rest->len && rest->at[n] != '\n' && rest->at[n] != '\r')
		n++;
	*line = (struct slice){ rest->at, n };
	if (n < rest->len)
		n += rest->at[n] == '\r' && n + 1 < rest->len && rest->at[n + 1] == '\n' ? 2 : 1;
	rest->at += n;
	rest->len -= n;
	return true;
}

bool slice_cut(struct slice *rest, char sep, struct slice *piece)
{
	if (!rest->len)
		return false;
	const char *hit = memchr(rest->at, sep, rest->len);
	size_t n = hit ? (size_t)(hit - rest->at) : rest->len;
	*piece = (struct slice){ rest->at, n };
	n += hit != NULL;
	rest->at += n;
	rest->len -= n;
	return true;
}
