// rlimits and a seccomp allow-list (libseccomp). What is not on the list fails with EPERM rather than kills: libraries
// ask for things they can do without (a random seed, the terminal's size), and a sanitizer for more.
#include "read/lock.h"

#include "base/sanitize.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

static const int allowed[] = {
	SCMP_SYS(read),         SCMP_SYS(write),          SCMP_SYS(close),       SCMP_SYS(lseek),
	SCMP_SYS(fstat),        SCMP_SYS(newfstatat),     SCMP_SYS(brk),         SCMP_SYS(munmap),
	SCMP_SYS(mremap),       SCMP_SYS(madvise),        SCMP_SYS(futex),       SCMP_SYS(rt_sigreturn),
	SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sigaltstack), SCMP_SYS(clock_gettime),
	SCMP_SYS(gettimeofday), SCMP_SYS(getpid),         SCMP_SYS(gettid),      SCMP_SYS(tgkill),
	SCMP_SYS(sched_yield),  SCMP_SYS(exit),           SCMP_SYS(exit_group),  SCMP_SYS(setitimer),
	SCMP_SYS(poll),
};

enum { STANDARD = STDERR_FILENO + 1 }; // files that are open; poll looks at no more than there may be

static bool bound(int resource, rlim_t soft, rlim_t hard)
{
	return !setrlimit(resource, &(struct rlimit){ soft, hard });
}

// Memory may be mapped, but never as code; of a file that is open, its flags may be set.
static int allow_all(scmp_filter_ctx filter)
{
	int bad = 0;
	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		bad |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
	bad |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	bad |=
	    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
	bad |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, SCMP_A1(SCMP_CMP_EQ, F_SETFL));
	return bad;
}

enum status lock_in(unsigned long long memory, unsigned seconds, struct err *e)
{
	if ((!SANITIZE_SPACE && !bound(RLIMIT_AS, memory, memory)) ||
	    (seconds && !bound(RLIMIT_CPU, seconds, seconds + 1)) || !bound(RLIMIT_CORE, 0, 0) ||
	    !bound(RLIMIT_FSIZE, 0, 0) || !bound(RLIMIT_NOFILE, STANDARD, STANDARD))
		return err_system(e, "the reader", "its bounds cannot be set");
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int bad = filter ? allow_all(filter) : -ENOMEM;
	if (!bad)
		bad = seccomp_load(filter);
	seccomp_release(filter);
	if (bad)
		return err_set(e, STATUS_IO,
			       "the reader cannot lock itself in (seccomp); is this Linux with seccomp filters?");
	return STATUS_OK;
}

// RLIMIT_CPU is of a whole life; a process that works at one thing after another needs a clock that starts anew.
void lock_time(unsigned seconds)
{
	setitimer(ITIMER_PROF, &(struct itimerval){ .it_value.tv_sec = seconds }, NULL);
}
