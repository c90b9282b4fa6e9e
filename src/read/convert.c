#include "read/convert.h"

#include <unicode/ucnv.h>

#include "read/convert_calls.h" // made from convert.calls

enum { REPLACEMENT = 0xfffd };

struct convert {
	UConverter *icu;
	bool bytewise;       // a character is a byte, and means the same everywhere
	uint32_t known[256]; // then: what was asked before; 0: not yet
};

static enum status load(struct err *e)
{
	return late_load(&late_all, "text in an old encoding needs ICU", e);
}

struct convert *convert_open(struct arena *a, const char *icu)
{
	struct err e;
	if (load(&e) != STATUS_OK)
		return NULL;
	UErrorCode status = U_ZERO_ERROR;
	struct convert *c = arena_new(a, struct convert);
	c->icu = ucnv_open(icu, &status);
	if (U_SUCCESS(status)) // some converters would put in a control character
		ucnv_setToUCallBack(c->icu, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
	c->bytewise = U_SUCCESS(status) && ucnv_getMaxCharSize(c->icu) == 1;
	return U_SUCCESS(status) ? c : NULL;
}

void convert_close(struct convert *c)
{
	ucnv_close(c->icu);
}

uint32_t convert_next(struct convert *c, struct slice *rest)
{
	UErrorCode status = U_ZERO_ERROR;
	const char *at = rest->at, *end = at + rest->len;
	uint32_t *known = &c->known[(unsigned char)*at];
	if (*known) {
		*rest = (struct slice){ at + 1, rest->len - 1 };
		return *known;
	}
	UChar32 got = ucnv_getNextUChar(c->icu, &at, end, &status);
	uint32_t code = U_SUCCESS(status) && got ? (uint32_t)got : REPLACEMENT;
	*rest = (struct slice){ at, (size_t)(end - at) };
	if (c->bytewise)
		*known = code;
	return code;
}

enum status convert_preload(struct err *e)
{
	if (load(e) != STATUS_OK)
		return e->status;
	static const char *const names[] = { "windows-1252", "windows-31j", "gb18030", "iso-2022-jp", "utf-16le" };
	struct arena scratch = { 0 };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct convert *c = convert_open(&scratch, names[i]);
		if (c)
			convert_close(c);
	}
	arena_free(&scratch);
	return STATUS_OK;
}
