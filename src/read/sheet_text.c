#include "read/sheet_text.h"

#include "base/utf8.h"
#include "read/charset.h"
#include "read/convert.h"
#include "read/guess.h"

#include <string.h>

enum { LOOK = 1 << 12 };

static enum status convert(struct arena *a, struct slice bytes, const struct charset *from, struct slice *text,
			   struct err *e)
{
	struct convert *c = convert_open(a, from->icu);
	if (!c)
		return err_set(e, STATUS_BAD_INPUT, "%s cannot be converted here; save the file as UTF-8", from->name);
	struct buf out = buf_in(a);
	while (bytes.len) {
		char character[4];
		buf_add(&out, character, utf8_encode(convert_next(c, &bytes), character));
	}
	convert_close(c);
	*text = (struct slice){ buf_str(&out), out.n };
	return STATUS_OK;
}

// UTF-16 without a mark: of a sheet, half of the bytes at even or at odd places are zero.
static const char *wide(struct slice bytes)
{
	size_t zeros[2] = { 0, 0 }, n = bytes.len < LOOK ? bytes.len : LOOK;
	for (size_t i = 0; i < n; i++)
		zeros[i & 1] += !bytes.at[i];
	if (zeros[1] > n / 8 && !zeros[0])
		return "utf-16le";
	return zeros[0] > n / 8 && !zeros[1] ? "utf-16be" : NULL;
}

static const struct charset *guess(struct slice bytes, struct remarks *told, struct arena *a)
{
	char label[64];
	const char *utf16 = wide(bytes);
	if (!utf16)
		guess_charset(bytes, label, sizeof label);
	const struct charset *c = charset_named(slice_of(utf16 ? utf16 : label));
	if (!c || !c->icu)
		c = charset_named(slice_of("windows-1252"));
	remarks_add(a, told, REMARK_ASSUMED,
		    "the file is not in UTF-8 and does not say its encoding: it was read as %s", c->name);
	return c;
}

enum status sheet_text(struct arena *a, struct slice bytes, struct slice *text, struct remarks *told, struct err *e)
{
	size_t mark = 0;
	const struct charset *c = charset_marked(bytes, &mark);
	bytes = (struct slice){ bytes.at + mark, bytes.len - mark };
	*text = bytes;
	bool zeros = bytes.len && memchr(bytes.at, 0, bytes.len);
	if (!c && (zeros || utf8_valid(bytes.at, bytes.len) != bytes.len)) {
		if (zeros && !wide(bytes))
			return err_set(e, STATUS_BAD_INPUT, "not text: it has zero bytes; save the sheet as CSV");
		c = guess(bytes, told, a);
	}
	if (c && c->icu)
		return convert(a, bytes, c, text, e);
	if (utf8_valid(bytes.at, bytes.len) != bytes.len || zeros)
		return err_set(e, STATUS_BAD_INPUT, "byte %zu is no UTF-8, although its mark says so",
			       utf8_valid(bytes.at, bytes.len) + mark + 1);
	return STATUS_OK;
}
