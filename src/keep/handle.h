// What an open case file is to the files of this folder.
#ifndef KEEP_HANDLE_H
#define KEEP_HANDLE_H

#include "keep/journal.h"
#include "keep/keep.h"

struct keep {
	struct arena arena;
	struct sqlite *db;
	const char *path;
	const char *temporary; // where a new case file is made until its first commit; then NULL
	bool read_only;        // in a place where nothing can be written
	bool changing;         // between keep_begin and keep_commit
	struct arena work;     // of the command: freed with it
	const char *command, *at, *who;
	bool stepped;        // the command has entries already
	long long undoes;    // the step that it undoes or redoes; 0: none
	const char *as; // who makes the changes; NULL: the user
	struct journal_head head;        // as last seen: when the case was loaded or verified, or by the command
	long long seen;                  // rows of the journal when the case was loaded; -1 before
	struct journal_head head_before; // both when the command began
	long long seen_before;
};

// Between the two, all questions are about one state of the file, whatever other commands commit. Within a command
// that is so anyway.
MUST_USE enum status keep_look(struct keep *k, struct err *e);
void keep_looked(struct keep *k);

// Journals one change of the running command.
MUST_USE enum status keep_enter(struct keep *k, struct entry *row, struct err *e);

#endif
