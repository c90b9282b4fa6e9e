#include "keep/documents.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "case/format.h"
#include "case/json.h"
#include "keep/items.h"

#include <assert.h>
#include <string.h>

// The first column of the only row for an id; at NULL where there is none. Copied, so that the question can be asked
// again.
static enum status find(struct arena *a, struct keep *k, enum sql which, const char *id, struct slice *out,
			struct err *e)
{
	struct query *q = sqlite_start(k->db, which);
	sqlite_bind_text(q, id);
	bool row;
	enum status s = sqlite_step(q, &row, e);
	*out = (struct slice){ NULL, 0 };
	if (s != STATUS_OK || !row)
		return s;
	struct slice found = sqlite_slice(q, 0);
	*out = (struct slice){ arena_copy(a, found.at, found.len), found.len };
	sqlite_end(q);
	return STATUS_OK;
}

static enum status is_item(struct keep *k, const char *id, bool *is, struct err *e)
{
	struct query *q = sqlite_start(k->db, SQL_ITEM);
	sqlite_bind_text(q, "documents");
	sqlite_bind_text(q, id);
	enum status s = sqlite_step(q, is, e);
	sqlite_end(q);
	return s;
}

static enum status add_bytes(struct keep *k, const struct envelope *envelope, struct slice bytes, const char *id,
			     struct err *e)
{
	struct envelope said = *envelope;
	said.path = utf8_clean(&k->work, envelope->path ? envelope->path : "");
	struct query *q = sqlite_start(k->db, SQL_ORIGINAL_ADD);
	sqlite_bind_text(q, id);
	sqlite_bind_text(q, said.path);
	sqlite_bind_bytes(q, bytes);
	enum status s = sqlite_run(q, e);
	if (s != STATUS_OK)
		return s;
	struct node *map = node_map(&k->work);
	envelope_write(&k->work, &said, map);
	node_put_number(&k->work, map, "bytes", (double)bytes.len);
	struct buf b = buf_in(&k->work);
	json_write(&b, map);
	return items_change(k, "add", "originals", id, buf_str(&b), "", e);
}

enum status keep_add_original(struct keep *k, const struct envelope *envelope, struct slice bytes, const char *id,
			      bool *known, struct err *e)
{
	assert(k->changing);
	assert(!strcmp(id, hash_sha256_hex(&k->work, bytes.at, bytes.len)));
	struct slice before;
	enum status s = find(&k->work, k, SQL_ORIGINAL_PATH, id, &before, e);
	if (s == STATUS_OK)
		s = is_item(k, id, known, e);
	if (s != STATUS_OK)
		return s;
	bool kept = before.at, listed = *known;
	*known = kept && listed;
	if (!kept)
		s = add_bytes(k, envelope, bytes, id, e);
	if (s != STATUS_OK || listed)
		return s;
	return items_change(k, "put", "documents", id, arena_printf(&k->work, "{\"id\":\"%s\"}", id), "", e);
}

bool keep_has(struct keep *k, const char *id)
{
	struct query *q = sqlite_start(k->db, SQL_WHOLE);
	sqlite_bind_text(q, id);
	struct err ignored;
	bool row, has = false;
	if (sqlite_step(q, &row, &ignored) == STATUS_OK && row)
		has = sqlite_number(q, 0);
	sqlite_end(q);
	return has;
}

enum status keep_count(struct keep *k, size_t *originals, struct err *e)
{
	long long n;
	enum status s = sqlite_ask(k->db, SQL_ORIGINAL_COUNT, &n, e);
	*originals = (size_t)n;
	return s;
}

enum status keep_original(struct arena *a, struct keep *k, const char *id, struct slice *bytes, struct err *e)
{
	enum status s = find(a, k, SQL_ORIGINAL, id, bytes, e);
	if (s != STATUS_OK)
		return s;
	if (!bytes->at)
		return err_set(e, STATUS_NOT_FOUND, "%s: keeps no original of document %s", k->path, id);
	if (strcmp(id, hash_sha256_hex(a, bytes->at, bytes->len)) != 0)
		return err_set(e, STATUS_DAMAGED, "%s: document %s: its original bytes are not those that were added",
			       k->path, id);
	return STATUS_OK;
}

// The entry of a document in a case's list, as the derived document alone gives it.
static enum status derived_entry(struct arena *a, const struct node *document, struct node **out, struct err *e)
{
	struct document d = { 0 };
	enum status s = document_read(a, document, &d, e);
	*out = node_map(a);
	if (s == STATUS_OK)
		document_write_head(a, &d, *out);
	return s;
}

