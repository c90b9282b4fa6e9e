// A case file's life: made whole under another name and put in place at its first commit, opened with suspicion,
// changed by one transaction a command.
#include "keep/handle.h"

#include "base/user.h"
#include "base/utf8.h"
#include "keep/items.h"
#include "keep/schema.h"
#include "keep/stamp.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct keep *handle_new(const char *path)
{
	struct arena arena = { 0 };
	struct keep *k = arena_new(&arena, struct keep);
	k->arena = arena;
	k->path = arena_text(&k->arena, path);
	k->seen = -1;
	return k;
}

void keep_close(struct keep *k)
{
	if (!k)
		return;
	sqlite_close(k->db);
	if (k->temporary)
		unlink(k->temporary);
	arena_free(&k->work);
	struct arena last = k->arena; // k itself lives in it
	arena_free(&last);
}

static const char *folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');
	return !slash ? "." : slash == path ? "/" : arena_copy(a, path, (size_t)(slash - path));
}

// What a killed `keep_create` of the same path has left behind: PATH.PID.new of a process that is no more. And what
// SQLite left beside a case file that was deleted since: it would take it for part of the new one.
static void sweep(struct arena *a, const char *path)
{
	const char *folder = folder_of(a, path), *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
	size_t n = strlen(base);
	DIR *dir = opendir(folder);
	for (struct dirent *d; dir && (d = readdir(dir));) {
		if (strncmp(d->d_name, base, n) != 0 || d->d_name[n] != '.')
			continue;
		char *end;
		long pid = strtol(d->d_name + n + 1, &end, 10);
		if (pid > 0 && !strcmp(end, ".new") && (pid == getpid() || (kill((pid_t)pid, 0) < 0 && errno == ESRCH)))
			unlink(arena_printf(a, "%s/%s", folder, d->d_name));
	}
	if (dir)
		closedir(dir);
	static const char *const beside[] = { "wal", "shm", "journal" };
	for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
		unlink(arena_printf(a, "%s-%s", path, beside[i]));
}

// Puts the file in place, never over another, and makes the name durable.
static enum status put_in_place(struct arena *a, const char *from, const char *to, struct err *e)
{
	int failed = renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
	if (failed && (errno == EINVAL || errno == ENOSYS)) // a file system without it
		failed = link(from, to) || unlink(from);
	if (failed && errno == EEXIST)
		return err_set(e, STATUS_EXISTS, "%s: exists already; name another file, or open it", to);
	if (failed)
		return err_system(e, to, "cannot be made");
	int folder = open(folder_of(a, to), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder >= 0) {
		fsync(folder); // where a file system cannot, there is nothing better
		close(folder);
	}
	return STATUS_OK;
}

static enum status make_tables(struct keep *k, struct err *e)
{
	enum status s = sqlite_open(&k->arena, k->temporary, k->path, OPEN_NEW, &k->db, e);
	// A file that nobody sees needs no journal of SQLite's beside it.
	if (s == STATUS_OK)
		s = sqlite_script(k->db, "PRAGMA journal_mode = MEMORY", e);
	if (s == STATUS_OK)
		s = schema_make(k->db, schema_newest(), e);
	if (s == STATUS_OK) {
		struct query *q = sqlite_start(k->db, SQL_HEAD_SET);
		sqlite_bind_number(q, 0);
		sqlite_bind_text(q, JOURNAL_ROOT);
		s = sqlite_run(q, e);
	}
	return s;
}

enum status keep_create(const char *path, struct keep **out, struct err *e)
{
	struct stat st;
	if (!lstat(path, &st))
		return err_set(e, STATUS_EXISTS, "%s: exists already; name another file, or open it", path);
	struct keep *k = handle_new(path);
	sweep(&k->arena, path);
	const char *temporary = arena_printf(&k->arena, "%s.%ld.new", path, (long)getpid());
	int fd = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0) {
		err_system(e, path, "cannot be made");
		keep_close(k);
		return e->status;
	}
	close(fd);
	k->temporary = temporary;
	enum status s = make_tables(k, e);
	if (s != STATUS_OK)
		keep_close(k);
	else
		*out = k;
	return s;
}

// What can be said of a path before SQLite sees it.
static enum status look(struct keep *k, struct err *e)
{
	struct stat st;
	if (stat(k->path, &st) < 0 && (errno == ENOENT || errno == ENOTDIR))
		return err_set(e, STATUS_NOT_FOUND, "%s: there is no such case file; make one with `hearsay new`",
			       k->path);
	if (stat(k->path, &st) < 0)
		return err_system(e, k->path, "cannot be opened");
	if (S_ISDIR(st.st_mode))
		return err_set(e, STATUS_BAD_INPUT, "%s: is a directory; name a case file", k->path);
	if (!S_ISREG(st.st_mode))
		return err_set(e, STATUS_BAD_INPUT, "%s: is not a regular file; name a case file", k->path);
	if (access(k->path, R_OK) < 0)
		return err_system(e, k->path, "cannot be opened");
	const char *folder = folder_of(&k->arena, k->path);
	k->read_only = access(k->path, W_OK) < 0 || access(folder, W_OK) < 0;
	if (k->read_only && !stat(arena_printf(&k->arena, "%s-wal", k->path), &st) && st.st_size > 0)
		return err_set(
		    e, STATUS_IO,
		    "%s: has changes in %s-wal that must be written back first, and it cannot be written here; "
		    "copy both to a folder where you may write",
		    k->path, k->path);
	return STATUS_OK;
}

