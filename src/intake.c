#include "intake.h"

#include "case/json.h"

static void tell(void *context, const char *error)
{
	struct intake *in = context;
	if (in->failed)
		in->failed(in->context, error);
}

static void prepare(struct intake *in, struct files_options *o)
{
	o->stop = in->stop;
	o->failed = tell;
	o->context = in;
}

enum status intake_read(struct intake *in, const char *const *paths, size_t n, struct files_options o)
{
	prepare(in, &o);
	enum status s = files_read(paths, n, &o, in->err);
	atomic_store(in->stop, false);
	return s;
}

enum status intake_read_bytes(struct intake *in, const char *name, struct slice bytes, struct files_options o)
{
	prepare(in, &o);
	enum status s = files_read_bytes(name, bytes, &o, in->err);
	atomic_store(in->stop, false);
	return s;
}

enum status intake_give(void *context, struct reading *all, size_t n, struct err *e)
{
	struct intake *in = context;
	struct arena scratch = { 0 };
	enum status s = STATUS_OK;
	for (size_t i = 0; s == STATUS_OK && i < n; i++) {
		struct buf line = buf_in(&scratch);
		json_write(&line, document_write(&scratch, &all[i].document));
		buf_char(&line, '\n');
		if (!in->give(in->context, buf_str(&line), line.n))
			s = err_set(e, STATUS_STOPPED, "stopped at %s", all[i].place);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	return s;
}

enum status intake_keep(void *context, struct reading *all, size_t n, struct err *e)
{
	struct intake *in = context;
	(void)e;
	for (size_t i = 0; i < n; i++) {
		list_push(in->arena, &in->kept, all[i].document);
		arena_adopt(in->arena, &all[i].arena);
	}
	return STATUS_OK;
}
