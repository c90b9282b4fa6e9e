// Words of strangers, made harmless before any format sees them: a document may hold terminal escapes or marks that
// turn the reading direction, and a report is read on terminals and in browsers.
#include "write/formats.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>

static bool is_white(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	       (c & 0xfffe) == 0xfffe || c == 0x200e || c == 0x200f || c == 0x61c || (c >= 0xe0000 && c <= 0xe007f);
}

const char *plain_text(struct arena *a, const char *text)
{
	struct buf b = buf_in(a);
	size_t n = text ? strlen(text) : 0;
	bool white = false;
	for (size_t i = 0; i < n;) {
		uint32_t c;
		size_t len = utf8_decode(text + i, n - i, &c);
		if (len && is_white(c)) {
			if (!white)
				buf_char(&b, ' ');
		} else if (!len || is_control(c)) {
			buf_text(&b, "\xef\xbf\xbd");
		} else {
			buf_add(&b, text + i, len);
		}
		white = len && is_white(c);
		i += len ? len : 1;
	}
	return buf_str(&b);
}

void plain_html(struct buf *out, const char *text)
{
	for (const char *c = plain_text(out->arena, text); *c; c++)
		switch (*c) {
		case '&':
			buf_text(out, "&amp;");
			break;
		case '<':
			buf_text(out, "&lt;");
			break;
		case '>':
			buf_text(out, "&gt;");
			break;
		case '"':
			buf_text(out, "&quot;");
			break;
		case '\'':
			buf_text(out, "&#39;");
			break;
		default:
			buf_char(out, *c);
		}
}

const char *plain_places(struct arena *a, const struct passage *p)
{
	struct buf b = buf_in(a);
	for (each (s, &p->places))
		buf_printf(&b, "%s%u-%u", s == p->places.at ? "" : ", ", s->from, s->to);
	return buf_str(&b);
}
