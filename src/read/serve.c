#include "read/serve.h"

#include "base/file.h"
#include "base/limits.h"
#include "case/json.h"
#include "case/matrix_node.h"
#include "case/yaml.h"
#include "read/lock.h"
#include "read/matrix.h"
#include "read/network.h"
#include "read/read.h"
#include "read/tagger.h"
#include "read/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

// n bytes. None at all where the other end has closed: then *closed, if the caller knows what that means.
static enum status take_bytes(int fd, char *at, size_t n, bool *closed, struct err *e)
{
	bool first = true;
	while (n) {
		ssize_t got = read(fd, at, n);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_system(e, "the request", "cannot be read");
		if (!got && first && closed) {
			*closed = true;
			return STATUS_OK;
		}
		if (!got)
			return err_set(e, STATUS_IO, "the request ends too early");
		first = false;
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

// What is read once and kept from one page to the next.
struct kept {
	struct arena arena;
	struct tables tables;
};

static struct tables *tables_of(struct kept *k)
{
	if (!k->tables.lexicon)
		k->tables = tables_read(&k->arena);
	return &k->tables;
}

static enum status parse_text(struct arena *a, struct kept *k, const struct wire_request *r, struct buf *json,
			      struct buf *lines, struct err *e)
{
	struct node *n = NULL;
	struct document d;
	struct read_options o = { .verbatim = r->options & WIRE_VERBATIM,
				  .depth = (enum read_depth)(r->options >> WIRE_DEPTH & 3),
				  .least = (float)(r->options >> WIRE_LEAST) / WIRE_ONE,
				  .pdf = r->options & WIRE_PDF };
	enum status s = STATUS_OK;
	if (r->kind == WIRE_PAGE && !envelope_unpack(a, r->envelope, &o.envelope))
		s = err_set(e, STATUS_IO, "the envelope of the document makes no sense");
	else if (r->kind == WIRE_PAGE && o.depth < READ_TEXT && !k->tables.tagger)
		s = tagger_open(&k->arena, &tables_of(k)->tagger, e);
	if (s != STATUS_OK)
		return s;
	if (r->kind == WIRE_PAGE)
		s = read_page(a, tables_of(k), r->bytes, &o, &d, e);
	else if (r->kind == WIRE_YAML)
		s = yaml_read(a, r->bytes, &n, e);
	else
		s = json_read(a, r->bytes, &n, e);
	if (s != STATUS_OK)
		return s;
	if (r->kind == WIRE_PAGE)
		envelope_lay(a, &o.envelope, &d);
	json_write(json, r->kind == WIRE_PAGE ? document_write(a, &d) : n);
	if (r->kind == WIRE_YAML)
		put_lines(lines, n);
	return STATUS_OK;
}

// The numbers go out from where they lie.
static enum status parse_network(struct arena *a, const struct wire_request *r, struct buf *made,
				 struct wire_answer *answer, struct err *e)
{
	struct network n;
	if (r->options >= NETWORK_FORMATS)
		return err_set(e, STATUS_IO, "the request makes no sense");
	enum network_format format = (enum network_format)r->options;
	enum status s = network_parse(a, format, r->bytes, r->envelope, &n, &answer->beside, e);
	if (s != STATUS_OK)
		return s;
	network_pack(made, &n);
	answer->numbers = (struct slice){ (const char *)n.values, n.net.cells * sizeof *n.values };
	return STATUS_OK;
}

static enum status parse_matrix(struct arena *a, const struct wire_request *r, struct buf *json, struct err *e)
{
	struct matrix m;
	if (r->options >= MATRIX_FORMATS)
		return err_set(e, STATUS_IO, "the request makes no sense");
	enum status s = matrix_parse(a, (enum matrix_format)r->options, r->bytes, &m, e);
	if (s == STATUS_OK)
		json_write(json, matrix_node_write(a, &m));
	return s;
}

static void parse(struct arena *a, struct kept *k, const struct wire_request *r, struct wire_answer *answer,
		  struct err *e)
{
	struct buf made = buf_in(a), lines = buf_in(a);
	if (r->kind == WIRE_NETWORK) {
		answer->status = parse_network(a, r, &made, answer, e);
	} else if (r->kind == WIRE_MATRIX) {
		answer->status = parse_matrix(a, r, &made, e);
	} else {
		answer->status = parse_text(a, k, r, &made, &lines, e);
		answer->numbers = (struct slice){ lines.at, lines.n };
	}
	answer->made = (struct slice){ made.at, made.n };
	answer->text = slice_of(e->text);
}

// The kernel sends SIGIO when the other end closes: then this process ends too, since nobody waits for its answer. It
// may also send one late, for a request that was taken off already: that says nothing.
static struct pollfd other_end;

static void see_end(int signal)
{
	(void)signal;
	if (poll(&other_end, 1, 0) == 1 && other_end.revents & POLLHUP)
		_exit(0);
}

void serve_watch(int in)
{
	other_end.fd = in;
	sigaction(SIGIO, &(struct sigaction){ .sa_handler = see_end, .sa_flags = SA_RESTART }, NULL);
	fcntl(in, F_SETOWN, getpid());
}

// Only while a request is worked at: nothing comes from the other end then but its end.
static void watch(int fd, bool on)
{
	fcntl(fd, F_SETFL, on ? O_ASYNC : 0);
}

static enum status reply(int out, const struct wire_answer *answer, struct arena *a, struct err *e)
{
	struct buf head = buf_in(a);
	wire_put_answer(&head, answer);
	const struct slice parts[] = { { head.at, head.n }, answer->text, answer->made, answer->numbers };
	enum status s = STATUS_OK;
	for (size_t i = 0; s == STATUS_OK && i < sizeof parts / sizeof *parts; i++)
		s = file_write_fd(out, parts[i].at, parts[i].len, "the answer", e);
	return s;
}

// One request; *closed: there was none.
static enum status serve(struct arena *a, struct kept *k, int in, int out, bool *closed, struct err *e)
{
	char head[WIRE_HEAD];
	struct wire_request r;
	enum status s = take_bytes(in, head, sizeof head, closed, e);
	if (s != STATUS_OK || *closed)
		return s;
	if (!wire_get_request(head, &r))
		return err_set(e, STATUS_IO, "the request makes no sense");
	char *body = arena_take(a, r.envelope.len + r.bytes.len + 1);
	r.envelope.at = body;
	r.bytes.at = body + r.envelope.len;
	if ((s = take_bytes(in, body, r.envelope.len + r.bytes.len, NULL, e)) != STATUS_OK)
		return s;
	struct err failed = { 0 };
	struct wire_answer answer = { 0 };
	lock_time(LIMIT_READER_SECONDS);
	watch(in, true);
	parse(a, k, &r, &answer, &failed);
	watch(in, false);
	lock_time(0);
	return reply(out, &answer, a, e);
}

enum status serve_all(int in, int out, struct err *e)
{
	struct kept k = { 0 };
	enum status s = STATUS_OK;
	arena_hoard();
	for (bool closed = false; s == STATUS_OK && !closed;) {
		struct arena a = { 0 };
		s = serve(&a, &k, in, out, &closed, e);
		arena_free(&a);
	}
	arena_free(&k.arena);
	return s;
}
