// pdftotext opens files of its own (fonts, encodings), so it cannot be locked in as a reader is. It gets the PDF and
// gives the words over one socket, has no environment but PATH, and bounds on time, memory and files, which are set
// before it gets the first byte of the PDF.
#include "read/pdf.h"

#include "base/buf.h"
#include "base/limits.h"
#include "read/process.h"
#include "read/spawn.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

bool pdf_is(struct slice bytes)
{
	return slice_starts(bytes, "%PDF-");
}

struct converter {
	pid_t pid;
	int fd;
	long long deadline; // milliseconds of the monotonic clock
	bool late, crowded;
};

static int spawn(struct arena *a, pid_t *pid, int fd)
{
	static const char *const words[] = { "pdftotext", "-q", "-bbox-layout", "-enc", "UTF-8", "-", "-" };
	char *argv[sizeof words / sizeof *words + 1] = { NULL }, *env[2] = { NULL };
	const char *path = getenv("PATH");
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		argv[i] = arena_text(a, words[i]);
	if (path)
		env[0] = arena_printf(a, "PATH=%s", path);
	return spawn_program(argv[0], argv, env, fd, fd, pid);
}

static bool bound(pid_t pid, enum __rlimit_resource what, rlim_t soft, rlim_t hard)
{
	return !prlimit(pid, what, &(struct rlimit){ soft, hard }, NULL);
}

// Ends it and tells how it ended by itself, if it did.
static int finish(struct converter *c, bool force)
{
	int how = 0;
	if (force)
		kill(c->pid, SIGKILL);
	close(c->fd);
	while (waitpid(c->pid, &how, 0) < 0 && errno == EINTR)
		;
	return how;
}

static enum status start(struct arena *a, struct converter *c, struct err *e)
{
	int ends[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return err_system(e, "pdftotext", "cannot be started");
	int failed = spawn(a, &c->pid, ends[1]);
	close(ends[1]);
	c->fd = ends[0];
	c->deadline = process_clock() + process_seconds() * 1000LL;
	if (failed) {
		close(c->fd);
		errno = failed;
		return failed == ENOENT
			   ? err_set(e, STATUS_IO, "reading a PDF needs pdftotext; install the package poppler-utils")
			   : err_system(e, "pdftotext", "cannot be started");
	}
	if (bound(c->pid, RLIMIT_AS, LIMIT_READER_MEMORY, LIMIT_READER_MEMORY) &&
	    bound(c->pid, RLIMIT_CPU, LIMIT_READER_SECONDS, LIMIT_READER_SECONDS + 1) &&
	    bound(c->pid, RLIMIT_FSIZE, 0, 0) && bound(c->pid, RLIMIT_CORE, 0, 0))
		return STATUS_OK;
	err_system(e, "pdftotext", "its bounds cannot be set");
	finish(c, true);
	return e->status;
}

// Sends some of what is left, and the end of it once nothing is. It may not want all.
static void send_some(struct converter *c, struct slice *left)
{
	ssize_t n = send(c->fd, left->at, left->len, MSG_NOSIGNAL | MSG_DONTWAIT);
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	*left = n < 0 ? (struct slice){ left->at, 0 } : (struct slice){ left->at + n, left->len - (size_t)n };
	if (!left->len)
		shutdown(c->fd, SHUT_WR);
}

// Sends the PDF and takes what is printed, whichever is possible; false where it did not come to its end.
static bool talk(struct converter *c, struct slice pdf, struct buf *out)
{
	char bytes[1 << 16];
	for (;;) {
		struct pollfd p = { .fd = c->fd, .events = (short)(POLLIN | (pdf.len ? POLLOUT : 0)) };
		long long left = c->deadline - process_clock();
		int ready = left > 0 ? poll(&p, 1, (int)left) : 0;
		if (ready < 0 && errno == EINTR)
			continue;
		c->late = ready == 0;
		if (ready <= 0)
			return false;
		if (pdf.len && p.revents & POLLOUT)
			send_some(c, &pdf);
		if (!(p.revents & (POLLIN | POLLHUP | POLLERR)))
			continue;
		ssize_t n = recv(c->fd, bytes, sizeof bytes, MSG_DONTWAIT);
		if (n < 0 && (errno == EINTR || errno == EAGAIN))
			continue;
		if (n <= 0)
			return n == 0;
		c->crowded = out->n + (size_t)n > LIMIT_DOCUMENT;
		if (c->crowded)
			return false;
		buf_add(out, bytes, (size_t)n);
	}
}

static enum status explain(const struct converter *c, int how, struct err *e)
{
	int signal = WIFSIGNALED(how) ? WTERMSIG(how) : 0;
	if (c->late)
		return err_set(e, STATUS_LIMIT,
			       "pdftotext took longer than %d seconds at this PDF (READER_WAIT); it is left out",
			       process_seconds());
	if (c->crowded)
		return err_set(e, STATUS_LIMIT,
			       "its words and their places take more than %d bytes (DOCUMENT); split the PDF",
			       LIMIT_DOCUMENT);
	if (signal == SIGXCPU || signal == SIGKILL)
		return err_set(e, STATUS_LIMIT,
			       "pdftotext took more than %d seconds of processor time at this PDF (READER_SECONDS); "
			       "it is left out",
			       LIMIT_READER_SECONDS);
	if (signal)
		return err_set(
		    e, STATUS_LIMIT,
		    "pdftotext stopped at this PDF (signal %d): it ran out of memory (READER_MEMORY) or found "
		    "a mistake of its own; it is left out",
		    signal);
	return err_set(e, STATUS_BAD_INPUT,
		       "pdftotext cannot read this PDF (exit %d): it is damaged, or locked by a password",
		       WEXITSTATUS(how));
}

enum status pdf_words(struct arena *a, struct slice pdf, struct slice *xhtml, struct err *e)
{
	struct converter c = { 0 };
	struct buf out = buf_in(a);
	if (start(a, &c, e) != STATUS_OK)
		return e->status;
	bool whole = talk(&c, pdf, &out);
	int how = finish(&c, !whole);
	if (!whole || how)
		return explain(&c, how, e);
	*xhtml = (struct slice){ buf_str(&out), out.n };
	return STATUS_OK;
}
