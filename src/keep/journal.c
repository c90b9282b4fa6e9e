// A hash chain (Haber and Stornetta 1991, "How to time-stamp a digital document", section 5.1). With H = SHA-256:
//
//	content = H("hearsay journal 1" | for each field: length as 8 bytes, least first (null: all ones); bytes)
//	hash = H(content | the hash of the row before, as its digits | the row's number as 8 bytes, least first)
//
// Lengths make the encoding unambiguous. The two steps let a row that was moved be recognised: its content and its
// predecessor fit another number. Count and head are kept in a table of their own and printed on reports, so that rows
// cut off at the end show too; a chain alone cannot tell that.
#include "keep/journal.h"

#include "base/buf.h"

#include <string.h>

static void content_of(const struct entry *row, unsigned char out[SHA256_BYTES])
{
	struct arena scratch = { 0 };
	struct buf b = buf_in(&scratch);
	buf_text(&b, "hearsay journal 1");
	for (int i = 0; i < ENTRY_count; i++) {
		struct slice f = row->field[i];
		buf_u64(&b, f.at ? f.len : UINT64_MAX);
		buf_slice(&b, f);
	}
	hash_sha256(b.at, b.n, out);
	arena_free(&scratch);
}

// A hash that stands in a row and is not of the right length is not right anyhow.
static void hash_of(const unsigned char content[SHA256_BYTES], struct slice prev, long long seq,
		    char out[SHA256_HEX + 1])
{
	unsigned char bytes[SHA256_BYTES + SHA256_HEX + 8], digest[SHA256_BYTES];
	size_t n = SHA256_BYTES;
	memcpy(bytes, content, SHA256_BYTES);
	for (size_t i = 0; i < prev.len && i < SHA256_HEX; i++)
		bytes[n++] = (unsigned char)prev.at[i];
	for (int i = 0; i < 8; i++)
		bytes[n++] = (unsigned char)((uint64_t)seq >> 8 * i);
	hash_sha256(bytes, n, digest);
	hash_hex(digest, out);
}

enum status journal_head(struct sqlite *db, const char *name, struct journal_head *h, struct err *e)
{
	struct query *q = sqlite_start(db, SQL_HEAD);
	bool row;
	enum status s = sqlite_step(q, &row, e);
	if (s != STATUS_OK)
		return s;
	struct slice hash = row ? sqlite_slice(q, 1) : slice_of("");
	if (hash.len == SHA256_HEX) {
		memcpy(h->hash, hash.at, SHA256_HEX);
		h->hash[SHA256_HEX] = 0;
		h->count = sqlite_number(q, 0);
	}
	if (row)
		sqlite_end(q);
	if (hash.len != SHA256_HEX)
		return err_set(e, STATUS_DAMAGED, "%s: journal: its count and head are missing", name);
	return STATUS_OK;
}

enum status journal_append(struct sqlite *db, struct entry *row, struct journal_head *h, struct err *e)
{
	unsigned char content[SHA256_BYTES];
	char hash[SHA256_HEX + 1];
	content_of(row, content);
	row->seq = h->count + 1;
	hash_of(content, slice_of(h->hash), row->seq, hash);

	struct query *q = sqlite_start(db, SQL_ENTRY_ADD);
	sqlite_bind_number(q, row->seq);
	for (int i = 0; i < ENTRY_count; i++)
		sqlite_bind_slice(q, row->field[i]);
	sqlite_bind_slice(q, slice_of(h->hash));
	sqlite_bind_slice(q, slice_of(hash));
	enum status s = sqlite_run(q, e);
	if (s != STATUS_OK)
		return s;
	h->count = row->seq;
	memcpy(h->hash, hash, sizeof hash);
	q = sqlite_start(db, SQL_HEAD_SET);
	sqlite_bind_number(q, h->count);
	sqlite_bind_slice(q, slice_of(h->hash));
	return sqlite_run(q, e);
}

