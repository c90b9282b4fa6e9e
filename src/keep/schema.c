// A file from somebody else is input like any other: what SQLite finds in its schema (triggers, generated columns,
// checks, virtual tables) would run as code. So a file is used only when its schema is, text for text, the one that the
// same migrations make in an empty database (https://sqlite.org/security.html, section 1.2).
#include "keep/schema.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#define APPLICATION_ID 0x68656172 // "hear"

// Migrations, from 1. A landed one never changes: a change is a new one at the end, and it only adds.
static const char *const migrations[] = {
	// What is kept: the journal and, apart from it, its count and head; the items that it adds up to; the
	// documents.
	"CREATE TABLE journal (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, command TEXT NOT NULL,"
	" op TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT, why TEXT NOT NULL,"
	" prev TEXT NOT NULL, hash TEXT NOT NULL) STRICT;"
	"CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL, hash TEXT NOT NULL) "
	"STRICT;"
	"CREATE TABLE item (kind TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL,"
	" PRIMARY KEY (kind, id)) STRICT;"
	"CREATE TABLE original (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL,"
	" bytes BLOB NOT NULL) STRICT;"
	"CREATE TABLE derived (id TEXT PRIMARY KEY, entry TEXT NOT NULL, body TEXT NOT NULL) STRICT;",

	// Items in order, and the history of one item, without walking everything.
	"CREATE INDEX item_order ON item (kind, position);"
	"CREATE INDEX journal_item ON journal (kind, id);",

	// What tracing compared the documents by, for the next ones to be compared with.
	"CREATE TABLE segment (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;",

	// Where in the journal each transaction begins, and which one it undoes or redoes. Of those before, what one
	// user entered by one command in one second counts as one.
	"CREATE TABLE step (first INTEGER PRIMARY KEY, undoes INTEGER) STRICT;"
	"INSERT INTO step (first) SELECT seq FROM journal j WHERE NOT EXISTS (SELECT 1 FROM journal p WHERE"
	" p.seq = j.seq - 1 AND p.at = j.at AND p.who = j.who AND p.command = j.command);",
};

enum { NEWEST = sizeof migrations / sizeof *migrations };

int schema_newest(void)
{
	return NEWEST;
}

static enum status run_from(struct sqlite *db, int from, int to, struct err *e)
{
	assert(0 <= from && to <= NEWEST);
	struct arena scratch = { 0 };
	enum status s = STATUS_OK;
	for (int i = from; i < to && s == STATUS_OK; i++)
		s = sqlite_script(db, arena_printf(&scratch, "%s PRAGMA user_version = %d", migrations[i], i + 1), e);
	arena_free(&scratch);
	return s;
}

enum status schema_make(struct sqlite *db, int version, struct err *e)
{
	char mark[64];
	snprintf(mark, sizeof mark, "PRAGMA application_id = %d", APPLICATION_ID);
	enum status s = sqlite_script(db, mark, e);
	return s == STATUS_OK ? run_from(db, 0, version, e) : s;
}

enum status schema_migrate(struct sqlite *db, struct err *e)
{
	long long version;
	enum status s = sqlite_ask(db, SQL_VERSION, &version, e);
	if (s != STATUS_OK || version >= NEWEST)
		return s;
	if ((s = sqlite_run(sqlite_start(db, SQL_BEGIN), e)) != STATUS_OK)
		return s;
	// Another command may have been first.
	if ((s = sqlite_ask(db, SQL_VERSION, &version, e)) == STATUS_OK && version < NEWEST)
		s = run_from(db, (int)version, NEWEST, e);
	struct err ignored;
	enum status end =
	    sqlite_run(sqlite_start(db, s == STATUS_OK ? SQL_COMMIT : SQL_ROLLBACK), s == STATUS_OK ? e : &ignored);
	return s == STATUS_OK ? end : s;
}

static bool same(struct slice a, struct slice b)
{
	return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

// Walks both schemas side by side.
static enum status compare(struct sqlite *db, struct sqlite *model, const char *name, struct err *e)
{
	struct query *theirs = sqlite_start(db, SQL_SCHEMA), *ours = sqlite_start(model, SQL_SCHEMA);
	bool more = true, expected = true;
	enum status s = STATUS_OK;
	while (s == STATUS_OK && more && expected) {
		if ((s = sqlite_step(ours, &expected, e)) == STATUS_OK)
			s = sqlite_step(theirs, &more, e);
		if (s != STATUS_OK)
			break;
		struct slice have = more ? sqlite_slice(theirs, 0) : slice_of("");
		if (more && !expected)
			s = err_set(e, STATUS_DAMAGED, "%s: holds '%.*s', which is not of a case file; do not use it",
				    name, (int)(have.len < 80 ? have.len : 80), have.at);
		else if (expected && (!more || !same(have, sqlite_slice(ours, 0)) ||
				      !same(sqlite_slice(theirs, 1), sqlite_slice(ours, 1))))
			s = err_set(e, STATUS_DAMAGED,
				    "%s: '%s' is missing or not as a case file has it; do not use it", name,
				    sqlite_slice(ours, 0).at);
	}
	sqlite_end(theirs);
	sqlite_end(ours);
	return s;
}

enum status schema_check(struct sqlite *db, const char *name, int *version, struct err *e)
{
	long long id, number;
	enum status s = sqlite_ask(db, SQL_APPLICATION, &id, e);
	if (s == STATUS_OK && id != APPLICATION_ID)
		return err_set(e, STATUS_BAD_INPUT, "%s: is not a case file", name);
	if (s == STATUS_OK)
		s = sqlite_ask(db, SQL_VERSION, &number, e);
	if (s != STATUS_OK)
		return s;
	if (number > NEWEST)
		return err_set(e, STATUS_BAD_INPUT,
			       "%s: was written by a newer hearsay (schema %lld, this one knows %d); use that one",
			       name, number, NEWEST);
	if (number < 1)
		return err_set(e, STATUS_DAMAGED, "%s: the case file is damaged (schema %lld)", name, number);
	*version = (int)number;
	struct arena scratch = { 0 };
	struct sqlite *model = NULL;
	s = sqlite_open(&scratch, NULL, name, OPEN_MEMORY, &model, e);
	if (s == STATUS_OK)
		s = schema_make(model, *version, e);
	if (s == STATUS_OK)
		s = compare(db, model, name, e);
	sqlite_close(model);
	arena_free(&scratch);
	return s;
}
