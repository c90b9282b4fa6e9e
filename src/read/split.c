#include "read/split.h"

#include "base/file.h"
#include "base/limits.h"
#include "read/feed_split.h"
#include "read/lines.h"
#include "read/lock.h"
#include "read/warc.h"
#include "read/wire.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

static bool is_named(struct slice name, const char *a, const char *b)
{
	return slice_ends(name, a) || slice_ends(name, b);
}

// {"id": ..., "text": ...} on one line.
static bool is_document_line(struct slice line)
{
	return slice_starts(line, "{") && slice_ends(line, "}") && slice_find(line, "\"id\"") > 0 &&
	       slice_find(line, "\"text\"") > 0;
}

enum container split_kind(struct slice head, const char *name)
{
	struct slice path = slice_of(name), line = { "", 0 };
	if (slice_starts(head, "\x1f\x8b"))
		return CONTAINER_GZIP;
	if (slice_starts(head, "WARC/"))
		return CONTAINER_WARC;
	if (feed_split_is(head))
		return CONTAINER_FEED;
	if (slice_ends(path, ".gz"))
		path.len -= strlen(".gz");
	slice_line(&head, &line);
	line = slice_trim(line);
	if (is_named(path, ".ndjson", ".jsonl") || is_document_line(line))
		return CONTAINER_LINES;
	if (lines_is_from(line) || (is_named(path, ".mbox", ".mbx") && slice_starts(line, "From ")))
		return CONTAINER_MBOX;
	return CONTAINER_NONE;
}

// Whether enough was seen to tell what it is: a line, or of markup what may stand in front of its root.
static bool tells(struct slice head)
{
	return feed_split_may_be(head) ? head.len >= FEED_HEAD : memchr(head.at, '\n', head.len) != NULL;
}

// The first line, or as much of it as can be looked at.
static struct slice first_line(struct input *in)
{
	struct slice head = input_peek(in, 1);
	for (size_t n = 1; head.len < INPUT_PEEK && head.len >= n && !tells(head);) {
		n = head.len + 1;
		head = input_peek(in, n);
	}
	return head;
}

static void give_whole(struct input *in, member_give *give, void *context)
{
	struct arena scratch = { 0 };
	struct buf all = buf_in(&scratch);
	struct member m = { .kind = MEMBER_DOCUMENT };
	if (input_all(in, &all, LIMIT_MEMBER, &m.err) == STATUS_OK)
		m.bytes = (struct slice){ buf_str(&all), all.n };
	give(context, &m);
	arena_free(&scratch);
}

void split_all(struct input *in, const char *name, member_give *give, void *context)
{
	enum container kind = split_kind(first_line(in), name);
	struct member twice = { 0 };
	if (kind == CONTAINER_WARC) {
		warc_split(in, give, context);
		return;
	}
	input_join(in);
	if (kind == CONTAINER_LINES) {
		lines_split_json(in, give, context);
	} else if (kind == CONTAINER_MBOX) {
		lines_split_mbox(in, give, context);
	} else if (kind == CONTAINER_FEED) {
		feed_split(in, give, context);
	} else if (kind == CONTAINER_GZIP) {
		err_set(&twice.err, STATUS_BAD_INPUT, "is compressed more than once; unpack it once");
		give(context, &twice);
	} else {
		give_whole(in, give, context);
	}
}

// --- the process ---

// Waits for bytes, but not longer than there is somebody to give them to.
static ptrdiff_t read_stdin(void *context, char *at, size_t n)
{
	(void)context;
	for (;;) {
		struct pollfd ends[] = { { .fd = STDIN_FILENO, .events = POLLIN }, { .fd = STDOUT_FILENO } };
		if (poll(ends, 2, -1) < 0 && errno != EINTR)
			return -1;
		if (ends[1].revents)
			_exit(status_exit(STATUS_IO));
		ssize_t got = ends[0].revents ? read(STDIN_FILENO, at, n) : -1;
		if (got >= 0 || (ends[0].revents && errno != EINTR && errno != EAGAIN))
			return got;
	}
}

// Each member has the processor time of READER_SECONDS.
static bool write_stdout(void *context, const struct member *m)
{
	(void)context;
	struct arena scratch = { 0 };
	struct buf head = buf_in(&scratch);
	struct err e;
	wire_put_member(&head, m);
	bool good = file_write_fd(STDOUT_FILENO, head.at, head.n, "a member", &e) == STATUS_OK &&
		    file_write_fd(STDOUT_FILENO, m->bytes.at, m->bytes.len, "a member", &e) == STATUS_OK;
	arena_free(&scratch);
	lock_time(LIMIT_READER_SECONDS);
	return good;
}

int split_main(const char *name)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	close_range(STDERR_FILENO + 1, ~0u, 0);
	enum status s = lock_in(LIMIT_READER_MEMORY, 0, &e);
	lock_time(LIMIT_READER_SECONDS);
	if (s == STATUS_OK)
		split_all(input_open(&a, read_stdin, NULL), name, write_stdout, NULL);
	arena_free(&a);
	_exit(status_exit(s)); // at once: what libraries do at the end is not allowed in here
}
