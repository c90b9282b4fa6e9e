#include "write/matrix_xml.h"

#include "base/utf8.h"

void matrix_xml_text(struct buf *out, const char *text)
{
	for (const char *p = utf8_clean(out->arena, text); *p; p++) {
		if (*p == '<')
			buf_text(out, "&lt;");
		else if (*p == '>')
			buf_text(out, "&gt;");
		else if (*p == '&')
			buf_text(out, "&amp;");
		else if (*p == '"')
			buf_text(out, "&quot;");
		else if ((unsigned char)*p < ' ')
			buf_char(out, *p == '\n' ? '\n' : ' ');
		else if (p[0] == '\xef' && p[1] == '\xbf' && (p[2] == '\xbe' || p[2] == '\xbf'))
			p += 2; // U+FFFE and U+FFFF are no characters
		else
			buf_char(out, *p);
	}
}
