// A case file: what is put in comes out, and whoever changes it by another hand is found out, with the row's name.
#include "base/hash.h"
#include "case/format.h"
#include "case/json.h"
#include "keep/keep.h"
#include "keep/schema.h"
#include "keep/sqlite.h"
#include "test/tap.h"

#include <dirent.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static struct arena arena;
static const char *folder;

static const char river[] =
	"{\"hearsay\":1,\"title\":\"A poisoned river\",\"analysts\":[{\"id\":\"ana\"}],"
	"\"questions\":[{\"id\":\"who\",\"ask\":\"Who did it?\",\"hypotheses\":[{\"id\":\"mill\",\"prior\":0.5},"
	"{\"id\":\"farm\",\"prior\":\"likely\"}]}],"
	"\"facts\":[{\"id\":\"dye\",\"about\":[\"who\"],\"if\":{\"mill\":0.9,\"farm\":[0.1,0.3]}},"
	"{\"id\":\"night\",\"about\":[\"who\"],\"if\":{\"mill\":0.6}},"
	"{\"id\":\"smell\",\"about\":[\"who\"],\"if\":{\"mill\":0.7}}],"
	"\"sources\":[{\"id\":\"warden\",\"name\":\"The warden\",\"reliability\":\"B\"}],"
	"\"reports\":[{\"id\":\"r1\",\"fact\":\"dye\",\"from\":\"warden\",\"published\":\"2021-06\"}]}";

static const char page[] = "The warden saw red dye below the mill.\n";

static const char *path_of(const char *name)
{
	return arena_printf(&arena, "%s/%s", folder, name);
}

static struct the_case read_case(const char *json)
{
	struct the_case c = { 0 };
	struct node *n;
	struct err e = { 0 };
	if (json_read(&arena, slice_of(json), &n, &e) != STATUS_OK ||
	    format_read_case(&arena, n, NULL, &c, &e) != STATUS_OK)
		ok(false, "the test's case is read: %s", e.text);
	return c;
}

static const char *written(const struct the_case *c)
{
	struct buf b = buf_in(&arena);
	json_write(&b, format_write_case(&arena, c));
	return buf_str(&b);
}

static bool save(struct keep *k, const char *json, const char *why)
{
	struct the_case c = read_case(json);
	struct err e = { 0 };
	bool good = keep_begin(k, "import", &e) == STATUS_OK && keep_save(k, &c, why, &e) == STATUS_OK &&
		    keep_commit(k, &e) == STATUS_OK;
	if (!good)
		tap_show("save", e.text);
	return good;
}

static const char *id_of_page(void)
{
	return hash_sha256_hex(&arena, page, strlen(page));
}

static bool add_page(struct keep *k, bool *known)
{
	static const struct envelope envelope = { .path = "in/page.txt", .url = "https://example.org/red" };
	struct err e = { 0 };
	struct document d = {
		.id = id_of_page(), .path = "in/page.txt", .title = "Red water", .text = page, .len = strlen(page)
	};
	bool good = keep_begin(k, "add", &e) == STATUS_OK &&
		    keep_add_original(k, &envelope, slice_of(page), d.id, known, &e) == STATUS_OK &&
		    keep_put_derived(k, d.id, document_write(&arena, &d), &e) == STATUS_OK &&
		    keep_commit(k, &e) == STATUS_OK;
	if (!good)
		tap_show("add", e.text);
	return good;
}

// A case file of two commands.
static const char *make(const char *name)
{
	const char *path = path_of(name);
	struct keep *k;
	struct err e = { 0 };
	bool known;
	if (keep_create(path, &k, &e) != STATUS_OK) {
		ok(false, "made: %s", e.text);
		exit(1);
	}
	if (!save(k, river, "first") || !add_page(k, &known))
		ok(false, "a case file is made");
	keep_close(k);
	return path;
}

