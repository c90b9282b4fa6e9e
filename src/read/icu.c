// ICU 72: sentence break rules of UAX 29, for English.
#include "read/icu.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <stddef.h>

#include "read/icu_calls.h" // made from icu.calls

struct icu_breaks {
	UBreakIterator *iterator;
	UText text;
};

static enum status load(struct err *e)
{
	return late_load(&late_all, "sentences need ICU", e);
}

struct icu_breaks *icu_open(struct arena *a)
{
	static const UText empty = UTEXT_INITIALIZER;
	struct icu_breaks *b = arena_new(a, struct icu_breaks);
	struct err e;
	if (load(&e) != STATUS_OK)
		return NULL;
	UErrorCode status = U_ZERO_ERROR;
	b->text = empty;
	b->iterator = ubrk_open(UBRK_SENTENCE, "en", NULL, 0, &status);
	return U_SUCCESS(status) ? b : NULL;
}

void icu_start(struct icu_breaks *b, const char *text, size_t n)
{
	UErrorCode status = U_ZERO_ERROR;
	utext_openUTF8(&b->text, text, (int64_t)n, &status);
	ubrk_setUText(b->iterator, &b->text, &status);
	ubrk_first(b->iterator);
}

size_t icu_next(struct icu_breaks *b)
{
	int32_t at = ubrk_next(b->iterator);
	return at == UBRK_DONE ? 0 : (size_t)at;
}

void icu_close(struct icu_breaks *b)
{
	ubrk_close(b->iterator);
	utext_close(&b->text);
}

enum status icu_preload(struct err *e)
{
	struct arena scratch = { 0 };
	if (load(e) != STATUS_OK)
		return e->status;
	struct icu_breaks *b = icu_open(&scratch);
	if (b) {
		icu_start(b, "One. Two.", 9);
		while (icu_next(b))
			;
		icu_close(b);
	}
	arena_free(&scratch);
	return STATUS_OK;
}
