#include "remake.h"

#include "read/child.h"

static enum status remake_document(struct keep *k, const char *id, struct err *e)
{
	struct arena a = { 0 };
	struct slice bytes;
	struct document d;
	struct read_options o = { 0 };
	enum status s = keep_original(&a, k, id, &bytes, e);
	s = s ? s : keep_envelope(&a, k, id, &o.envelope, e);
	if (s == STATUS_OK && child_read_page(&a, bytes, &o, &d, e) != STATUS_OK)
		s = err_within(e, "%s", o.envelope.path);
	s = s ? s : keep_put_derived(k, id, document_write(&a, &d), e);
	arena_free(&a);
	return s;
}

enum status remake(struct arena *a, struct keep *k, struct err *e)
{
	struct keep_ids ids = { 0 };
	enum status s = keep_replay(k, e);
	s = s ? s : keep_documents(a, k, &ids, e);
	for (size_t i = 0; s == STATUS_OK && i < ids.list.n; i++)
		s = remake_document(k, ids.list.at[i], e);
	return s;
}
