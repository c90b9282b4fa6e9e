// WHATWG HTML, 13.2.5, "Tokenization". What the states tell apart only to report errors is one here; each byte is
// looked at a bounded number of times. Left out: a doctype's identifiers, which nobody reads.
#include "read/html_token.h"

#include "read/html_dedupe.h"
#include "read/html_raw.h"

#include "base/limits.h"

#include <string.h>

struct html_tokens html_token_start(struct arena *a, const char *text, size_t len, bool xml)
{
	struct html_tokens t = { .arena = a, .text = text, .len = (uint32_t)len, .xml = xml, .cdata = xml };
	html_names_set(&t.names);
	return t;
}

static bool is_letter(char c)
{
	c |= 0x20;
	return c >= 'a' && c <= 'z';
}

static struct slice rest(const struct html_tokens *t, uint32_t from)
{
	return (struct slice){ t->text + from, t->len - from };
}

// The offset of the first `c` from `at` on, or the text's end.
static uint32_t find(const struct html_tokens *t, uint32_t at, char c)
{
	const char *found = at < t->len ? memchr(t->text + at, c, t->len - at) : NULL;
	return found ? (uint32_t)(found - t->text) : t->len;
}

static unsigned coding_of(const struct html_tokens *t, span at, bool refs)
{
	const char *from = t->text + at.from;
	size_t n = span_len(at);
	return (refs && memchr(from, '&', n) ? (unsigned)HTML_REFS : 0) |
	       (memchr(from, '\r', n) ? (unsigned)HTML_RETURNS : 0);
}

static bool give_text(struct html_tokens *t, struct html_token *out, uint32_t to, bool refs)
{
	*out = (struct html_token){ .kind = HTML_TEXT, .at = { t->at, to }, .text = { t->at, to } };
	out->coding = coding_of(t, out->at, refs);
	t->at = to;
	return true;
}

// --- tags ---

static uint32_t skip_space(const struct html_tokens *t, uint32_t at)
{
	while (at < t->len && html_space(t->text[at]))
		at++;
	return at;
}

// Reads a value behind '='; *at is behind it afterwards.
static span read_value(const struct html_tokens *t, uint32_t *at)
{
	uint32_t from = skip_space(t, *at), to = from;
	char quote = from < t->len ? t->text[from] : '>';
	if (quote == '"' || quote == '\'') {
		to = find(t, ++from, quote);
		*at = to < t->len ? to + 1 : to;
		return (span){ from, to };
	}
	while (to < t->len && !html_space(t->text[to]) && t->text[to] != '>')
		to++;
	*at = to;
	return (span){ from, to };
}

// Reads the attributes of a tag up to its '>'. Returns the offset behind that, or 0 where the text ends before.
static uint32_t read_attrs(struct html_tokens *t, uint32_t at, bool *closed)
{
	for (*closed = false; at < t->len;) {
		char c = t->text[at];
		if (c == '>')
			return at + 1;
		if (html_space(c) || c == '/') {
			*closed = c == '/' && at + 1 < t->len && t->text[at + 1] == '>';
			at++;
			continue;
		}
		span name = { at, at + 1 }; // a '=' here begins a name
		while (name.to < t->len && !html_space(t->text[name.to]) && !strchr("/>=", t->text[name.to]))
			name.to++;
		at = skip_space(t, name.to);
		struct html_attr attr = { .name = name, .value = { name.to, name.to } };
		if (at < t->len && t->text[at] == '=') {
			at++;
			attr.value = read_value(t, &at);
		}
		attr.known = (uint8_t)html_names_attr(&t->names, slice_in(t->text, name), t->xml);
		attr.coding = (uint8_t)coding_of(t, attr.value, true);
		if (t->attrs.n < LIMIT_ATTRIBUTES)
			list_push(t->arena, &t->attrs, attr);
	}
	return 0;
}

// The tag at t->at, whose name begins at `from`; false where the text ends within it.
static bool give_tag(struct html_tokens *t, struct html_token *out, enum html_kind kind, uint32_t from)
{
	uint32_t to = from;
	while (to < t->len && !html_space(t->text[to]) && t->text[to] != '/' && t->text[to] != '>')
		to++;
	*out = (struct html_token){ .kind = kind, .text = { from, to }, .attrs = t->attrs.n };
	out->tag = html_names_tag(&t->names, slice_in(t->text, out->text), t->xml);
	uint32_t end = read_attrs(t, to, &out->closed);
	if (end && kind == HTML_START)
		html_dedupe(t->arena, t->text, &t->attrs, out->attrs, t->xml);
	else
		t->attrs.n = out->attrs;
	out->n_attrs = t->attrs.n - out->attrs;
	out->at = (span){ t->at, end };
	t->at = end ? end : t->len;
	return end;
}

// --- comments and the like ---

static bool give_comment(struct html_tokens *t, struct html_token *out, span text, uint32_t to)
{
	*out = (struct html_token){ .kind = HTML_COMMENT, .at = { t->at, to }, .text = text };
	t->at = to;
	return true;
}

// What begins with "<!" or "<?" or "</" and is nothing else is a comment up to the next '>'.
static bool give_bogus(struct html_tokens *t, struct html_token *out, uint32_t from)
{
	uint32_t to = find(t, from, '>');
	return give_comment(t, out, (span){ from, to }, to < t->len ? to + 1 : to);
}