// What the journal says of a derived row: its hashes.
static const char *derived_mark(struct arena *a, struct slice entry, struct slice document)
{
	return arena_printf(a, "{\"entry\":\"%s\",\"document\":\"%s\"}", hash_sha256_hex(a, entry.at, entry.len),
			    hash_sha256_hex(a, document.at, document.len));
}

// Keeps a derived row, and journals it where it is another than the last that was journalled.
static enum status put_derived(struct arena *a, struct keep *k, const char *id, struct slice entry,
			       struct slice document, struct err *e)
{
	struct query *q = sqlite_start(k->db, SQL_DERIVED_PUT);
	sqlite_bind_text(q, id);
	sqlite_bind_slice(q, entry);
	sqlite_bind_slice(q, document);
	enum status s = sqlite_run(q, e);
	struct slice last;
	if (s == STATUS_OK)
		s = find(a, k, SQL_DERIVED_LAST, id, &last, e);
	const char *mark = derived_mark(a, entry, document);
	if (s != STATUS_OK || (last.at && slice_is(last, mark)))
		return s;
	return items_change(k, "derive", "originals", id, mark, "", e);
}

enum status keep_put_derived(struct keep *k, const char *id, const struct node *document, struct err *e)
{
	assert(k->changing);
	struct arena scratch = { 0 };
	struct node *entry;
	enum status s = derived_entry(&scratch, document, &entry, e);
	if (s == STATUS_OK) {
		struct buf short_form = buf_in(&scratch), long_form = buf_in(&scratch);
		json_write(&short_form, entry);
		json_write(&long_form, document);
		s = put_derived(&scratch, k, id, slice_of(buf_str(&short_form)), slice_of(buf_str(&long_form)), e);
	}
	arena_free(&scratch);
	return s;
}

enum status keep_documents(struct arena *a, struct keep *k, struct keep_ids *out, struct err *e)
{
	struct query *q = sqlite_start(k->db, SQL_ORIGINALS);
	for (;;) {
		bool row;
		enum status s = sqlite_step(q, &row, e);
		if (s != STATUS_OK || !row)
			return s;
		struct slice id = sqlite_slice(q, 0);
		list_push(a, &out->list, arena_copy(a, id.at, id.len));
	}
}

enum status keep_envelope(struct arena *a, struct keep *k, const char *id, struct envelope *out, struct err *e)
{
	struct slice said;
	struct node *map;
	struct err why;
	enum status s = find(a, k, SQL_ORIGINAL_SAID, id, &said, e);
	if (s != STATUS_OK)
		return s;
	if (!said.at || json_read(a, said, &map, &why) != STATUS_OK)
		return err_set(e, STATUS_DAMAGED, "%s: the journal does not say where document %s came from", k->path,
			       id);
	*out = envelope_read(map);
	return STATUS_OK;
}

// What is known of a document without its kept item: its derived entry, or at least its id and path.
static enum status known_entry(struct arena *a, struct keep *k, const char *id, struct node **out, struct err *e)
{
	struct slice derived, path;
	enum status s = find(a, k, SQL_DERIVED_ENTRY, id, &derived, e);
	if (s == STATUS_OK && derived.at) {
		struct err why;
		if (json_read(a, derived, out, &why) == STATUS_OK)
			return STATUS_OK;
		return err_set(e, STATUS_DAMAGED,
			       "%s: what was derived from document %s is damaged; run `hearsay rebuild`", k->path, id);
	}
	if (s == STATUS_OK)
		s = find(a, k, SQL_ORIGINAL_PATH, id, &path, e);
	*out = node_map(a);
	node_put_text(a, *out, "id", id);
	node_put_text(a, *out, "path", path.at);
	return s;
}

static void put_copy(struct arena *a, struct node *map, const struct node *child)
{
	struct node *copy = arena_new(a, struct node);
	*copy = *child;
	copy->next = NULL;
	node_put(a, map, child->key, copy);
}

enum status documents_kept(struct arena *a, struct keep *k, const char *id, const struct node *entry, struct node **out,
			   struct err *e)
{
	struct node *known;
	enum status s = known_entry(a, k, id, &known, e);
	if (s != STATUS_OK)
		return s;
	*out = node_map(a);
	node_put_text(a, *out, "id", id);
	for (node_each (n, entry)) {
		const struct node *same = node_get(known, n->key);
		if (strcmp(n->key, "id") != 0 && !(same && node_same(same, n)))
			put_copy(a, *out, n);
	}
	for (node_each (n, known))
		if (!node_get(entry, n->key))
			node_put(a, *out, n->key, node_null(a));
	return STATUS_OK;
}

