// WHATWG HTML, 13.2.5.2 to 13.2.5.31: the states of RCDATA, raw text and script data, which differ in where they end.
#include "read/html_raw.h"

#include "read/html_token.h"

#include <string.h>

static bool ends_name(struct slice s, size_t at)
{
	return at < s.len && (html_space(s.at[at]) || s.at[at] == '/' || s.at[at] == '>');
}

// Whether `name` stands at s.at[at], in any case, and ends there.
static bool named(struct slice s, size_t at, const char *name)
{
	size_t n = strlen(name);
	return s.len - at > n && slice_is_nocase((struct slice){ s.at + at, n }, name) && ends_name(s, at + n);
}

bool html_raw_ends(struct slice s, const char *name)
{
	return s.len > 2 && s.at[0] == '<' && s.at[1] == '/' && named(s, 2, name);
}

static size_t find(struct slice s, size_t from, char c)
{
	const char *at = from < s.len ? memchr(s.at + from, c, s.len - from) : NULL;
	return at ? (size_t)(at - s.at) : s.len;
}

static struct slice behind(struct slice s, size_t at)
{
	return (struct slice){ s.at + at, s.len - at };
}

size_t html_raw_text(struct slice s, const char *name)
{
	size_t at = find(s, 0, '<');
	while (at < s.len && !html_raw_ends(behind(s, at), name))
		at = find(s, at + 1, '<');
	return at;
}

// The end of a script from `at` on, which is inside "<!--". Sets *left where "-->" comes first: there it goes on as
// before.
static size_t escaped(struct slice s, size_t at, const char *name, bool *left)
{
	bool hidden = false; // inside "<script" within "<!--"
	for (*left = false; at < s.len; at++) {
		struct slice here = behind(s, at);
		if (s.at[at] == '>' && s.at[at - 1] == '-' && s.at[at - 2] == '-') {
			*left = true;
			return at + 1;
		}
		if (s.at[at] != '<')
			continue;
		if (hidden)
			hidden = !html_raw_ends(here, "script");
		else if (html_raw_ends(here, name))
			return at;
		else
			hidden = named(s, at + 1, "script");
	}
	return s.len;
}

size_t html_raw_script(struct slice s, const char *name)
{
	size_t at = find(s, 0, '<');
	while (at < s.len && !html_raw_ends(behind(s, at), name)) {
		bool left = true;
		if (slice_starts(behind(s, at), "<!--"))
			at = escaped(s, at + 4, name, &left);
		else
			at++;
		if (!left)
			return at;
		at = find(s, at, '<');
	}
	return at;
}
