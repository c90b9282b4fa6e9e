// SQLite 3.40, https://sqlite.org/security.html ("untrusted SQLite database files") and https://sqlite.org/wal.html.
#include "keep/sqlite.h"

#include "base/limits.h"

#include <assert.h>
#include <errno.h>
#include <sqlite3.h>
#include <string.h>

struct query {
	struct sqlite *db;
	sqlite3_stmt *statement;
	int bound;  // parameters so far
	int failed; // the first binding or preparing that failed
	bool busy;
};

struct sqlite {
	sqlite3 *handle;
	const char *name;
	struct query query[SQL_count];
};

enum { BUSY_MILLISECONDS = 10000 };

static const char *const text_of[SQL_count] = {
#define X(name, text) [SQL_##name] = text,
	SQL_TABLE(X)
#undef X
};

// SQLite says "disk I/O error" and keeps to itself what the system said.
static enum status failed_by_system(const struct sqlite *db, const char *detail, struct err *e)
{
	int error = db->handle ? sqlite3_system_errno(db->handle) : 0;
	if (error == ENOSPC || error == EDQUOT)
		return err_set(e, STATUS_IO, "%s: the disk is full; make room and try again", db->name);
	if (error == EFBIG)
		return err_set(e, STATUS_IO, "%s: would be larger than a file may be here (ulimit -f)", db->name);
	return err_set(e, STATUS_IO, "%s: cannot be read or written (%s)", db->name, error ? strerror(error) : detail);
}

// What SQLite reports, as a status and a sentence of ours.
static enum status failed(struct sqlite *db, int code, struct err *e)
{
	const char *detail = db->handle ? sqlite3_errmsg(db->handle) : sqlite3_errstr(code);
	switch (code & 0xff) {
	case SQLITE_NOTADB:
		return err_set(e, STATUS_BAD_INPUT, "%s: is not a case file", db->name);
	case SQLITE_CORRUPT:
	case SQLITE_CONSTRAINT:
	case SQLITE_MISMATCH:
	case SQLITE_ERROR: // our statements are right: a table or a column is not there
		return err_set(e, STATUS_DAMAGED, "%s: the case file is damaged (%s); take it from a backup", db->name,
			       detail);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(e, STATUS_IO, "%s: is in use by another command; try again when it is done", db->name);
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_AUTH:
		return err_set(e, STATUS_IO, "%s: cannot be written here; copy it to a folder where you may write",
			       db->name);
	case SQLITE_FULL:
		return err_set(e, STATUS_IO, "%s: the disk is full; make room and try again", db->name);
	case SQLITE_TOOBIG:
		return err_set(e, STATUS_LIMIT, "%s: a row of more than %d bytes (limit KEPT_ROW)", db->name,
			       LIMIT_KEPT_ROW);
	case SQLITE_CANTOPEN:
		return err_set(e, STATUS_IO, "%s: cannot be opened (%s); its folder must exist and be writable",
			       db->name, detail);
	case SQLITE_NOMEM:
		return err_set(e, STATUS_IO, "%s: out of memory", db->name);
	default:
		return failed_by_system(db, detail, e);
	}
}

// A name that SQLite takes for a file whatever it looks like; for a file that must not be written, as a URI.
static const char *file_name(struct arena *a, const char *path, enum sqlite_open how)
{
	if (how == OPEN_MEMORY)
		return ":memory:";
	const char *plain = *path == '/' ? path : arena_printf(a, "./%s", path);
	if (how != OPEN_READ)
		return plain;
	size_t n = 0;
	char *uri = arena_take(a, 3 * strlen(plain) + sizeof "file:?immutable=1");
	memcpy(uri, "file:", n = 5);
	for (const char *p = plain; *p; p++) {
		bool escape = *p == '%' || *p == '?' || *p == '#';
		static const char digits[] = "0123456789abcdef";
		uri[n++] = escape ? '%' : *p;
		if (escape) {
			uri[n++] = digits[*p >> 4];
			uri[n++] = digits[*p & 15];
		}
	}
	memcpy(uri + n, "?immutable=1", sizeof "?immutable=1");
	return uri;
}

static void lock_down(sqlite3 *handle)
{
	sqlite3_extended_result_codes(handle, 1);
	sqlite3_busy_timeout(handle, BUSY_MILLISECONDS);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
	sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, LIMIT_KEPT_ROW);
	sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 16384);
	sqlite3_limit(handle, SQLITE_LIMIT_COLUMN, 64);
	sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 64);
	sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 4);
	sqlite3_limit(handle, SQLITE_LIMIT_VDBE_OP, 100000);
	sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
}

