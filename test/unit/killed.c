// A command killed at any moment leaves a case file that opens, verifies and has all that was committed before, or,
// where it was being made, no file at all.
#include "base/rng.h"
#include "case/format.h"
#include "keep/keep.h"
#include "test/tap.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KILLS = 60, MOST_MICROSECONDS = 40000 };

static struct arena arena;
static const char *folder;

// A case whose title says how many commands made it.
static void make_case(struct arena *a, struct the_case *c, int commands)
{
	*c = (struct the_case){ .imprecision = -1, .title = arena_printf(a, "%d", commands) };
	for (int i = 0; i <= commands % 7; i++)
		*list_add(a, &c->sources) = (struct source){
			.id = arena_printf(a, "source-%d", commands + i),
			.name = "A witness",
			.inspectable = -1,
		};
}

static bool run(struct keep *k, struct arena *a, int commands, struct err *e)
{
	struct the_case c;
	make_case(a, &c, commands);
	return keep_begin(k, "test", e) == STATUS_OK && keep_save(k, &c, "", e) == STATUS_OK &&
	       keep_commit(k, e) == STATUS_OK;
}

// Makes the file, then runs commands for ever, telling each that is done through the pipe.
static void work(const char *path, int done_before, int tell)
{
	struct arena a = { 0 };
	struct err e = { 0 };
	struct keep *k;
	enum status s = access(path, F_OK) ? keep_create(path, &k, &e) : keep_open(path, &k, &e);
	for (int n = done_before + 1; s == STATUS_OK; n++) {
		if (!run(k, &a, n, &e))
			break;
		if (write(tell, &n, sizeof n) != sizeof n)
			break;
	}
	fprintf(stderr, "# %s\n", e.text);
	_exit(1);
}

// Starts the worker, kills it after a while (where patient, after its first command at the soonest, so that a busy
// machine tests that too); gives the last command it told of.
static int kill_one(const char *path, int done_before, bool patient, useconds_t after, bool *killed)
{
	int ends[2], n, last = done_before, how;
	if (pipe(ends))
		exit(1);
	pid_t child = fork();
	if (!child) {
		close(ends[0]);
		work(path, done_before, ends[1]);
	}
	close(ends[1]);
	if (patient && read(ends[0], &n, sizeof n) == sizeof n)
		last = n;
	usleep(after);
	kill(child, SIGKILL);
	while (read(ends[0], &n, sizeof n) == sizeof n)
		last = n;
	close(ends[0]);
	waitpid(child, &how, 0);
	*killed = WIFSIGNALED(how);
	return last;
}

// How many commands the file says it has, -1 where there is none, -2 where something is wrong with it.
static int commands_in(const char *path)
{
	struct err e = { 0 };
	struct keep *k;
	struct the_case c = { 0 };
	enum status s = keep_open(path, &k, &e);
	if (s == STATUS_NOT_FOUND)
		return -1;
	if (s != STATUS_OK || keep_verify(k, &e) != STATUS_OK || keep_load(&arena, k, &c, &e) != STATUS_OK ||
	    !c.title) {
		tap_show("found", e.text);
		return -2;
	}
	keep_close(k);
	return (int)strtol(c.title, NULL, 10);
}

int main(void)
{
	char template[] = "/tmp/hearsay-killed-XXXXXX";
	folder = mkdtemp(template);
	const char *path = arena_printf(&arena, "%s/case.hearsay", folder);
	int last = 0, none = 0, some = 0;
	bool all_killed = true;
	for (int i = 0; i < KILLS; i++) {
		// A third of the runs makes the file anew, beside what SQLite had left of the old one.
		if (i % 3 == 0) {
			unlink(path);
			last = 0;
		}
		bool killed;
		double u = rng_uniform(9, 0, (uint64_t)i);
		int told = kill_one(path, last, i % 4 == 3, (useconds_t)(u * u * MOST_MICROSECONDS), &killed);
		int found = commands_in(path);
		all_killed = all_killed && killed;
		none += found == -1;
		some += found > 0;
		if (found < (told ? told : -1) || found > told + 1)
			ok(false, "kill %d: %d commands were told, %d found", i, told, found);
		last = found > 0 ? found : 0;
	}
	ok(all_killed, "%d workers were killed at their work", KILLS);
	ok(none > 0, "%d left no file", none);
	ok(some > 0, "%d left a case with all its commands", some);
	is_int(none + some, KILLS, "that is all of them");
	struct keep *k;
	struct err e = { 0 };
	unlink(path);
	is_int(keep_create(path, &k, &e), STATUS_OK, "the next one is made");
	keep_close(k);
	is_int(rmdir(folder), 0, "and nothing of the killed ones is left");
	arena_free(&arena);
	return done();
}
