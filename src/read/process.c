#include "read/process.h"

#include "base/limits.h"
#include "case/outlets.h"
#include "read/spawn.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MARK "HEARSAY_IS_READER"
#define BARE "bare"

enum { GRACE = 2000 }; // milliseconds for a process to end when its socket has closed

static int patience = LIMIT_READER_WAIT;

void process_patience(int seconds)
{
	patience = seconds;
}

int process_seconds(void)
{
	return patience;
}

long long process_clock(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

void process_allow(struct process *p)
{
	p->deadline = process_clock() + patience * 1000LL;
	p->late = false;
}

// No environment but where the model and the table of outlets are, and a mark, which keeps a program that does not know
// --reader from starting itself for ever, and says what to load.
static int spawn(struct process *p, const char *path, char *const argv[], int in, int out, bool bare)
{
	struct arena scratch = { 0 };
	const char *model = getenv("HEARSAY_MODEL");
	char *env[] = { arena_text(&scratch, bare ? MARK "=" BARE : MARK "=1"), NULL, NULL, NULL };
	size_t n = 1;
	if (model && *model)
		env[n++] = arena_printf(&scratch, "HEARSAY_MODEL=%s", model);
	if (outlets_file())
		env[n++] = arena_printf(&scratch, "HEARSAY_OUTLETS=%s", outlets_file());
	int failed = spawn_program(path, argv, env, in, out, &p->pid);
	arena_free(&scratch);
	return failed;
}

enum status process_start(struct process *p, const char *container, int in, bool bare, struct err *e)
{
	*p = (struct process){ .fd = -1 };
	if (getenv(MARK))
		return err_set(e, STATUS_IO,
			       "the reader was started by itself; set HEARSAY_READER to the hearsay program");
	const char *path = getenv("HEARSAY_READER");
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return err_system(e, "the reader", "cannot be started");
	struct arena scratch = { 0 };
	char *argv[] = { arena_text(&scratch, "hearsay"), arena_text(&scratch, "--reader"),
			 arena_text(&scratch, container), NULL };
	int failed = spawn(p, path && *path ? path : "/proc/self/exe", argv, in < 0 ? ends[1] : in, ends[1], bare);
	arena_free(&scratch);
	close(ends[1]);
	p->fd = ends[0];
	process_allow(p);
	if (!failed)
		return STATUS_OK;
	close(p->fd);
	*p = (struct process){ .fd = -1 };
	errno = failed;
	return err_system(e, path ? path : "the reader", "cannot be started");
}

bool process_is_bare(void)
{
	const char *mark = getenv(MARK);
	return mark && !strcmp(mark, BARE);
}

// Waits until the socket is ready; false when time is up.
static bool ready(struct process *p, short events)
{
	for (;;) {
		long long left = p->deadline - process_clock();
		struct pollfd f = { .fd = p->fd, .events = events };
		int n = left > 0 ? poll(&f, 1, (int)left) : 0;
		if (n < 0 && errno == EINTR)
			continue;
		p->late = n == 0;
		return n > 0;
	}
}

bool process_put(struct process *p, struct slice s)
{
	while (s.len) {
		if (!ready(p, POLLOUT))
			return false;
		ssize_t n = send(p->fd, s.at, s.len, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (n < 0 && errno != EINTR && errno != EAGAIN)
			return false;
		if (n > 0)
			s = (struct slice){ s.at + n, s.len - (size_t)n };
	}
	return true;
}

bool process_get(struct process *p, char *at, size_t n)
{
	while (n) {
		if (!ready(p, POLLIN))
			return false;
		ssize_t got = recv(p->fd, at, n, MSG_DONTWAIT);
		if (!got || (got < 0 && errno != EINTR && errno != EAGAIN))
			return false;
		if (got > 0) {
			at += got;
			n -= (size_t)got;
		}
	}
	return true;
}

bool process_is_ready(const struct process *p, int milliseconds)
{
	struct pollfd f = { .fd = p->fd, .events = POLLIN };
	return poll(&f, 1, milliseconds) > 0;
}

// Whether it ends by itself, soon.
static bool ends(const struct process *p)
{
	struct pollfd f = { .fd = pidfd_open(p->pid, 0), .events = POLLIN };
	int n = f.fd < 0 ? 0 : poll(&f, 1, GRACE);
	if (f.fd >= 0)
		close(f.fd);
	return n > 0;
}

int process_end(struct process *p, bool force)
{
	int how = 0;
	close(p->fd); // one that waits for more, or for us to read, ends at this
	if (force || p->late || !ends(p))
		kill(p->pid, SIGKILL);
	while (waitpid(p->pid, &how, 0) < 0 && errno == EINTR)
		;
	p->pid = 0;
	return how;
}

enum status process_explain(const struct process *p, int how, const struct process_names *n, struct err *e)
{
	int signal = WIFSIGNALED(how) ? WTERMSIG(how) : 0;
	if (p->late)
		return err_set(e, STATUS_LIMIT, "%s took longer than %d seconds at %s (READER_WAIT); %s", n->who,
			       patience, n->at, n->loss);
	if (signal == SIGPROF || signal == SIGXCPU || signal == SIGKILL)
		return err_set(e, STATUS_LIMIT,
			       "%s took more than %d seconds of processor time at %s (READER_SECONDS); %s", n->who,
			       LIMIT_READER_SECONDS, n->at, n->loss);
	if (signal == SIGABRT)
		return err_set(e, STATUS_LIMIT,
			       "%s stopped at %s (signal %d): it ran out of memory (READER_MEMORY) or found a mistake "
			       "of its own; %s",
			       n->who, n->at, signal, n->loss);
	if (signal)
		return err_set(e, STATUS_BAD_INPUT, "%s stopped at %s (signal %d); %s", n->who, n->at, signal, n->loss);
	if (WIFEXITED(how) && WEXITSTATUS(how))
		return err_set(e, STATUS_BAD_INPUT, "%s stopped at %s (exit %d); %s", n->who, n->at, WEXITSTATUS(how),
			       n->loss);
	return err_set(e, STATUS_BAD_INPUT, "%s's answer on %s makes no sense; %s", n->who, n->at, n->loss);
}
