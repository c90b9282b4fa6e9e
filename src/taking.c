#include "taking.h"

#include "base/limits.h"
#include "handle.h"
#include "intake.h"

enum status taking_documents(void *context, struct reading *all, size_t n, struct err *e)
{
	struct intake *in = context;
	struct hearsay *h = in->h;
	enum status s = STATUS_OK;
	for (size_t i = 0; s == STATUS_OK && i < n; i++) {
		struct reading *r = &all[i];
		const char *id = r->document.id;
		bool known = false;
		s = keep_add_original(h->keep, &r->options.envelope, r->bytes, id, &known, e);
		if (s != STATUS_OK || known)
			continue;
		s = keep_put_derived(h->keep, id, document_write(&r->arena, &r->document), e);
		in->added++;
		if (h->loaded) {
			list_push(&h->handle, &h->c.documents, r->document);
			arena_adopt(&h->handle, &r->arena);
		}
	}
	return s;
}

bool taking_knows(void *context, const char *id)
{
	return keep_has(((struct intake *)context)->h->keep, id);
}

// A transaction a batch: whatever ends the program, what was committed is known the next time.
enum status taking_batch(void *context, struct reading *all, size_t n, struct err *e)
{
	struct keep *k = ((struct intake *)context)->h->keep;
	size_t kept;
	enum status s = keep_count(k, &kept, e);
	if (s == STATUS_OK && kept + n > LIMIT_DOCUMENTS)
		return err_set(e, STATUS_LIMIT, "more documents than the limit DOCUMENTS of %d in one case",
			       LIMIT_DOCUMENTS);
	s = s ? s : handle_transact(((struct intake *)context)->h, "add");
	s = s ? s : taking_documents(context, all, n, e);
	return handle_conclude(((struct intake *)context)->h, s);
}
