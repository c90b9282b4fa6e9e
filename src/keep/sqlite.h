// A thin layer over SQLite: open, ask one of the questions of sql.h, read the rows. The program sees SQLite nowhere
// else.
//
//	struct query *q = sqlite_start(db, SQL_ITEM);
//	sqlite_bind_text(q, kind);
//	sqlite_bind_text(q, id);
//	status = sqlite_step(q, &row, e); // the row's columns are valid until the next step
//	sqlite_end(q);
//
// A question is asked once at a time: starting it again before it has ended is our mistake.
#ifndef KEEP_SQLITE_H
#define KEEP_SQLITE_H

#include "base/arena.h"
#include "base/span.h"
#include "keep/sql.h"

struct sqlite; // a connection to one database
struct query;  // one question of sql.h in use

enum sqlite_open {
	OPEN_NEW,    // an empty file that nobody else has yet
	OPEN_WRITE,  // a file that may be written
	OPEN_READ,   // a file where nothing may be written, and nobody else writes
	OPEN_MEMORY, // an empty database without a file
};

// Opens with everything off that a file from somebody else could use against us: no triggers, no views, no functions in
// the schema, no extensions, bounded rows. `name` is what errors call it. The connection lives in the arena; *out
// stays as it was where there is none.
MUST_USE enum status sqlite_open(struct arena *a, const char *path, const char *name, enum sqlite_open how,
				 struct sqlite **out, struct err *e);
void sqlite_close(struct sqlite *db); // NULL is fine; rolls back

// Runs statements that give no rows.
MUST_USE enum status sqlite_script(struct sqlite *db, const char *sql, struct err *e);

struct query *sqlite_start(struct sqlite *db, enum sql which);
void sqlite_bind_text(struct query *q, const char *text); // the next parameter; NULL is null. Copied.
void sqlite_bind_slice(struct query *q, struct slice s);  // text; at NULL is null. Must outlive the question.
void sqlite_bind_bytes(struct query *q, struct slice s);  // a blob. Must outlive the question.
void sqlite_bind_number(struct query *q, long long n);

MUST_USE enum status sqlite_step(struct query *q, bool *row, struct err *e); // ends by itself after the last row
MUST_USE enum status sqlite_run(struct query *q, struct err *e);             // steps to the end
void sqlite_end(struct query *q);                                            // needs no more rows

struct slice sqlite_slice(const struct query *q, int column); // text or blob; at NULL where null
long long sqlite_number(const struct query *q, int column);
long long sqlite_changes(const struct sqlite *db); // rows that the last statement changed

// The first column of the only row as a number.
MUST_USE enum status sqlite_ask(struct sqlite *db, enum sql which, long long *n, struct err *e);

#endif
