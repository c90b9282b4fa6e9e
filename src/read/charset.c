// WHATWG Encoding, 4.2, "Names and labels", and HTML, 13.2.3.2, "Determining the character encoding": the <meta> is
// looked for in the tokens of the page's beginning, those of scripts included, as by browsers.
#include "read/charset.h"

#include "read/html_token.h"

#include <string.h>
#include <strings.h>

enum { BEGINNING = 64 * 1024 }; // bytes of a page in which its encoding may be declared

#define LATIN "iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 csisolatin1 l1 latin1 "

// "uhc" and "mac-cyrillic" are uchardet's names.
static const struct charset charsets[] = {
	{ "UTF-8", NULL, "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8" },
	{ "windows-1252", "windows-1252",
	  LATIN "windows-1252 cp1252 x-cp1252 ascii us-ascii ansi_x3.4-1968 cp819 ibm819 x-user-defined" },
	{ "ISO-8859-2", "iso-8859-2",
	  "iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 csisolatin2 l2 latin2" },
	{ "ISO-8859-3", "iso-8859-3",
	  "iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 iso-ir-109 csisolatin3 l3 latin3" },
	{ "ISO-8859-4", "iso-8859-4",
	  "iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 iso-ir-110 csisolatin4 l4 latin4" },
	{ "ISO-8859-5", "iso-8859-5",
	  "iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 iso-ir-144 csisolatincyrillic cyrillic" },
	{ "ISO-8859-6", "iso-8859-6",
	  "iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i "
	  "iso-ir-127 csisolatinarabic arabic asmo-708 ecma-114" },
	{ "ISO-8859-7", "iso-8859-7",
	  "iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 iso-ir-126 csisolatingreek greek greek8 ecma-118 "
	  "elot_928 sun_eu_greek" },
	{ "ISO-8859-8", "iso-8859-8",
	  "iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i "
	  "iso-ir-138 csisolatinhebrew hebrew visual logical" },
	{ "ISO-8859-10", "iso-8859-10", "iso-8859-10 iso8859-10 iso885910 iso-ir-157 csisolatin6 l6 latin6" },
	{ "ISO-8859-13", "iso-8859-13", "iso-8859-13 iso8859-13 iso885913" },
	{ "ISO-8859-14", "iso-8859-14", "iso-8859-14 iso8859-14 iso885914" },
	{ "ISO-8859-15", "iso-8859-15", "iso-8859-15 iso8859-15 iso885915 iso_8859-15 csisolatin9 l9" },
	{ "ISO-8859-16", "iso-8859-16", "iso-8859-16" },
	{ "IBM866", "ibm866", "ibm866 cp866 866 csibm866" },
	{ "KOI8-R", "koi8-r", "koi8-r koi8_r koi8 koi cskoi8r" },
	{ "KOI8-U", "koi8-u", "koi8-u koi8-ru" },
	{ "macintosh", "macintosh", "macintosh mac x-mac-roman csmacintosh" },
	{ "x-mac-cyrillic", "x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian mac-cyrillic" },
	{ "windows-874", "windows-874", "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911" },
	{ "windows-1250", "windows-1250", "windows-1250 cp1250 x-cp1250" },
	{ "windows-1251", "windows-1251", "windows-1251 cp1251 x-cp1251" },
	{ "windows-1253", "windows-1253", "windows-1253 cp1253 x-cp1253" },
	{ "windows-1254", "windows-1254",
	  "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-ir-148 "
	  "csisolatin5 l5 latin5" },
	{ "windows-1255", "windows-1255", "windows-1255 cp1255 x-cp1255" },
	{ "windows-1256", "windows-1256", "windows-1256 cp1256 x-cp1256" },
	{ "windows-1257", "windows-1257", "windows-1257 cp1257 x-cp1257" },
	{ "windows-1258", "windows-1258", "windows-1258 cp1258 x-cp1258" },
	{ "GBK", "gb18030", "gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58" },
	{ "gb18030", "gb18030", "gb18030" },
	{ "Big5", "big5-hkscs", "big5 big5-hkscs cn-big5 csbig5 x-x-big5" },
	{ "EUC-JP", "euc-jp", "euc-jp x-euc-jp cseucpkdfmtjapanese" },
	{ "ISO-2022-JP", "iso-2022-jp", "iso-2022-jp csiso2022jp", true },
	{ "Shift_JIS", "windows-31j", "shift_jis shift-jis sjis x-sjis ms932 ms_kanji windows-31j csshiftjis" },
	{ "EUC-KR", "windows-949",
	  "euc-kr cseuckr windows-949 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 csksc56011987 iso-ir-149 "
	  "uhc" },
	{ "UTF-16BE", "utf-16be", "utf-16be unicodefffe", true },
	{ "UTF-16LE", "utf-16le", "utf-16le utf-16 unicode unicodefeff ucs-2 csunicode iso-10646-ucs-2", true },
};