enum status sqlite_open(struct arena *a, const char *path, const char *name, enum sqlite_open how, struct sqlite **out,
			struct err *e)
{
	struct sqlite *db = arena_new(a, struct sqlite);
	db->name = name;
	int flags = how == OPEN_READ ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
	flags |= how == OPEN_MEMORY ? SQLITE_OPEN_MEMORY | SQLITE_OPEN_CREATE : 0;
	int code = sqlite3_open_v2(file_name(a, path, how), &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL);
	if (code != SQLITE_OK) {
		enum status s = failed(db, code, e);
		sqlite_close(db);
		return s;
	}
	lock_down(db->handle);
	enum status s =
	    sqlite_script(db,
			  "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL;"
			  "PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0",
			  e);
	if (s != STATUS_OK)
		sqlite_close(db);
	else
		*out = db;
	return s;
}

void sqlite_close(struct sqlite *db)
{
	if (!db)
		return;
	for (int i = 0; i < SQL_count; i++)
		sqlite3_finalize(db->query[i].statement);
	sqlite3_close(db->handle);
}

enum status sqlite_script(struct sqlite *db, const char *sql, struct err *e)
{
	int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
	return code == SQLITE_OK ? STATUS_OK : failed(db, code, e);
}

struct query *sqlite_start(struct sqlite *db, enum sql which)
{
	struct query *q = &db->query[which];
	assert(!q->busy);
	q->db = db;
	q->busy = true;
	q->bound = 0;
	q->failed = SQLITE_OK;
	if (!q->statement)
		q->failed =
		    sqlite3_prepare_v3(db->handle, text_of[which], -1, SQLITE_PREPARE_PERSISTENT, &q->statement, NULL);
	return q;
}

static void bound(struct query *q, int code)
{
	if (q->failed == SQLITE_OK)
		q->failed = code;
}

void sqlite_bind_text(struct query *q, const char *text)
{
	q->bound++;
	if (q->statement)
		bound(q, sqlite3_bind_text(q->statement, q->bound, text, -1, SQLITE_TRANSIENT));
}

void sqlite_bind_slice(struct query *q, struct slice s)
{
	q->bound++;
	if (q->statement)
		bound(q, sqlite3_bind_text64(q->statement, q->bound, s.at, s.len, SQLITE_STATIC, SQLITE_UTF8));
}

void sqlite_bind_bytes(struct query *q, struct slice s)
{
	q->bound++;
	if (q->statement)
		bound(q, sqlite3_bind_blob64(q->statement, q->bound, s.len ? s.at : "", s.len, SQLITE_STATIC));
}

void sqlite_bind_number(struct query *q, long long n)
{
	q->bound++;
	if (q->statement)
		bound(q, sqlite3_bind_int64(q->statement, q->bound, n));
}

enum status sqlite_step(struct query *q, bool *row, struct err *e)
{
	assert(q->busy);
	int code = q->failed == SQLITE_OK ? sqlite3_step(q->statement) : q->failed;
	*row = code == SQLITE_ROW;
	if (*row)
		return STATUS_OK;
	enum status s = code == SQLITE_DONE ? STATUS_OK : failed(q->db, code, e);
	sqlite_end(q);
	return s;
}

enum status sqlite_run(struct query *q, struct err *e)
{
	bool row = true;
	enum status s = STATUS_OK;
	while (s == STATUS_OK && row)
		s = sqlite_step(q, &row, e);
	return s;
}

void sqlite_end(struct query *q)
{
	if (q->statement) {
		sqlite3_reset(q->statement);
		sqlite3_clear_bindings(q->statement);
	}
	q->busy = false;
}

struct slice sqlite_slice(const struct query *q, int column)
{
	if (sqlite3_column_type(q->statement, column) == SQLITE_NULL)
		return (struct slice){ NULL, 0 };
	const char *at = sqlite3_column_blob(q->statement, column);
	return (struct slice){ at ? at : "", (size_t)sqlite3_column_bytes(q->statement, column) };
}

long long sqlite_number(const struct query *q, int column)
{
	return sqlite3_column_int64(q->statement, column);
}

long long sqlite_changes(const struct sqlite *db)
{
	return sqlite3_changes64(db->handle);
}

enum status sqlite_ask(struct sqlite *db, enum sql which, long long *n, struct err *e)
{
	struct query *q = sqlite_start(db, which);
	bool row;
	enum status s = sqlite_step(q, &row, e);
	*n = s == STATUS_OK && row ? sqlite_number(q, 0) : 0;
	if (s == STATUS_OK && row)
		sqlite_end(q);
	return s;
}