// Changes a file behind the program's back.
static void tamper(const char *path, const char *sql)
{
	struct arena a = { 0 };
	struct sqlite *db;
	struct err e = { 0 };
	if (sqlite_open(&a, path, path, OPEN_WRITE, &db, &e) != STATUS_OK || sqlite_script(db, sql, &e) != STATUS_OK)
		ok(false, "tampers: %s", e.text);
	sqlite_close(db);
	arena_free(&a);
}

static const char *verify(const char *path, enum status *s)
{
	struct err e = { 0 };
	struct keep *k;
	*s = keep_open(path, &k, &e);
	if (*s == STATUS_OK) {
		*s = keep_verify(k, &e);
		keep_close(k);
	}
	return arena_text(&arena, e.text);
}

static size_t rows(struct keep *k, struct keep_journal *j)
{
	struct err e = { 0 };
	*j = (struct keep_journal){ 0 };
	if (keep_log(&arena, k, j, &e) != STATUS_OK)
		tap_show("log", e.text);
	return j->entries.n;
}

static void a_case_comes_back(void)
{
	const char *path = path_of("river.hearsay");
	struct keep *k;
	struct err e = { 0 };
	is_int(keep_create(path, &k, &e), STATUS_OK, "a case file is made");
	ok(access(path, F_OK) < 0, "it is not at its path before its first commit");
	ok(save(k, river, "first"), "the case is saved");
	ok(!access(path, F_OK), "then it is");
	struct the_case c = { 0 }, first = read_case(river);
	is_int(keep_load(&arena, k, &c, &e), STATUS_OK, "it is loaded");
	is_text(written(&c), written(&first), "and it is the same");
	struct keep_journal j;
	size_t before = rows(k, &j);
	is_int(before, 9, "a row for the making and one for each item");
	is_text(j.entries.at[0].op, "create", "the first is the making");
	is_text(j.entries.at[2].id, "ana", "items in the order of the case");
	is_text(j.entries.at[1].body, "{\"hearsay\":1,\"title\":\"A poisoned river\"}",
		"before them, as one item, what is in no list");
	is_text(j.entries.at[8].why, "first", "each row says why");
	is_text(j.entries.at[8].who, "tester", "each row says who");
	is_text(j.entries.at[8].at, "2021-06-01T00:00:00Z", "each row says when");
	is_text(j.entries.at[8].command, "import", "each row names the command");
	ok(save(k, river, "again") && rows(k, &j) == before, "saving the same case changes nothing");
	keep_close(k);
	is_int(keep_create(path, &k, &e), STATUS_EXISTS, "a second of the same name is refused");
	enum status s;
	is_text(verify(path, &s), "", "the file verifies");
}

