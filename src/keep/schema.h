// The tables of a case file, as numbered migrations that only add.
#ifndef KEEP_SCHEMA_H
#define KEEP_SCHEMA_H

#include "keep/sqlite.h"

// The newest schema that this program knows; a file's own number stands in its user_version.
int schema_newest(void);

// Makes the tables in an empty database, up to schema `version`.
MUST_USE enum status schema_make(struct sqlite *db, int version, struct err *e);

// Whether the database is a case file of a schema that this program knows, with exactly the tables that it would have
// made. Gives its schema's number.
MUST_USE enum status schema_check(struct sqlite *db, const char *name, int *version, struct err *e);

// Brings an older case file up to date, in one transaction.
MUST_USE enum status schema_migrate(struct sqlite *db, struct err *e);

#endif
