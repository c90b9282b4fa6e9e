#include "base/file.h"
#include "test/tap.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena a;
static struct err e;

static void round_trip(void)
{
	struct slice back;
	ok(file_write("out", (struct slice){ "a\0b\n", 4 }, &e) == STATUS_OK, "written");
	ok(file_read(&a, "out", 100, "DOCUMENT", &back, &e) == STATUS_OK && back.len == 4 &&
	       !memcmp(back.at, "a\0b\n", 5),
	   "read as it was written, NUL behind it");
	ok(file_write("out", (struct slice){ "", 0 }, &e) == STATUS_OK, "written over");
	ok(file_read(&a, "out", 100, "DOCUMENT", &back, &e) == STATUS_OK && back.len == 0, "an empty file is no bytes");
	ok(file_read(&a, "/proc/self/status", 1 << 20, "DOCUMENT", &back, &e) == STATUS_OK && back.len > 100,
	   "a file of no stated size");
}

// The file that stands there keeps what its owner made of it.
static void written_over(void)
{
	struct stat st;
	struct slice back;
	ok(!chmod("out", 0600) && file_write("out", slice_of("private"), &e) == STATUS_OK && !stat("out", &st),
	   "a private file is written over");
	is_int(st.st_mode & 0777, 0600, "and stays private");
	ok(!symlink("out", "link") && file_write("link", slice_of("through"), &e) == STATUS_OK, "a link is written to");
	ok(!lstat("link", &st) && S_ISLNK(st.st_mode), "and stays a link");
	ok(file_read(&a, "out", 100, "DOCUMENT", &back, &e) == STATUS_OK && slice_is(back, "through"),
	   "to the file that was meant");
	const char *part = arena_printf(&a, "out.%ld.part", (long)getpid());
	ok(!symlink("eleven", part) && file_write("out", slice_of("x"), &e) == STATUS_OK && access("eleven", F_OK) < 0,
	   "what somebody put where the new file is made is not written through");
	enum { NOBODY = 65534 }; // root may write everything
	bool root = !geteuid();
	ok(!chmod("out", 0400) && !chmod(".", 0777) && (!root || (!chown("out", NOBODY, NOBODY) && !seteuid(NOBODY))),
	   "(a file of mode 0400 in a folder that may be written)");
	is_int(file_write("out", slice_of("y"), &e), STATUS_IO, "a file that may not be written");
	ok(file_read(&a, "out", 100, "DOCUMENT", &back, &e) == STATUS_OK && slice_is(back, "x"), "is left alone");
	ok(!root || !seteuid(0), "(root again)");
}

static void refusals(void)
{
	struct slice back;
	is_int(file_read(&a, "missing", 100, "DOCUMENT", &back, &e), STATUS_NOT_FOUND, "a missing file");
	is_text(e.text, "missing: cannot be opened: No such file or directory", "is named");
	is_int(file_read(&a, ".", 100, "DOCUMENT", &back, &e), STATUS_BAD_INPUT, "a directory");
	is_text(e.text, ".: is a directory; name a file", "is named");
	ok(!mkfifo("pipe", 0600), "(a pipe)");
	is_int(file_read(&a, "pipe", 100, "DOCUMENT", &back, &e), STATUS_BAD_INPUT,
	       "a pipe without a writer does not block");
	struct stat st;
	int reader = open("pipe", O_RDONLY | O_NONBLOCK);
	char got[8];
	ok(file_write("pipe", slice_of("through"), &e) == STATUS_OK && read(reader, got, 8) == 7,
	   "a pipe is written to");
	ok(stat("pipe", &st) == 0 && S_ISFIFO(st.st_mode), "and stays a pipe");
	// /dev/stdout leads to a name like "pipe:[123]", where no file is.
	int ends[2];
	ok(!pipe2(ends, O_NONBLOCK) && !symlink(arena_printf(&a, "/proc/self/fd/%d", ends[1]), "standard"),
	   "(a pipe without a name)");
	ok(file_write("standard", slice_of("through"), &e) == STATUS_OK && read(ends[0], got, 8) == 7,
	   "what /dev/stdout leads to is written to");
	ok(!lstat("standard", &st) && S_ISLNK(st.st_mode), "and the link stays");
	close(reader);
	is_int(file_read(&a, "/dev/zero", 100, "DOCUMENT", &back, &e), STATUS_BAD_INPUT, "a device has no end");
	ok(file_write("eleven", slice_of("12345678901"), &e) == STATUS_OK, "(eleven bytes)");
	is_int(file_read(&a, "eleven", 10, "DOCUMENT", &back, &e), STATUS_LIMIT, "one byte above the limit");
	is_int(file_read(&a, "eleven", 11, "DOCUMENT", &back, &e), STATUS_OK, "and at it");
	is_int(file_write("none/out", slice_of("x"), &e), STATUS_NOT_FOUND, "no folder to write to");
	mkdir("folder", 0700);
	ok(file_write("folder", slice_of("x"), &e) != STATUS_OK, "a folder in the way");
	ok(access("folder.part", F_OK) < 0, "nothing is left beside it");
}

int main(void)
{
	char folder[] = "/tmp/hearsay-file-XXXXXX";
	if (!mkdtemp(folder) || chdir(folder))
		return 1;
	round_trip();
	written_over();
	refusals();
	unlink("pipe");
	unlink("out");
	unlink("link");
	unlink("standard");
	unlink("eleven");
	rmdir("folder");
	ok(chdir("/") == 0 && rmdir(folder) == 0, "no other file was left behind");
	arena_free(&a);
	return done();
}
