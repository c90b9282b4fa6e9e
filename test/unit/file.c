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
	refusals();
	unlink("pipe");
	unlink("out");
	unlink("eleven");
	rmdir("folder");
	ok(chdir("/") == 0 && rmdir(folder) == 0, "no other file was left behind");
	arena_free(&a);
	return done();
}
