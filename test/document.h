// What holds of every document that was read, whatever its bytes.
#ifndef TEST_DOCUMENT_H
#define TEST_DOCUMENT_H

#include "base/utf8.h"
#include "case/document.h"

#include <stdlib.h>

// Ends the program where it does not hold.
static inline void document_check(const struct document *d)
{
	if (utf8_valid(d->text, d->len) != d->len)
		abort();
	for (each (s, &d->sentences))
		if (s->from >= s->to || s->to > d->len)
			abort();
	for (each (x, &d->debris))
		if (x->at.from > x->at.to || x->at.to > d->bytes)
			abort();
	for (each (r, &d->map)) {
		uint32_t from = r->unit ? r->len / r->unit * r->from : r->len;
		if (r->original + from > d->bytes || r->text + r->len > d->len)
			abort();
	}
}

#endif
