#include "read/archive.h"

#include "read/wire.h"

#include <sys/wait.h>

static const struct process_names names = { "the splitter", "this archive", "the rest of it is left out" };

enum status archive_open(struct archive *x, const char *name, int fd, struct err *e)
{
	x->ended = false;
	return process_start(&x->splitter, name, fd, true, e);
}

bool archive_is_ready(const struct archive *x, int milliseconds)
{
	return process_is_ready(&x->splitter, milliseconds);
}

// False where no whole member came. *sense: whether what came could be one.
static bool take(struct arena *a, struct archive *x, struct member *m, bool *sense)
{
	char head[WIRE_HEAD];
	size_t text, bytes;
	*sense = true;
	process_allow(&x->splitter);
	if (!process_get(&x->splitter, head, sizeof head))
		return false;
	*sense = wire_get_lengths(head, &text, &bytes);
	if (!*sense)
		return true;
	char *body = arena_take(a, text + bytes + 1);
	if (!process_get(&x->splitter, body, text + bytes))
		return false;
	*sense = wire_get_member(a, head, (struct slice){ body, text }, m);
	m->bytes = (struct slice){ body + text, bytes };
	return true;
}

bool archive_next(struct arena *a, struct archive *x, struct member *m)
{
	bool sense;
	*m = (struct member){ 0 };
	if (x->ended)
		return false;
	bool came = take(a, x, m, &sense);
	if (came && sense)
		return true;
	int how = process_end(&x->splitter, came);
	*m = (struct member){ 0 };
	x->ended = true;
	if (!came && WIFEXITED(how) && !WEXITSTATUS(how) && !x->splitter.late)
		return false;
	process_explain(&x->splitter, came ? 0 : how, &names, &m->err);
	return true;
}

void archive_close(struct archive *x)
{
	if (!x->ended)
		process_end(&x->splitter, true);
	x->ended = true;
}
