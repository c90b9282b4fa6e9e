// The parent's side of the reader child. One socket is both its input and its output; the talk is bounded by the wall
// clock, the child by its own bounds. Whatever the child does, the worst is one document's error.
#include "read/child.h"

#include "base/limits.h"
#include "case/json.h"
#include "read/convert.h"
#include "read/icu.h"
#include "read/lock.h"
#include "read/serve.h"
#include "read/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MARK "HEARSAY_IS_READER"

static int patience = LIMIT_READER_WAIT;

void child_patience(int seconds)
{
	patience = seconds;
}

struct child {
	pid_t pid;
	int fd;
	long long deadline; // milliseconds of the monotonic clock
	bool late;
};

static long long now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

// No environment but a mark, which keeps a program that does not know --reader from starting itself for ever.
static enum status start(struct child *c, struct err *e)
{
	if (getenv(MARK))
		return err_set(e, STATUS_IO,
			       "the reader was started by itself; set HEARSAY_READER to the hearsay program");
	const char *path = getenv("HEARSAY_READER");
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return err_system(e, "the reader", "cannot be started");
	char name[] = "hearsay", flag[] = "--reader", mark[] = MARK "=1";
	char *argv[] = { name, flag, NULL }, *env[] = { mark, NULL };
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	int failed = posix_spawn(&c->pid, path && *path ? path : "/proc/self/exe", &actions, NULL, argv, env);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	c->fd = ends[0];
	c->deadline = now() + patience * 1000LL;
	if (!failed)
		return STATUS_OK;
	close(c->fd);
	errno = failed;
	return err_system(e, path ? path : "the reader", "cannot be started");
}

// Waits until the socket is ready; false when time is up.
static bool ready(struct child *c, short events)
{
	for (;;) {
		long long left = c->deadline - now();
		struct pollfd p = { .fd = c->fd, .events = events };
		int n = left > 0 ? poll(&p, 1, (int)left) : 0;
		if (n < 0 && errno == EINTR)
			continue;
		c->late = n == 0;
		return n > 0;
	}
}