enum status journal_next(struct query *rows, struct entry *row, bool *more, struct err *e)
{
	enum status s = sqlite_step(rows, more, e);
	if (s != STATUS_OK || !*more)
		return s;
	row->seq = sqlite_number(rows, 0);
	for (int i = 0; i < ENTRY_count; i++)
		row->field[i] = sqlite_slice(rows, 1 + i);
	row->prev = sqlite_slice(rows, 1 + ENTRY_count);
	row->hash = sqlite_slice(rows, 2 + ENTRY_count);
	return STATUS_OK;
}

// Says what is wrong with a row that does not hash to its hash: moved from elsewhere, or changed.
static enum status wrong_hash(const struct entry *row, const unsigned char content[SHA256_BYTES], long long rows,
			      const char *name, struct err *e)
{
	for (long long seq = 1; seq <= 2 * rows; seq++) {
		char hash[SHA256_HEX + 1];
		hash_of(content, row->prev, seq, hash);
		if (slice_is(row->hash, hash))
			return err_set(e, STATUS_DAMAGED,
				       "%s: journal: row %lld is out of place: it was written as row %lld", name,
				       row->seq, seq);
	}
	return err_set(e, STATUS_DAMAGED, "%s: journal: row %lld was changed after it was written", name, row->seq);
}

// One row against the last good one; then it is that.
static enum status follow(const struct entry *row, struct journal_head *last, long long rows, const char *name,
			  struct err *e)
{
	long long expected = last->count + 1;
	if (row->seq > expected)
		return err_set(e, STATUS_DAMAGED, "%s: journal: row %lld is missing", name, expected);
	if (row->seq < expected)
		return err_set(e, STATUS_DAMAGED, "%s: journal: row %lld is out of place: rows start at 1", name,
			       row->seq);
	unsigned char content[SHA256_BYTES];
	char hash[SHA256_HEX + 1];
	content_of(row, content);
	hash_of(content, row->prev, row->seq, hash);
	if (!slice_is(row->hash, hash))
		return wrong_hash(row, content, rows, name, e);
	if (!slice_is(row->prev, last->hash))
		return err_set(e, STATUS_DAMAGED,
			       "%s: journal: row %lld does not follow row %lld: one of the two was put in its place",
			       name, row->seq, row->seq - 1);
	last->count = row->seq;
	memcpy(last->hash, hash, sizeof hash);
	return STATUS_OK;
}

// The end of the chain against what was kept apart.
static enum status ends(const struct journal_head *last, const struct journal_head *kept, const char *name,
			struct err *e)
{
	if (last->count < kept->count)
		return err_set(e, STATUS_DAMAGED,
			       "%s: journal: row %lld is missing: the end was cut off, %lld rows were written", name,
			       last->count + 1, kept->count);
	if (last->count > kept->count)
		return err_set(e, STATUS_DAMAGED,
			       "%s: journal: row %lld was added by another hand: only %lld rows were written", name,
			       kept->count + 1, kept->count);
	if (strcmp(last->hash, kept->hash) != 0)
		return err_set(e, STATUS_DAMAGED,
			       "%s: journal: row %lld is not the last that was written: its hash is another", name,
			       last->count);
	return STATUS_OK;
}

enum status journal_verify(struct sqlite *db, const char *name, struct err *e)
{
	struct journal_head last = { 0, JOURNAL_ROOT }, kept;
	long long rows;
	enum status s = sqlite_ask(db, SQL_ENTRY_COUNT, &rows, e);
	if (s != STATUS_OK)
		return s;
	struct query *q = sqlite_start(db, SQL_ENTRIES);
	struct entry row;
	bool more = true;
	while (s == STATUS_OK && more)
		if ((s = journal_next(q, &row, &more, e)) == STATUS_OK && more)
			s = follow(&row, &last, rows, name, e);
	sqlite_end(q);
	if (s == STATUS_OK)
		s = journal_head(db, name, &kept, e);
	return s == STATUS_OK ? ends(&last, &kept, name, e) : s;
}
