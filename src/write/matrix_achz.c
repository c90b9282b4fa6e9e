// The elements of read/matrix_achz.c. The gzip around them (RFC 1952, RFC 1951) has its bytes as they are, since how
// they are packed hangs on the version of zlib, and neither name nor time.
#include "write/matrix.h"

#include "write/matrix_xml.h"

#include <string.h>

enum { BLOCK = 65535 }; // bytes of a block that is stored

static uint32_t crc_of(struct slice s)
{
	uint32_t crc = ~0u;
	for (size_t i = 0; i < s.len; i++) {
		crc ^= (unsigned char)s.at[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
	}
	return ~crc;
}

static void put_gzip(struct buf *out, struct slice s)
{
	static const char head[] = "\x1f\x8b\x08\0\0\0\0\0\0\xff";
	uint32_t crc = crc_of(s), length = (uint32_t)s.len;
	buf_add(out, head, sizeof head - 1);
	for (bool more = true; more;) {
		size_t n = s.len < BLOCK ? s.len : BLOCK;
		more = n < s.len;
		buf_char(out, more ? 0 : 1);
		buf_char(out, (char)(n & 255));
		buf_char(out, (char)(n >> 8));
		buf_char(out, (char)(~n & 255));
		buf_char(out, (char)(~n >> 8 & 255));
		buf_add(out, s.at, n);
		s = (struct slice){ s.at + n, s.len - n };
	}
	buf_u32(out, crc);
	buf_u32(out, length);
}

static void put(struct buf *out, const char *name, const char *text)
{
	if (!text || !*text)
		return;
	buf_printf(out, "<%s>", name);
	matrix_xml_text(out, text);
	buf_printf(out, "</%s>\n", name);
}

// Its letters, doubled ones with a blank between them.
static const char *letters(enum matrix_rating r)
{
	return r == MATRIX_CC ? "C C" : r == MATRIX_II ? "I I" : matrix_rating_name(r);
}

static void put_item(struct buf *out, const struct matrix *m, const struct matrix_item *i)
{
	struct date day = { i->date.year, i->date.month ? i->date.month : 1, i->date.day ? i->date.day : 1, 0 };
	bool traced = i->source && strcmp(i->source, "untraceable");
	buf_text(out, "<EVIDENCE>\n");
	put(out, "NAME", i->say ? i->say : i->id);
	put(out, "NOTES", i->notes);
	put(out, "LINK", i->link);
	put(out, "TYPE", i->type ? i->type : traced ? i->source : NULL);
	if (date_known(i->date))
		buf_printf(out, "<DATE>%lld</DATE>\n", date_day(day) * 86400000LL);
	put(out, "CODE", i->code ? i->code : i->id);
	put(out, "FLAG", i->flagged ? "1" : NULL);
	put(out, "CREDIBILITY", matrix_level_name(i->credibility));
	put(out, "RELEVANCE", matrix_level_name(i->relevance));
	buf_text(out, "<VALUES>");
	for (size_t h = 0; h < m->hypotheses.n; h++)
		buf_printf(out, "%s%s", h ? "," : "", letters(i->cells[h].rating));
	buf_text(out, "</VALUES>\n</EVIDENCE>\n");
}

void matrix_achz_write(struct buf *out, const struct matrix *m)
{
	struct buf xml = buf_in(out->arena);
	buf_text(&xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PROJECT>\n");
	put(&xml, "PROJECT-TITLE", m->title ? m->title : m->question);
	buf_printf(&xml, "<LAST-INDEX>%zu</LAST-INDEX>\n", m->items.n);
	put(&xml, "CLASSIFICATION", m->classification);
	buf_text(&xml, "<MATRIX>\n");
	for (each (h, &m->hypotheses)) {
		buf_text(&xml, "<HYPOTHESIS>\n");
		put(&xml, "NAME", h->say ? h->say : h->id);
		buf_text(&xml, "</HYPOTHESIS>\n");
	}
	for (each (i, &m->items))
		put_item(&xml, m, i);
	buf_text(&xml, "</MATRIX>\n</PROJECT>\n");
	put_gzip(out, (struct slice){ buf_str(&xml), xml.n });
}