static void only_changes_are_journalled(void)
{
	static const char changed[] =
	    "{\"hearsay\":1,\"title\":\"A poisoned river\",\"analysts\":[{\"id\":\"ana\"}],"
	    "\"questions\":[{\"id\":\"who\",\"ask\":\"Who did it?\",\"hypotheses\":[{\"id\":\"mill\",\"prior\":0.5},"
	    "{\"id\":\"farm\",\"prior\":\"likely\"}]}],"
	    "\"facts\":[{\"id\":\"smell\",\"about\":[\"who\"],\"if\":{\"mill\":0.7}},"
	    "{\"id\":\"dye\",\"about\":[\"who\"],\"if\":{\"mill\":0.95,\"farm\":[0.1,0.3]}}],"
	    "\"sources\":[{\"id\":\"warden\",\"name\":\"The warden\",\"reliability\":\"B\"}],"
	    "\"reports\":[{\"id\":\"r1\",\"fact\":\"dye\",\"from\":\"warden\",\"published\":\"2021-06\"}]}";
	const char *path = make("changes.hearsay");
	struct keep *k;
	struct err e = { 0 };
	is_int(keep_open(path, &k, &e), STATUS_OK, "a case file is opened");
	struct the_case c = { 0 }, want = read_case(changed);
	struct keep_journal j;
	size_t before = rows(k, &j);
	is_int(keep_load(&arena, k, &c, &e), STATUS_OK, "it is loaded");
	is_int(c.documents.n, 1, "with its document");
	is_text(c.documents.at[0].text, page, "which has its text");
	want.documents.at = c.documents.at;
	want.documents.n = 1;
	ok(save(k, river, "x") && rows(k, &j) == before + 1, "a document that is no longer listed is taken out");
	bool known = true;
	ok(add_page(k, &known) && !known, "and put in again when it is added again");
	ok(add_page(k, &known) && known, "adding it once more does nothing");
	before = rows(k, &j);
	is_int(keep_begin(k, "edit", &e), STATUS_OK, "a command begins");
	is_int(keep_save(k, &want, "why not", &e), STATUS_OK, "a changed case is saved");
	is_int(keep_commit(k, &e), STATUS_OK, "it ends");
	is_int(rows(k, &j), before + 3, "a changed fact, a new order, a fact less: three rows");
	is_text(j.entries.at[before].op, "put", "the change");
	is_text(j.entries.at[before].id, "dye", "of the fact");
	is_text(j.entries.at[before + 1].op, "order", "the order");
	is_text(j.entries.at[before + 1].body, "[\"smell\",\"dye\"]", "with all ids");
	is_text(j.entries.at[before + 2].op, "delete", "the fact less");
	is_int(keep_load(&arena, k, &c, &e), STATUS_OK, "it is loaded again");
	is_text(written(&c), written(&want), "and is what was saved");
	ok(keep_ever(k, "facts", "night") && !keep_ever(k, "facts", "day"),
	   "the journal remembers what was there once");
	ok(keep_ever(k, "hypotheses", "who.farm") && !keep_ever(k, "hypotheses", "who.fisher"), "hypotheses too");
	is_int(keep_begin(k, "rebuild", &e), STATUS_OK, "a rebuild begins");
	is_int(keep_replay(k, &e), STATUS_OK, "the journal is replayed");
	is_int(keep_commit(k, &e), STATUS_OK, "it ends");
	is_int(keep_load(&arena, k, &c, &e), STATUS_OK, "it is loaded once more");
	is_text(written(&c), written(&want), "and is the same");
	keep_close(k);
	enum status s;
	is_text(verify(path, &s), "", "the file verifies");
}

static void what_a_person_says_of_a_document_stays(void)
{
	const char *path = make("title.hearsay");
	struct keep *k;
	struct err e = { 0 };
	struct the_case c = { 0 };
	is_int(keep_open(path, &k, &e), STATUS_OK, "opened");
	is_int(keep_load(&arena, k, &c, &e), STATUS_OK, "loaded");
	is_text(c.documents.at[0].title, "Red water", "a document has its derived title");
	c.documents.at[0].title = "The warden's note";
	is_int(keep_begin(k, "edit", &e), STATUS_OK, "begun");
	is_int(keep_save(k, &c, "", &e), STATUS_OK, "a person sets the title");
	struct document d = { .id = id_of_page(),
			      .path = "page.txt",
			      .title = "RED WATER",
			      .outlet = "Gazette",
			      .text = page,
			      .len = strlen(page) };
	is_int(keep_put_derived(k, d.id, document_write(&arena, &d), &e), STATUS_OK, "the document is read anew");
	is_int(keep_commit(k, &e), STATUS_OK, "done");
	is_int(keep_load(&arena, k, &c, &e), STATUS_OK, "loaded");
	is_text(c.documents.at[0].title, "The warden's note", "the person's title stays");
	is_text(c.documents.at[0].outlet, "Gazette", "what is newly found is there");
	struct slice bytes;
	is_int(keep_original(&arena, k, d.id, &bytes, &e), STATUS_OK, "the original is there");
	ok(slice_is(bytes, page), "with its bytes");
	struct envelope came = { 0 };
	is_int(keep_envelope(&arena, k, d.id, &came, &e), STATUS_OK, "and the envelope it came in");
	is_text(came.path, "in/page.txt", "with its path");
	is_text(came.url, "https://example.org/red", "and its address");
	is_text(came.media, NULL, "and nothing more");
	is_int(keep_original(&arena, k, "00", &bytes, &e), STATUS_NOT_FOUND, "one that was never added is not");
	keep_close(k);
}