// `under` with the keys of `over` instead of its own; those that are null taken away.
static struct node *lay_over(struct arena *a, const struct node *under, const struct node *over)
{
	struct node *map = node_map(a);
	for (node_each (n, under))
		if (!node_get(over, n->key))
			put_copy(a, map, n);
	for (node_each (n, over))
		if (n->kind != NODE_NULL)
			put_copy(a, map, n);
	return map;
}

enum status documents_load(struct arena *a, struct keep *k, const char *id, const struct node *kept, struct the_case *c,
			   struct err *e)
{
	struct slice derived;
	struct node *under;
	enum status s = find(a, k, SQL_DERIVED, id, &derived, e);
	if (s == STATUS_OK && !derived.at) {
		s = known_entry(a, k, id, &under, e);
		return s == STATUS_OK ? format_read_item(a, "documents", lay_over(a, under, kept), c, e) : s;
	}
	if (s != STATUS_OK)
		return s;
	struct err why = { 0 };
	if (json_read(a, derived, &under, &why) == STATUS_OK && under->kind == NODE_MAP &&
	    document_read(a, lay_over(a, under, kept), list_add(a, &c->documents), &why) == STATUS_OK)
		return STATUS_OK;
	return err_set(e, STATUS_DAMAGED, "%s: what was derived from document %s is damaged%s%s; run `hearsay rebuild`",
		       k->path, id, *why.text ? ": " : "", why.text);
}

// One row of SQL_ORIGINALS_ADDED: seq, id, path, what the journal says, bytes.
static enum status verify_original(struct keep *k, const struct query *q, struct err *e)
{
	struct arena scratch = { 0 };
	long long seq = sqlite_number(q, 0);
	struct slice id = sqlite_slice(q, 1), path = sqlite_slice(q, 2), said = sqlite_slice(q, 3),
		     bytes = sqlite_slice(q, 4);
	char *name = arena_copy(&scratch, id.at, id.len);
	struct node *body;
	enum status s = STATUS_OK;
	if (!bytes.at)
		s = err_set(e, STATUS_DAMAGED, "%s: document %s, added by row %lld of the journal, is missing", k->path,
			    name, seq);
	else if (!slice_is(id, hash_sha256_hex(&scratch, bytes.at, bytes.len)))
		s = err_set(e, STATUS_DAMAGED,
			    "%s: document %s, added by row %lld of the journal: its original bytes were changed",
			    k->path, name, seq);
	else if (json_read(&scratch, said, &body, e) != STATUS_OK || !node_get_text(body, "path") ||
		 !slice_is(path, node_get_text(body, "path")))
		s = err_set(e, STATUS_DAMAGED, "%s: document %s: its path is not what row %lld of the journal says",
			    k->path, name, seq);
	arena_free(&scratch);
	return s;
}

// One row of SQL_DERIVED_TOLD: seq, id, what the journal says, entry, document.
static enum status verify_derived(struct keep *k, const struct query *q, struct err *e)
{
	struct arena scratch = { 0 };
	struct slice id = sqlite_slice(q, 1), entry = sqlite_slice(q, 3), document = sqlite_slice(q, 4);
	enum status s = STATUS_OK;
	if (!document.at || !slice_is(sqlite_slice(q, 2), derived_mark(&scratch, entry, document)))
		s = err_set(e, STATUS_DAMAGED,
			    "%s: document %.*s: what was derived from it is not what row %lld of the journal says; "
			    "`hearsay rebuild` derives it anew",
			    k->path, (int)id.len, id.at, sqlite_number(q, 0));
	arena_free(&scratch);
	return s;
}

// Verifies each row of a question.
static enum status verify_each(struct keep *k, enum sql which,
			       enum status (*verify)(struct keep *k, const struct query *q, struct err *e),
			       struct err *e)
{
	struct query *q = sqlite_start(k->db, which);
	bool row = true;
	enum status s = STATUS_OK;
	while (s == STATUS_OK && row)
		if ((s = sqlite_step(q, &row, e)) == STATUS_OK && row)
			s = verify(k, q, e);
	sqlite_end(q);
	return s;
}

enum status documents_verify(struct keep *k, struct err *e)
{
	enum status s = verify_each(k, SQL_ORIGINALS_ADDED, verify_original, e);
	if (s == STATUS_OK)
		s = verify_each(k, SQL_DERIVED_TOLD, verify_derived, e);
	if (s != STATUS_OK)
		return s;
	bool row;
	struct query *q = sqlite_start(k->db, SQL_ORIGINAL_STRAY);
	if ((s = sqlite_step(q, &row, e)) == STATUS_OK && row)
		s = err_set(e, STATUS_DAMAGED,
			    "%s: document %.*s: its original is kept, but no row of the journal added it", k->path,
			    (int)sqlite_slice(q, 0).len, sqlite_slice(q, 0).at);
	sqlite_end(q);
	return s;
}
