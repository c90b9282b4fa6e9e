// Walking what a command is given: order, what is left out, and what cannot be walked.
#include "base/buf.h"
#include "base/walk.h"
#include "test/tap.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena arena;

static void touch(const char *path)
{
	int fd = open(path, O_CREAT | O_WRONLY, 0600);
	if (fd < 0 || close(fd))
		exit(1);
}

// What a walk gives, with spaces between; "!" before what is an error, "+" before what was found.
static const char *walked(const char *const *paths, size_t n)
{
	struct arena a = { 0 };
	struct walk *w = walk_start(&a, paths, n);
	struct walk_file f;
	struct buf b = buf_in(&arena);
	while (walk_next(w, &f))
		buf_printf(&b, "%s%s%s", b.n ? " " : "",
			   f.err.status != STATUS_OK ? "!"
			   : f.found                 ? "+"
						     : "",
			   f.err.status != STATUS_OK ? f.err.text : f.path);
	walk_end(w);
	arena_free(&a);
	return buf_str(&b);
}

static int away(const char *path, const struct stat *st, int kind, struct FTW *where)
{
	(void)st, (void)kind, (void)where;
	return remove(path);
}

#define WALKED(...)                                                                                                    \
	walked((const char *const[]){ __VA_ARGS__ }, sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(char *))

int main(void)
{
	char folder[] = "/tmp/hearsay-walk-XXXXXX";
	if (!mkdtemp(folder) || chdir(folder) || mkdir("d", 0700) || mkdir("d/b", 0700) || mkdir("d/b/e", 0700) ||
	    mkdir("empty", 0700) || mkdir("d/.git", 0700))
		return 1;
	touch("d/c"), touch("d/a"), touch("d/b/z"), touch("d/b/e/x"), touch("d/.h"), touch("d/.git/y"), touch("f");
	if (symlink("..", "d/b/up") || symlink("a", "d/l") || symlink("d/b", "linked") || mkfifo("d/p", 0600))
		return 1;
	is_text(WALKED("d"), "+d/a +d/b/e/x +d/b/z +d/c",
		"a folder in order, folders in their place, no links or pipes");
	is_text(WALKED("d/"), "+d/a +d/b/e/x +d/b/z +d/c", "a slash at its end does no harm");
	is_text(WALKED("f", "-", "missing", "d/b/e"), "f - missing +d/b/e/x", "what is named is given as it is named");
	is_text(WALKED("d/l", "linked"), "d/l +linked/e/x +linked/z", "a link that is named is followed");
	is_text(WALKED("empty", "f"), "!empty: there is no file in it (hidden ones do not count) f",
		"a folder without a file is said to be one, and the walk goes on");
	struct arena a = { 0 };
	struct walk_file f;
	struct walk *w = walk_start(&a, (const char *const[]){ "d" }, 1);
	ok(walk_next(w, &f) && walk_next(w, &f), "a walk can end in the middle");
	walk_end(w);
	arena_free(&a);
	arena_free(&arena);
	ok(!chdir("/") && !nftw(folder, away, 8, FTW_DEPTH | FTW_PHYS), "(the folder is taken away)");
	return done();
}