static void other_hands_are_seen(void)
{
	static const struct {
		const char *name, *sql, *says;
	} t[] = {
		{ "a byte of a row changed", "UPDATE journal SET body = replace(body, '0.9', '0.8') WHERE seq = 5",
		  "journal: row 5 was changed" },
		{ "who changed", "UPDATE journal SET who = 'other' WHERE seq = 3", "journal: row 3 was changed" },
		{ "null changed to empty", "UPDATE journal SET body = '' WHERE seq = 1", "journal: row 1 was changed" },
		{ "a byte moved from one field to the next",
		  "UPDATE journal SET kind = 'fact', id = 'sdye' WHERE seq = 5", "journal: row 5 was changed" },
		{ "the hash changed", "UPDATE journal SET hash = replace(hash, 'a', 'b') WHERE seq = 4",
		  "journal: row 4 was changed" },
		{ "a row deleted", "DELETE FROM journal WHERE seq = 6", "journal: row 6 is missing" },
		{ "the first row deleted", "DELETE FROM journal WHERE seq = 1", "journal: row 1 is missing" },
		{ "a row deleted and the rest moved up",
		  "DELETE FROM journal WHERE seq = 6; UPDATE journal SET seq = seq - 1 WHERE seq > 6",
		  "journal: row 6 is out of place: it was written as row 7" },
		{ "the last row cut off", "DELETE FROM journal WHERE seq = 12", "journal: row 12 is missing" },
		{ "the last rows cut off", "DELETE FROM journal WHERE seq > 8", "journal: row 9 is missing" },
		{ "all rows cut off", "DELETE FROM journal", "journal: row 1 is missing" },
		{ "two rows swapped",
		  "UPDATE journal SET seq = -5 WHERE seq = 5; UPDATE journal SET seq = 5 WHERE seq = 6;"
		  "UPDATE journal SET seq = 6 WHERE seq = -5",
		  "journal: row 5 is out of place: it was written as row 6" },
		{ "a row added",
		  "INSERT INTO journal SELECT 13, at, who, command, op, kind, id, body, why, prev, hash FROM journal"
		  " WHERE seq = 12",
		  "journal: row 13 is out of place: it was written as row 12" },
		{ "a row before the first",
		  "INSERT INTO journal SELECT 0, at, who, command, op, kind, id, body, why, prev, hash"
		  " FROM journal WHERE seq = 1",
		  "journal: row 0 is out of place" },
		{ "the head changed", "UPDATE head SET hash = replace(hash, 'a', 'b')",
		  "journal: row 12 is not the last" },
		{ "the count lowered", "UPDATE head SET count = 11", "journal: row 12 was added by another hand" },
		{ "the head deleted", "DELETE FROM head", "journal: its count and head are missing" },
		{ "an item changed", "UPDATE item SET body = replace(body, '0.9', '0.1') WHERE id = 'dye'",
		  "item facts dye: is not as the journal says" },
		{ "an item deleted", "DELETE FROM item WHERE id = 'dye'",
		  "item facts dye: is in the journal, but it is not kept" },
		{ "an item added", "INSERT INTO item VALUES ('facts', 'fog', 9, '{}')",
		  "item facts fog: is kept, but the journal does not have it" },
		{ "an item moved", "UPDATE item SET position = 7 WHERE id = 'dye'",
		  "item facts dye: is in another place" },
		{ "an original's byte changed",
		  "UPDATE original SET bytes = CAST(replace(CAST(bytes AS TEXT), 'red', 'rod') AS BLOB)",
		  "its original bytes were changed" },
		{ "an original deleted", "DELETE FROM original", "added by row 10 of the journal, is missing" },
		{ "an original added", "INSERT INTO original VALUES (7, 'abc', 'x', x'00')",
		  "document abc: its original is kept" },
		{ "an original's path changed", "UPDATE original SET path = 'elsewhere'",
		  "its path is not what row 10 of the journal says" },
		{ "a text that was read changed", "UPDATE derived SET body = replace(body, 'red', 'rod')",
		  "what was derived from it is not what row 12 of the journal says" },
		{ "a title that was read changed", "UPDATE derived SET entry = replace(entry, 'Red', 'Rod')",
		  "what was derived from it is not what row 12 of the journal says" },
		{ "what was read deleted", "DELETE FROM derived",
		  "what was derived from it is not what row 12 of the journal says" },
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		const char *path = make(arena_printf(&arena, "hand%zu.hearsay", i));
		enum status s;
		verify(path, &s);
		is_int(s, STATUS_OK, "a file verifies as it was made");
		tamper(path, t[i].sql);
		const char *said = verify(path, &s);
		is_int(s, STATUS_DAMAGED, "%s: it is damaged", t[i].name);
		if (!ok(strstr(said, t[i].says), "%s: %s", t[i].name, t[i].says))
			tap_show("said", said);
	}
}

