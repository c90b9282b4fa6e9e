// WHATWG HTML, 13.2.5.72 and following: the longest name that matches counts; some old names need no semicolon, but in
// an attribute's value only where no letter, digit or '=' follows. XML has five names and no exceptions.
#include "read/html_refs.h"

#include "base/utf8.h"

#include <string.h>

enum { LONGEST = 31, LONGEST_BARE = 6, REPLACEMENT = 0xfffd };

// What the numbers 0x80 to 0x9f stand for: pages mean the bytes of windows-1252. 0 where the number is itself.
static const uint16_t windows[32] = {
	0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
	0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_alnum(char c)
{
	return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static int hex_value(char c)
{
	if (is_digit(c))
		return c - '0';
	char lower = (char)(c | 0x20);
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static uint32_t meant(uint32_t code)
{
	if (!code || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
		return REPLACEMENT;
	return code >= 0x80 && code < 0xa0 && windows[code - 0x80] ? windows[code - 0x80] : code;
}

static size_t read_number(struct slice s, bool xml, char *out, size_t *n)
{
	bool hex = s.len > 2 && (s.at[2] | 0x20) == 'x';
	size_t start = hex ? 3 : 2, i = start;
	uint32_t code = 0;
	for (; i < s.len; i++) {
		int digit = hex ? hex_value(s.at[i]) : is_digit(s.at[i]) ? s.at[i] - '0' : -1;
		if (digit < 0)
			break;
		if (code <= 0x10ffff)
			code = code * (hex ? 16 : 10) + (uint32_t)digit;
	}
	bool ends = i < s.len && s.at[i] == ';';
	if (i == start || (xml && !ends))
		return 0;
	*n = utf8_encode(meant(code), out);
	return i + ends;
}

static const struct html_ref *find(const char *name, size_t n)
{
	size_t lo = html_refs_first[(unsigned char)name[0]], hi = html_refs_first[(unsigned char)name[0] + 1];
	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		const struct html_ref *r = &html_refs_table[mid];
		int order = strncmp(r->name, name, n);
		if (!order && !r->name[n])
			return r;
		if (order < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return NULL;
}

static size_t put(const struct html_ref *r, size_t len, char *out, size_t *n)
{
	memcpy(out, r->text, r->len);
	*n = r->len;
	return len;
}

static size_t read_name(struct slice s, enum html_refs_in in, char *out, size_t *n)
{
	const char *name = s.at + 1;
	size_t len = 0;
	while (len < LONGEST + 1 && 1 + len < s.len && is_alnum(name[len]))
		len++;
	if (!len || is_digit(name[0]))
		return 0;
	const struct html_ref *r = 1 + len < s.len && name[len] == ';' ? find(name, len) : NULL;
	if (in == HTML_REFS_XML)
		return r && strchr("&<>\"'", r->text[0]) && name[0] >= 'a' ? put(r, len + 2, out, n) : 0;
	if (r)
		return put(r, len + 2, out, n);
	for (size_t i = len < LONGEST_BARE ? len : LONGEST_BARE; i >= 2; i--) {
		r = find(name, i);
		if (!r || !r->bare)
			continue;
		bool goes_on = 1 + i < s.len && (name[i] == '=' || is_alnum(name[i]));
		return in == HTML_REFS_VALUE && goes_on ? 0 : put(r, i + 1, out, n);
	}
	return 0;
}

size_t html_refs_read(struct slice s, enum html_refs_in in, char out[HTML_REFS_MOST], size_t *n)
{
	if (s.len < 3)
		return 0;
	return s.at[1] == '#' ? read_number(s, in == HTML_REFS_XML, out, n) : read_name(s, in, out, n);
}