static bool lists(const char *labels, struct slice label)
{
	struct slice rest = slice_of(labels), one;
	while (slice_cut(&rest, ' ', &one))
		if (one.len == label.len && !strncasecmp(one.at, label.at, one.len))
			return true;
	return false;
}

const struct charset *charset_named(struct slice label)
{
	label = slice_trim(label);
	for (size_t i = 0; i < sizeof charsets / sizeof *charsets; i++)
		if (lists(charsets[i].labels, label))
			return &charsets[i];
	return NULL;
}

const struct charset *charset_marked(struct slice bytes, size_t *mark)
{
	static const struct {
		const char *mark, *name;
	} marks[] = { { "\xef\xbb\xbf", "utf-8" }, { "\xff\xfe", "utf-16le" }, { "\xfe\xff", "utf-16be" } };
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (slice_starts(bytes, marks[i].mark)) {
			*mark = strlen(marks[i].mark);
			return charset_named(slice_of(marks[i].name));
		}
	*mark = 0;
	return NULL;
}

static size_t skip_space(struct slice s, size_t at)
{
	while (at < s.len && html_space(s.at[at]))
		at++;
	return at;
}

// The value behind "KEY=" in s, in quotation marks or not; empty where there is none.
static struct slice value_of(struct slice s, const char *key)
{
	size_t n = strlen(key);
	for (size_t at = 0; at + n < s.len; at++) {
		if (strncasecmp(s.at + at, key, n) != 0)
			continue;
		size_t from = skip_space(s, at + n);
		if (from >= s.len || s.at[from] != '=')
			continue;
		from = skip_space(s, from + 1);
		char quote = from < s.len ? s.at[from] : '\0';
		bool quoted = quote == '"' || quote == '\'';
		size_t to = from += quoted;
		while (to < s.len && (quoted ? s.at[to] != quote : s.at[to] != ';' && !html_space(s.at[to])))
			to++;
		return (struct slice){ s.at + from, quoted && to == s.len ? 0 : to - from };
	}
	return (struct slice){ "", 0 };
}

static struct slice attr_of(const struct html_tokens *t, const struct html_token *k, enum html_attr_name name)
{
	for (size_t i = k->attrs; i < k->attrs + k->n_attrs; i++)
		if (t->attrs.at[i].known == name)
			return slice_in(t->text, t->attrs.at[i].value);
	return (struct slice){ "", 0 };
}

static struct slice label_of(const struct html_tokens *t, const struct html_token *k)
{
	struct slice label = attr_of(t, k, ATTR_charset);
	if (!label.len && slice_is_nocase(attr_of(t, k, ATTR_http_equiv), "content-type"))
		label = value_of(attr_of(t, k, ATTR_content), "charset");
	return label;
}

// What is read as bytes cannot be in units of 16 bits, whatever it says.
static const struct charset *believed(struct slice label)
{
	const struct charset *c = charset_named(label);
	return c && slice_starts(slice_of(c->name), "UTF-16") ? &charsets[0] : c;
}

const struct charset *charset_declared(struct slice bytes)
{
	struct arena scratch = { 0 };
	const struct charset *found = NULL;
	struct html_tokens t =
	    html_token_start(&scratch, bytes.at, bytes.len < BEGINNING ? bytes.len : BEGINNING, false);
	for (struct html_token k; !found && html_token_next(&t, &k); t.attrs.n = 0) {
		if (k.kind == HTML_COMMENT && !k.at.from && slice_starts(bytes, "<?xml"))
			found = believed(value_of(slice_in(bytes.at, k.text), "encoding"));
		else if (k.kind == HTML_START && k.tag == TAG_meta)
			found = believed(label_of(&t, &k));
	}
	arena_free(&scratch);
	return found;
}