static void strange_schemas_are_refused(void)
{
	static const struct {
		const char *name, *sql;
		enum status status;
		const char *says;
	} t[] = {
		{ "a trigger", "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM item; END", STATUS_DAMAGED,
		  "trigger t" },
		{ "a view", "DROP TABLE item; CREATE VIEW item AS SELECT 'facts' kind, 'a' id, 1 position, '{}' body",
		  STATUS_DAMAGED, "do not use it" },
		{ "a table more", "CREATE TABLE zebra (x)", STATUS_DAMAGED, "table zebra" },
		{ "a table less", "DROP TABLE derived", STATUS_DAMAGED, "derived" },
		{ "a column more", "ALTER TABLE item ADD COLUMN more TEXT", STATUS_DAMAGED, "table item" },
		{ "a newer schema", "PRAGMA user_version = 1000", STATUS_BAD_INPUT, "newer hearsay (schema 1000" },
		{ "another program's file", "PRAGMA application_id = 7", STATUS_BAD_INPUT, "is not a case file" },
		{ "no schema", "PRAGMA user_version = 0", STATUS_DAMAGED, "schema 0" },
		{ "an item that is no JSON", "UPDATE item SET body = '{' WHERE id = 'dye'", STATUS_DAMAGED,
		  "kept item facts dye" },
		{ "an item that is no item", "UPDATE item SET body = '{\"if\":7}' WHERE id = 'dye'", STATUS_DAMAGED,
		  "kept item facts dye" },
		{ "a kind that is none", "UPDATE item SET kind = 'zebra' WHERE id = 'dye'", STATUS_DAMAGED,
		  "kept item zebra dye" },
		{ "derived rows that are no document", "UPDATE derived SET body = '[]'", STATUS_DAMAGED,
		  "run `hearsay rebuild`" },
	};
	for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
		const char *path = make(arena_printf(&arena, "strange%zu.hearsay", i));
		tamper(path, t[i].sql);
		struct err e = { 0 };
		struct keep *k;
		struct the_case c = { 0 };
		enum status s = keep_open(path, &k, &e);
		if (s == STATUS_OK) {
			s = keep_load(&arena, k, &c, &e);
			keep_close(k);
		}
		is_int(s, t[i].status, "%s is refused", t[i].name);
		if (!ok(strstr(e.text, t[i].says), "%s: %s", t[i].name, t[i].says))
			tap_show("said", e.text);
	}
}