static bool put(struct child *c, struct slice s)
{
	while (s.len) {
		if (!ready(c, POLLOUT))
			return false;
		ssize_t n = send(c->fd, s.at, s.len, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (n < 0 && errno != EINTR && errno != EAGAIN)
			return false;
		if (n > 0)
			s = (struct slice){ s.at + n, s.len - (size_t)n };
	}
	return true;
}

static bool get(struct child *c, char *at, size_t n)
{
	while (n) {
		if (!ready(c, POLLIN))
			return false;
		ssize_t got = recv(c->fd, at, n, MSG_DONTWAIT);
		if (!got || (got < 0 && errno != EINTR && errno != EAGAIN))
			return false;
		if (got > 0) {
			at += got;
			n -= (size_t)got;
		}
	}
	return true;
}

static bool talk(struct arena *a, struct child *c, const struct wire_request *r, struct wire_answer *answer)
{
	struct buf head = buf_in(a);
	char back[WIRE_HEAD];
	wire_put_request(&head, r);
	if (!put(c, (struct slice){ head.at, head.n }) || !put(c, r->path) || !put(c, r->bytes))
		return false;
	if (!get(c, back, sizeof back) || !wire_get_answer(back, answer))
		return false;
	char *body = arena_take(a, answer->text.len + answer->json.len + answer->lines.len + 1);
	answer->text.at = body;
	answer->json.at = answer->text.at + answer->text.len;
	answer->lines.at = answer->json.at + answer->json.len;
	return get(c, body, answer->text.len + answer->json.len + answer->lines.len);
}

// Ends the child and tells how it ended by itself, if it did.
static int finish(struct child *c, bool answered)
{
	int how = 0;
	if (answered || c->late)
		kill(c->pid, SIGKILL);
	close(c->fd); // a child that waits for more, or for us to read, ends at this
	while (waitpid(c->pid, &how, 0) < 0 && errno == EINTR)
		;
	return how;
}

static enum status explain(const struct child *c, int how, struct err *e)
{
	if (c->late)
		return err_set(e, STATUS_LIMIT,
			       "the reader took longer than %d seconds at this document (READER_WAIT); it is left out",
			       patience);
	if (WIFSIGNALED(how) && (WTERMSIG(how) == SIGXCPU || WTERMSIG(how) == SIGKILL))
		return err_set(e, STATUS_LIMIT,
			       "the reader took more than %d seconds of processor time at this document "
			       "(READER_SECONDS); it is left out",
			       LIMIT_READER_SECONDS);
	if (WIFSIGNALED(how) && WTERMSIG(how) == SIGABRT)
		return err_set(e, STATUS_LIMIT,
			       "the reader stopped at this document (signal %d): it ran out of memory (READER_MEMORY) "
			       "or found a mistake of its own; it is left out",
			       SIGABRT);
	if (WIFSIGNALED(how))
		return err_set(e, STATUS_BAD_INPUT, "the reader stopped at this document (signal %d); it is left out",
			       WTERMSIG(how));
	if (WIFEXITED(how) && WEXITSTATUS(how))
		return err_set(e, STATUS_BAD_INPUT, "the reader stopped at this document (exit %d); it is left out",
			       WEXITSTATUS(how));
	return err_set(e, STATUS_BAD_INPUT, "the reader's answer on this document makes no sense; it is left out");
}

static enum status ask(struct arena *a, const struct wire_request *r, struct wire_answer *answer, struct err *e)
{
	struct child c = { 0 };
	if (r->bytes.len > LIMIT_DOCUMENT)
		return err_set(e, STATUS_LIMIT, "%zu bytes, more than the limit DOCUMENT of %d", r->bytes.len,
			       LIMIT_DOCUMENT);
	if (start(&c, e) != STATUS_OK)
		return e->status;
	bool answered = talk(a, &c, r, answer);
	int how = finish(&c, answered);
	if (!answered)
		return explain(&c, how, e);
	if (answer->status != STATUS_OK)
		return err_set(e, answer->status, "%.*s", (int)answer->text.len, answer->text.at);
	return STATUS_OK;
}

static enum status no_sense(struct err *e)
{
	return err_within(e, "the reader's answer on this document makes no sense; it is left out");
}

enum status child_read_page(struct arena *a, struct slice bytes, const struct read_options *o, struct document *d,
			    struct err *e)
{
	struct wire_request r = { WIRE_PAGE, 0, slice_of(o->path), bytes };
	r.options = (o->verbatim ? WIRE_VERBATIM : 0) | (o->text_only ? WIRE_TEXT_ONLY : 0);
	struct arena scratch = { 0 };
	struct wire_answer answer;
	struct node *n;
	enum status s = ask(&scratch, &r, &answer, e);
	if (s == STATUS_OK && (json_read(a, answer.json, &n, e) != STATUS_OK || document_read(a, n, d, e) != STATUS_OK))
		s = no_sense(e);
	arena_free(&scratch);
	return s;
}

// Puts the lines back where they belong; false where there are too few.
static bool set_lines(struct node *n, struct slice *lines)
{
	if (lines->len < 4)
		return false;
	n->line = (int)wire_u32(lines->at);
	*lines = (struct slice){ lines->at + 4, lines->len - 4 };
	for (struct node *child = n->first; child; child = child->next)
		if (!set_lines(child, lines))
			return false;
	return true;
}

static enum status read_tree(struct arena *a, enum wire_kind kind, struct slice bytes, struct node **n, struct err *e)
{
	struct wire_request r = { kind, 0, slice_of(NULL), bytes };
	struct arena scratch = { 0 };
	struct wire_answer answer;
	enum status s = ask(&scratch, &r, &answer, e);
	if (s == STATUS_OK && json_read(a, answer.json, n, e) != STATUS_OK)
		s = no_sense(e);
	if (s == STATUS_OK && kind == WIRE_YAML && !set_lines(*n, &answer.lines))
		s = err_set(e, STATUS_BAD_INPUT, "the reader's answer on this file makes no sense");
	arena_free(&scratch);
	return s;
}

enum status child_read_yaml(struct arena *a, struct slice bytes, struct node **n, struct err *e)
{
	return read_tree(a, WIRE_YAML, bytes, n, e);
}

enum status child_read_json(struct arena *a, struct slice bytes, struct node **n, struct err *e)
{
	return read_tree(a, WIRE_JSON, bytes, n, e);
}

int child_main(void)
{
	struct err e = { 0 };
	fcntl(STDIN_FILENO, F_SETOWN, getpid()); // serve.c has SIGIO sent here
	icu_preload();
	convert_preload();
	close_range(STDERR_FILENO + 1, ~0u, 0);
	enum status s = lock_in(LIMIT_READER_MEMORY, LIMIT_READER_SECONDS, &e);
	if (s == STATUS_OK)
		s = serve_one(STDIN_FILENO, STDOUT_FILENO, &e);
	return status_exit(s);
}
