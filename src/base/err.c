#include "base/err.h"

#include "base/utf8.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

// A sentence that did not fit is cut at a character, and shows it; of a quotation that was cut within one ("%.60s"),
// the rest of that character goes.
static void trim(struct err *e, int wanted)
{
	if (wanted >= 0 && (size_t)wanted >= sizeof e->text) {
		size_t end = utf8_floor(e->text, sizeof e->text - 4);
		memcpy(e->text + end, "...", 4);
	}
	size_t n = strlen(e->text), kept = 0;
	for (size_t i = 0; i < n;) {
		uint32_t code;
		size_t len = utf8_decode(e->text + i, n - i, &code);
		memmove(e->text + kept, e->text + i, len);
		kept += len;
		i += len ? len : 1;
	}
	e->text[kept] = '\0';
}

enum status err_set(struct err *e, enum status s, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	e->status = s;
	trim(e, vsnprintf(e->text, sizeof e->text, fmt, ap));
	va_end(ap);
	return s;
}

enum status err_within(struct err *e, const char *fmt, ...)
{
	char context[sizeof e->text], inner[sizeof e->text];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(context, sizeof context, fmt, ap);
	va_end(ap);
	memcpy(inner, e->text, sizeof inner);
	trim(e, snprintf(e->text, sizeof e->text, "%s: %s", context, inner));
	return e->status;
}

enum status err_system(struct err *e, const char *what, const char *failed)
{
	enum status s = errno == ENOENT || errno == ENOTDIR ? STATUS_NOT_FOUND : STATUS_IO;
	return err_set(e, s, "%s: %s: %s", what, failed, strerror(errno));
}