static void other_files_are_refused(void)
{
	static const char text[] =
	    "just words, and enough of them to be longer than the head of a database, which is a hundred"
	    " bytes long, so here are some more";
	struct err e = { 0 };
	struct keep *k;
	const char *path = path_of("words.txt");
	FILE *f = fopen(path, "w");
	fputs(text, f);
	fclose(f);
	is_int(keep_open(path, &k, &e), STATUS_BAD_INPUT, "words are no case file: %s", strrchr(e.text, '/'));
	path = path_of("empty");
	fclose(fopen(path, "w"));
	is_int(keep_open(path, &k, &e), STATUS_BAD_INPUT, "nor is an empty file: %s", strrchr(e.text, '/'));
	is_int(keep_open(folder, &k, &e), STATUS_BAD_INPUT, "nor a directory: %s", strrchr(e.text, '/'));
	is_int(keep_open(path_of("none"), &k, &e), STATUS_NOT_FOUND, "nor what is not there: %s", strrchr(e.text, '/'));
	struct arena a = { 0 };
	struct sqlite *db = NULL;
	is_int(sqlite_open(&a, path_of("words.txt"), "words.txt", OPEN_WRITE, &db, &e), STATUS_BAD_INPUT,
	       "nor are words a database: %s", e.text);
	ok(!db, "which leaves no connection to close a second time");
	arena_free(&a);
	is_int(keep_create(path_of("no/such/folder"), &k, &e), STATUS_NOT_FOUND, "a case needs its folder: %s",
	       strrchr(e.text, '/'));
}

static void an_old_file_opens(void)
{
	const char *path = make("old.hearsay");
	struct keep *k;
	struct err e = { 0 };
	tamper(path, "DROP INDEX item_order; DROP INDEX journal_item; DROP TABLE segment; DROP TABLE step;"
		     "PRAGMA user_version = 1");
	// Nor did its journal tell of what was derived.
	tamper(path, "DELETE FROM journal WHERE seq = 12;"
		     "UPDATE head SET count = 11, hash = (SELECT hash FROM journal WHERE seq = 11)");
	is_int(keep_open(path, &k, &e), STATUS_OK, "a file of schema 1 opens");
	ok(save(k, river, "x"), "and is written to");
	keep_close(k);
	enum status s;
	is_text(verify(path, &s), "", "and verifies");
	struct arena a = { 0 };
	struct sqlite *db;
	long long version = 0;
	if (sqlite_open(&a, path, path, OPEN_WRITE, &db, &e) == STATUS_OK)
		ok(sqlite_ask(db, SQL_VERSION, &version, &e) == STATUS_OK && version == schema_newest(),
		   "it is of the newest schema now");
	sqlite_close(db);
	arena_free(&a);
}

static void a_command_is_whole_or_nothing(void)
{
	const char *path = make("whole.hearsay");
	struct keep *k, *other;
	struct err e = { 0 };
	struct the_case c = { 0 }, none = { .imprecision = -1 };
	struct keep_journal j;
	is_int(keep_open(path, &k, &e), STATUS_OK, "opened");
	is_int(keep_load(&arena, k, &c, &e), STATUS_OK, "loaded");
	const char *before = written(&c), *head = keep_head(&arena, k);
	size_t n = rows(k, &j);
	is_int(keep_begin(k, "clear", &e), STATUS_OK, "a command begins");
	is_int(keep_save(k, &none, "", &e), STATUS_OK, "it takes everything out");
	ok(rows(k, &j) > n, "its rows are there");
	keep_cancel(k);
	is_int(rows(k, &j), n, "it is cancelled: they are gone");
	is_int(keep_load(&arena, k, &c, &e), STATUS_OK, "loaded");
	is_text(written(&c), before, "the case is as before");
	is_text(keep_head(&arena, k), head, "and so is the head");

	is_int(keep_open(path, &other, &e), STATUS_OK, "opened a second time");
	ok(save(other, river, "meanwhile"), "another command changes it");
	is_text(keep_head(&arena, k), head, "the head is that of the case that was loaded");
	is_int(keep_begin(k, "edit", &e), STATUS_OK, "the first goes on");
	is_int(keep_save(k, &c, "", &e), STATUS_IO, "and is told: %s", strrchr(e.text, '/'));
	keep_cancel(k);
	keep_close(other);
	keep_close(k);
}