// A comment that the text ends within, without the dashes that would have begun its end.
static uint32_t unended(const struct html_tokens *t, uint32_t from)
{
	static const char *const ends[] = { "--!", "--", "-" };
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (slice_ends(rest(t, from), ends[i]))
			return t->len - (uint32_t)strlen(ends[i]);
	return t->len;
}

// "-->" or "--!>" ends a comment; right behind "<!--", so do ">" and "->".
static bool give_real_comment(struct html_tokens *t, struct html_token *out)
{
	uint32_t from = t->at + 4;
	for (uint32_t i = from;; i++) {
		i = find(t, i, '>');
		if (i >= t->len)
			return give_comment(t, out, (span){ from, unended(t, from) }, t->len);
		struct slice s = { t->text + from, i - from };
		uint32_t dashes = slice_ends(s, "--!") ? 3 : slice_ends(s, "--") ? 2 : 0;
		if (!dashes && i - from < 2 && (i == from || t->text[from] == '-'))
			dashes = i - from;
		else if (!dashes)
			continue;
		return give_comment(t, out, (span){ from, i - dashes }, i + 1);
	}
}

// In XML it may hold declarations, in brackets.
static bool give_doctype(struct html_tokens *t, struct html_token *out)
{
	uint32_t from = skip_space(t, t->at + 9), name = from, to = find(t, t->at, '>');
	if (t->xml && memchr(t->text + t->at, '[', to - t->at))
		to = find(t, find(t, t->at, ']'), '>');
	while (name < to && !html_space(t->text[name]))
		name++;
	*out = (struct html_token){ .kind = HTML_DOCTYPE, .at = { t->at, to < t->len ? to + 1 : to } };
	out->text = (span){ from < to ? from : to, name < to ? name : to };
	t->at = out->at.to;
	return true;
}

static bool give_declaration(struct html_tokens *t, struct html_token *out)
{
	struct slice s = rest(t, t->at);
	if (slice_starts(s, "<!--"))
		return give_real_comment(t, out);
	if (s.len >= 9 && slice_is_nocase((struct slice){ s.at, 9 }, "<!doctype"))
		return give_doctype(t, out);
	if (!t->cdata || !slice_starts(s, "<![CDATA["))
		return give_bogus(t, out, t->at + 2);
	t->at += 9;
	t->content = HTML_CDATA;
	return false;
}

// --- content ---

// Where markup begins, from t->at on: a '<' that is not itself.
static uint32_t find_markup(const struct html_tokens *t)
{
	for (uint32_t at = find(t, t->at, '<'); at + 1 < t->len; at = find(t, at + 1, '<')) {
		char c = t->text[at + 1];
		if (is_letter(c) || c == '!' || c == '?' || (c == '/' && at + 2 < t->len))
			return at;
	}
	return t->len;
}

// The markup at t->at; false where it comes to nothing.
static bool give_markup(struct html_tokens *t, struct html_token *out)
{
	char c = t->text[t->at + 1];
	if (c == '!')
		return give_declaration(t, out);
	if (c == '?')
		return give_bogus(t, out, t->at + 1);
	if (c != '/')
		return give_tag(t, out, HTML_START, t->at + 1);
	if (is_letter(t->text[t->at + 2]))
		return give_tag(t, out, HTML_END, t->at + 2);
	if (t->text[t->at + 2] != '>')
		return give_bogus(t, out, t->at + 2);
	t->at += 3;
	return false;
}

static bool next_markup(struct html_tokens *t, struct html_token *out)
{
	uint32_t to = find_markup(t);
	return to > t->at ? give_text(t, out, to, true) : give_markup(t, out);
}

// The text up to the end tag, then markup.
static bool next_raw(struct html_tokens *t, struct html_token *out)
{
	struct slice s = rest(t, t->at);
	const char *name = html_names_of(t->within);
	size_t n = t->content == HTML_SCRIPT ? html_raw_script(s, name) : html_raw_text(s, name);
	bool refs = t->content == HTML_RCDATA_TEXT;
	t->content = HTML_DATA;
	return n && give_text(t, out, t->at + (uint32_t)n, refs);
}

// The text up to "]]>".
static bool next_cdata(struct html_tokens *t, struct html_token *out)
{
	uint32_t end = find(t, t->at, ']');
	while (end < t->len && !slice_starts(rest(t, end), "]]>"))
		end = find(t, end + 1, ']');
	bool some = end > t->at;
	if (some)
		give_text(t, out, end, false);
	t->content = HTML_DATA;
	t->at = end < t->len ? end + 3 : end;
	return some;
}

bool html_token_next(struct html_tokens *t, struct html_token *out)
{
	bool given = false;
	while (!given && t->at < t->len) {
		switch (t->content) {
		case HTML_DATA:
			given = next_markup(t, out);
			break;
		case HTML_PLAINTEXT:
			given = give_text(t, out, t->len, false);
			break;
		case HTML_CDATA:
			given = next_cdata(t, out);
			break;
		default:
			given = next_raw(t, out);
		}
	}
	return given;
}
