// Every question the program puts to a case file once it is open. Parameters are bound, and columns read, in order.
// The tables themselves are in schema.c.
#ifndef KEEP_SQL_H
#define KEEP_SQL_H

#define SQL_TABLE(X) \
	X(APPLICATION, "PRAGMA application_id") \
	X(VERSION, "PRAGMA user_version") \
	X(SCHEMA, "SELECT type || ' ' || name, sql FROM sqlite_schema ORDER BY 1") \
	X(INTEGRITY, "PRAGMA integrity_check(1)") \
	X(BEGIN, "BEGIN IMMEDIATE") \
	X(LOOK, "BEGIN") \
	X(COMMIT, "COMMIT") \
	X(ROLLBACK, "ROLLBACK") \
	X(ENTRY_ADD, "INSERT INTO journal (seq, at, who, command, op, kind, id, body, why, prev, hash)" \
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") \
	X(ENTRIES, "SELECT seq, at, who, command, op, kind, id, body, why, prev, hash FROM journal ORDER BY seq") \
	X(ENTRY_COUNT, "SELECT count(*) FROM journal") \
	X(ENTRY_LAST, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1") \
	X(ENTRY_TIMES, "SELECT at FROM journal WHERE seq = (SELECT min(seq) FROM journal)" \
		" OR seq = (SELECT max(seq) FROM journal) ORDER BY seq") \
	X(ENTRY_PUTS, "SELECT body FROM journal WHERE kind = ? AND id = ? AND op = 'put' ORDER BY seq") \
	X(ENTRY_EVER, "SELECT EXISTS (SELECT 1 FROM journal WHERE kind = ? AND id = ?)") \
	X(ENTRY_LATER, "SELECT seq, at, who, op, kind, id FROM journal WHERE kind = ? AND id = ? AND seq > ?" \
		" ORDER BY seq DESC LIMIT 1") \
	X(ENTRY_CLASH, "SELECT p.seq, p.at, p.who, p.op, p.kind, p.id FROM journal j JOIN journal p USING (kind, id)" \
		" WHERE j.seq > ?1 AND j.op <> 'order' AND p.seq > ?2 AND p.seq <= ?1 AND p.op <> 'order'" \
		" ORDER BY p.seq DESC LIMIT 1") \
	X(STEP_ADD, "INSERT INTO step (first, undoes) VALUES (?, nullif(?, 0))") \
	X(STEPS, "SELECT first, coalesce(undoes, 0) FROM step ORDER BY first") \
	X(STEP_WRONG, "SELECT coalesce(min(row), 0) FROM (" \
		"SELECT first AS row FROM step WHERE first NOT IN (SELECT seq FROM journal)" \
		" OR undoes >= first OR undoes NOT IN (SELECT first FROM step)" \
		" UNION ALL SELECT j.seq FROM journal j LEFT JOIN journal p ON p.seq = j.seq - 1" \
		" WHERE j.seq NOT IN (SELECT first FROM step) AND (p.seq IS NULL" \
		" OR p.at <> j.at OR p.who <> j.who OR p.command <> j.command))") \
	X(HEAD, "SELECT count, hash FROM head") \
	X(HEAD_SET, "INSERT OR REPLACE INTO head (one, count, hash) VALUES (1, ?, ?)") \
	X(ITEMS, "SELECT kind, id, position, body FROM item ORDER BY kind, position, id") \
	X(ITEMS_BY_ID, "SELECT kind, id, position, body FROM item ORDER BY kind, id") \
	X(ITEM, "SELECT body FROM item WHERE kind = ? AND id = ?") \
	X(ITEM_PUT, "INSERT INTO item (kind, id, body, position) VALUES (?1, ?2, ?3," \
		" (SELECT coalesce(max(position), 0) + 1 FROM item WHERE kind = ?1))" \
		" ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body") \
	X(ITEM_DELETE, "DELETE FROM item WHERE kind = ? AND id = ?") \
	X(ITEM_MOVE, "UPDATE item SET position = ? WHERE kind = ? AND id = ?") \
	X(ITEMS_CLEAR, "DELETE FROM item") \
	X(ORIGINAL_ADD, "INSERT INTO original (id, path, bytes) VALUES (?, ?, ?)") \
	X(ORIGINAL, "SELECT bytes FROM original WHERE id = ?") \
	X(ORIGINAL_PATH, "SELECT path FROM original WHERE id = ?") \
	X(ORIGINAL_COUNT, "SELECT count(*) FROM original") \
	X(ORIGINALS, "SELECT id FROM original ORDER BY number") \
	X(ORIGINAL_SAID, "SELECT body FROM journal WHERE kind = 'originals' AND id = ? AND op = 'add'") \
	X(ORIGINALS_ADDED, "SELECT j.seq, j.id, o.path, j.body, o.bytes" \
		" FROM journal j LEFT JOIN original o USING (id) WHERE j.op = 'add' ORDER BY j.seq") \
	X(DERIVED_LAST, "SELECT body FROM journal WHERE kind = 'originals' AND id = ? AND op = 'derive'" \
		" ORDER BY seq DESC LIMIT 1") \
	X(DERIVED_TOLD, "SELECT max(j.seq), j.id, j.body, d.entry, d.body" \
		" FROM journal j LEFT JOIN derived d USING (id) WHERE j.op = 'derive' GROUP BY j.id ORDER BY 1") \
	X(ORIGINAL_STRAY, "SELECT id FROM original WHERE id NOT IN (SELECT id FROM journal WHERE op = 'add')" \
		" ORDER BY id LIMIT 1") \
	X(WHOLE, "SELECT EXISTS (SELECT 1 FROM original WHERE id = ?1)" \
		" AND EXISTS (SELECT 1 FROM derived WHERE id = ?1)" \
		" AND EXISTS (SELECT 1 FROM item WHERE kind = 'documents' AND id = ?1)") \
	X(DERIVED_PUT, "INSERT OR REPLACE INTO derived (id, entry, body) VALUES (?, ?, ?)") \
	X(DERIVED, "SELECT body FROM derived WHERE id = ?") \
	X(DERIVED_ENTRY, "SELECT entry FROM derived WHERE id = ?") \
	X(SEGMENTS, "SELECT bytes FROM segment ORDER BY number") \
	X(SEGMENT_ADD, "INSERT INTO segment (number, bytes) VALUES (?, ?)") \
	X(SEGMENTS_DROP, "DELETE FROM segment WHERE number >= ?")

enum sql {
#define X(name, text) SQL_##name,
	SQL_TABLE(X)
#undef X
	SQL_count
};

#endif