static enum status open_file(struct keep *k, struct err *e)
{
	int version = 0;
	enum status s = sqlite_open(&k->arena, k->path, k->path, k->read_only ? OPEN_READ : OPEN_WRITE, &k->db, e);
	if (s == STATUS_OK)
		s = schema_check(k->db, k->path, &version, e);
	if (s == STATUS_OK && k->read_only && version < schema_newest())
		s = err_set(e, STATUS_IO,
			    "%s: is of an older hearsay and must be brought up to date, and it cannot be written here; "
			    "copy it to a folder where you may write",
			    k->path);
	if (s == STATUS_OK && !k->read_only)
		s = sqlite_script(k->db, "PRAGMA journal_mode = WAL", e);
	if (s == STATUS_OK && !k->read_only)
		s = schema_migrate(k->db, e);
	return s;
}

enum status keep_open(const char *path, struct keep **out, struct err *e)
{
	struct keep *k = handle_new(path);
	enum status s = look(k, e);
	if (s == STATUS_OK)
		s = open_file(k, e);
	if (s != STATUS_OK)
		keep_close(k);
	else
		*out = k;
	return s;
}

enum status keep_look(struct keep *k, struct err *e)
{
	return k->changing ? STATUS_OK : sqlite_run(sqlite_start(k->db, SQL_LOOK), e);
}

void keep_looked(struct keep *k)
{
	struct err ignored;
	if (!k->changing && sqlite_run(sqlite_start(k->db, SQL_ROLLBACK), &ignored) != STATUS_OK)
		return; // nothing was changed that could stay
}

// A new row is hashed to the last one: that must be there.
static enum status check_end(struct keep *k, struct err *e)
{
	enum status s = journal_head(k->db, k->path, &k->head, e);
	if (s != STATUS_OK)
		return s;
	struct query *q = sqlite_start(k->db, SQL_ENTRY_LAST);
	bool row;
	if ((s = sqlite_step(q, &row, e)) != STATUS_OK)
		return s;
	bool good =
	    row ? sqlite_number(q, 0) == k->head.count && slice_is(sqlite_slice(q, 1), k->head.hash) : !k->head.count;
	sqlite_end(q);
	return good ? STATUS_OK
		    : err_set(e, STATUS_DAMAGED,
			      "%s: the journal does not end where it should; see `hearsay log --verify`", k->path);
}

void keep_as(struct keep *k, const char *who)
{
	k->as = who;
}

enum status keep_at(struct keep *k, long long *entries, struct err *e)
{
	struct journal_head head;
	enum status s = journal_head(k->db, k->path, &head, e);
	if (s == STATUS_OK)
		k->head = head;
	*entries = s == STATUS_OK ? head.count : 0;
	return s;
}

bool keep_current(const struct keep *k)
{
	return k->seen == k->head.count;
}

void keep_cancel(struct keep *k)
{
	if (!k->changing)
		return;
	struct err ignored;
	k->changing = false;
	k->head = k->head_before;
	k->seen = k->seen_before;
	arena_free(&k->work);
	if (sqlite_run(sqlite_start(k->db, SQL_ROLLBACK), &ignored) != STATUS_OK)
		return; // SQLite has rolled back by itself
}

enum status keep_begin(struct keep *k, const char *command, struct err *e)
{
	assert(!k->changing);
	if (k->read_only)
		return err_set(e, STATUS_IO, "%s: cannot be written here; copy it to a folder where you may write",
			       k->path);
	enum status s = stamp_time(&k->work, &k->at, e);
	if (s == STATUS_OK)
		s = sqlite_run(sqlite_start(k->db, SQL_BEGIN), e);
	if (s != STATUS_OK)
		return s;
	k->who = k->as && *k->as ? utf8_clean(&k->work, k->as) : user_name(&k->work);
	k->command = utf8_clean(&k->work, command);
	k->changing = true;
	k->stepped = false;
	k->undoes = 0;
	k->head_before = k->head;
	k->seen_before = k->seen;
	if ((s = check_end(k, e)) == STATUS_OK && !k->head.count)
		s = items_change(k, "create", "case", "case", NULL, "", e);
	if (s != STATUS_OK)
		keep_cancel(k);
	return s;
}

enum status keep_enter(struct keep *k, struct entry *row, struct err *e)
{
	assert(k->changing);
	row->field[ENTRY_at] = slice_of(k->at);
	row->field[ENTRY_who] = slice_of(k->who);
	row->field[ENTRY_command] = slice_of(k->command);
	bool current = k->seen == k->head.count;
	enum status s = journal_append(k->db, row, &k->head, e);
	if (s == STATUS_OK && current)
		k->seen = k->head.count;
	if (s != STATUS_OK || k->stepped)
		return s;
	k->stepped = true;
	struct query *q = sqlite_start(k->db, SQL_STEP_ADD);
	sqlite_bind_number(q, row->seq);
	sqlite_bind_number(q, k->undoes);
	return sqlite_run(q, e);
}

enum status keep_commit(struct keep *k, struct err *e)
{
	assert(k->changing);
	enum status s = sqlite_run(sqlite_start(k->db, SQL_COMMIT), e);
	if (s != STATUS_OK) {
		keep_cancel(k);
		return s;
	}
	k->changing = false;
	arena_free(&k->work);
	if (!k->temporary)
		return STATUS_OK;
	sqlite_close(k->db);
	k->db = NULL;
	if ((s = put_in_place(&k->arena, k->temporary, k->path, e)) != STATUS_OK)
		return s; // keep_close takes the temporary file away
	k->temporary = NULL;
	return open_file(k, e) == STATUS_OK ? STATUS_OK : err_within(e, "%s is made, but cannot be opened", k->path);
}