// Changes the case again and again, until it is killed.
static void change_for_ever(const char *path)
{
	struct keep *k;
	struct err e = { 0 };
	struct the_case c = read_case(river);
	if (keep_open(path, &k, &e) != STATUS_OK)
		_exit(1);
	for (int n = 0;; n++) {
		struct arena a = { 0 };
		c.title = arena_printf(&a, "%d", n);
		if (keep_begin(k, "edit", &e) != STATUS_OK || keep_save(k, &c, "", &e) != STATUS_OK ||
		    keep_commit(k, &e) != STATUS_OK)
			_exit(1);
		arena_free(&a);
	}
}

// Who reads while another command commits sees the case before or after, and never takes it for damaged.
static void readers_see_one_state(void)
{
	const char *path = make("busy.hearsay");
	pid_t child = fork();
	if (!child)
		change_for_ever(path);
	int damaged = 0;
	struct keep *k;
	struct err e = { 0 };
	is_int(keep_open(path, &k, &e), STATUS_OK, "opened while another changes it");
	struct keep_journal j;
	size_t first = rows(k, &j);
	for (int i = 0; i < 40 || (i < 1000 && rows(k, &j) == first); i++) {
		struct the_case c = { 0 };
		damaged += keep_verify(k, &e) != STATUS_OK || keep_load(&arena, k, &c, &e) != STATUS_OK;
	}
	kill(child, SIGKILL);
	int how = 0;
	waitpid(child, &how, 0);
	ok(WIFSIGNALED(how) && rows(k, &j) > first, "it was changed meanwhile, %zu times", rows(k, &j) - first);
	if (!ok(!damaged, "and always held (%d times not)", damaged))
		tap_show("said", e.text);
	keep_close(k);
}

static void leftovers_are_swept(void)
{
	const char *path = path_of("swept.hearsay"), *left = path_of("swept.hearsay.999999999.new"),
		   *mine = path_of("swept.hearsay.x.new");
	static const char *const sqlite_left[] = { "swept.hearsay-wal", "swept.hearsay-shm", "swept.hearsay-journal" };
	fclose(fopen(left, "w"));
	fclose(fopen(mine, "w"));
	for (size_t i = 0; i < sizeof sqlite_left / sizeof *sqlite_left; i++)
		fclose(fopen(path_of(sqlite_left[i]), "w"));
	struct keep *k;
	struct err e = { 0 };
	is_int(keep_create(path, &k, &e), STATUS_OK, "a case file is made");
	ok(access(left, F_OK) < 0, "what a killed command left is gone");
	ok(!access(mine, F_OK), "what is not ours stays");
	for (size_t i = 0; i < sizeof sqlite_left / sizeof *sqlite_left; i++)
		ok(access(path_of(sqlite_left[i]), F_OK) < 0, "%s of a file deleted since is gone", sqlite_left[i]);
	keep_close(k);
	ok(access(path, F_OK) < 0 && access(arena_printf(&arena, "%s.%ld.new", path, (long)getpid()), F_OK) < 0,
	   "one that was never committed leaves nothing");
}

static void remove_folder(void)
{
	DIR *dir = opendir(folder);
	for (struct dirent *d; dir && (d = readdir(dir));)
		unlink(path_of(d->d_name));
	if (dir)
		closedir(dir);
	rmdir(folder);
}

int main(void)
{
	char template[] = "/tmp/hearsay-keep-XXXXXX";
	folder = mkdtemp(template);
	setenv("HEARSAY_USER", "tester", 1);
	setenv("SOURCE_DATE_EPOCH", "1622505600", 1);
	a_case_comes_back();
	only_changes_are_journalled();
	what_a_person_says_of_a_document_stays();
	other_hands_are_seen();
	strange_schemas_are_refused();
	other_files_are_refused();
	an_old_file_opens();
	a_command_is_whole_or_nothing();
	readers_see_one_state();
	leftovers_are_swept();
	if (!tap_failed)
		remove_folder();
	arena_free(&arena);
	return done();
}
