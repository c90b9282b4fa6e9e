#include "read/spawn.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

// SIGINT and SIGTERM are held back from the first instruction on: this program decides what becomes of the document in
// hand.
static void set_signals(posix_spawnattr_t *how)
{
	sigset_t all, held;
	sigfillset(&all);
	sigemptyset(&held);
	sigaddset(&held, SIGINT);
	sigaddset(&held, SIGTERM);
	posix_spawnattr_setsigdefault(how, &all);
	posix_spawnattr_setsigmask(how, &held);
	posix_spawnattr_setflags(how, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

int spawn_program(const char *path, char *const argv[], char *const env[], int in, int out, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t how;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
	posix_spawnattr_init(&how);
	set_signals(&how);
	int failed = posix_spawnp(pid, path, &actions, &how, argv, env);
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&actions);
	return failed;
}
