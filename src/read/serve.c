#include "read/serve.h"

#include "base/file.h"
#include "case/json.h"
#include "case/yaml.h"
#include "read/read.h"
#include "read/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static enum status take_bytes(int fd, char *at, size_t n, struct err *e)
{
	while (n) {
		ssize_t got = read(fd, at, n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_system(e, "the request", "cannot be read");
		if (!got)
			return err_set(e, STATUS_IO, "the request ends too early");
		at += got;
		n -= (size_t)got;
	}
	return STATUS_OK;
}

// The line of a node and of all below it, in preorder. Nesting is bounded by the parser.
static void put_lines(struct buf *b, const struct node *n)
{
	buf_u32(b, (uint32_t)n->line);
	for (node_each (child, n))
		put_lines(b, child);
}

static enum status parse(struct arena *a, const struct wire_request *r, struct buf *json, struct buf *lines,
			 struct err *e)
{
	struct node *n = NULL;
	struct document d;
	struct tables t;
	struct read_options o = { .path = arena_copy(a, r->path.at, r->path.len),
				  .verbatim = r->options & WIRE_VERBATIM,
				  .text_only = r->options & WIRE_TEXT_ONLY };
	enum status s = STATUS_OK;
	if (r->kind == WIRE_PAGE) {
		t = tables_read(a);
		s = read_page(a, &t, r->bytes, &o, &d, e);
	} else if (r->kind == WIRE_YAML) {
		s = yaml_read(a, r->bytes, &n, e);
	} else {
		s = json_read(a, r->bytes, &n, e);
	}
	if (s != STATUS_OK)
		return s;
	json_write(json, r->kind == WIRE_PAGE ? document_write(a, &d) : n);
	if (r->kind == WIRE_YAML)
		put_lines(lines, n);
	return STATUS_OK;
}

// While a request is worked at, nothing comes from the other end but its end. Then the kernel sends SIGIO, and this
// process ends too: nobody waits for its answer.
static void watch(int fd, bool on)
{
	fcntl(fd, F_SETFL, on ? O_ASYNC : 0);
}

static enum status reply(int out, const struct wire_answer *answer, struct arena *a, struct err *e)
{
	struct buf head = buf_in(a);
	wire_put_answer(&head, answer);
	const struct slice parts[] = { { head.at, head.n }, answer->text, answer->json, answer->lines };
	enum status s = STATUS_OK;
	for (size_t i = 0; s == STATUS_OK && i < sizeof parts / sizeof *parts; i++)
		s = file_write_fd(out, parts[i].at, parts[i].len, "the answer", e);
	return s;
}

enum status serve_one(int in, int out, struct err *e)
{
	struct arena a = { 0 };
	char head[WIRE_HEAD];
	struct wire_request r;
	enum status s = take_bytes(in, head, sizeof head, e);
	if (s == STATUS_OK && !wire_get_request(head, &r))
		s = err_set(e, STATUS_IO, "the request makes no sense");
	if (s == STATUS_OK) {
		char *body = arena_take(&a, r.path.len + r.bytes.len + 1);
		r.path.at = body;
		r.bytes.at = body + r.path.len;
		s = take_bytes(in, body, r.path.len + r.bytes.len, e);
	}
	if (s == STATUS_OK) {
		struct buf json = buf_in(&a), lines = buf_in(&a);
		struct err failed = { 0 };
		watch(in, true);
		struct wire_answer answer = { .status = parse(&a, &r, &json, &lines, &failed) };
		watch(in, false);
		answer.text = slice_of(failed.text);
		answer.json = (struct slice){ json.at, json.n };
		answer.lines = (struct slice){ lines.at, lines.n };
		s = reply(out, &answer, &a, e);
	}
	arena_free(&a);
	return s;
}
