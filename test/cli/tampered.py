#!/usr/bin/env python3
"""A case file that somebody changed by hand: `log --verify` says so, with exit code 6, and names the row, the item or
the document; what is derived, `rebuild` puts back."""
import os
import shutil
import sqlite3
import subprocess
import tempfile

import tap

PAGES = {
    "fire.txt": "Fire in Tarvik was laid, says official\n\nTARVIK, 3 March 2024 - The fire was started on purpose, the "
                "harbour master Ilse Brandt said on Sunday.\n",
    "short.txt": "A short circuit, says the operator\n\n4 March 2024 - Nordkai said that a short circuit caused it.\n",
    "open.txt": "Cause still open\n\n5 March 2024 - The cause is unclear, a spokesman of the fire service said.\n",
}
# A byte of each column of a row, some number among the rows.
BYTES = [("a byte of %s" % column, "UPDATE journal SET %s = %s || 'x' WHERE seq = 3" % (column, column), {3})
         for column in ("at", "who", "command", "op", "kind", "id", "body", "why", "prev", "hash")]
# What is done, the SQL, and the rows of which the sentence may name one.
CHANGES = BYTES + [
    ("one digit of a hash", "UPDATE journal SET hash = substr(hash, 1, 63) || CASE substr(hash, 64) WHEN '0' THEN '1'"
                            " ELSE '0' END WHERE seq = 3", {3}),
    ("a body that is not there", "UPDATE journal SET body = NULL WHERE seq = 3", {3}),
    ("the number of the last row", "UPDATE journal SET seq = seq + 1 WHERE seq = (SELECT max(seq) FROM journal)", None),
    ("a row deleted", "DELETE FROM journal WHERE seq = 3", {3, 4}),
    ("the last two rows cut off", "DELETE FROM journal WHERE seq > (SELECT max(seq) - 2 FROM journal)", None),
    ("two rows swapped", "UPDATE journal SET seq = -1 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3;"
                         "UPDATE journal SET seq = 3 WHERE seq = -1", {2, 3}),
    ("the head", "UPDATE head SET hash = upper(hash)", None),
    ("an original", "UPDATE original SET bytes = CAST(replace(CAST(bytes AS TEXT), 'short', 'blown') AS BLOB)"
                    " WHERE path LIKE '%short.txt'", "document"),
    ("the path of an original", "UPDATE original SET path = 'x' WHERE path LIKE '%short.txt'", "document"),
    ("a step that begins nowhere", "INSERT INTO step VALUES (9999, NULL)", "row 9999"),
    ("a step that is none", "DELETE FROM step WHERE first = 1", {1}),
    ("an original deleted", "DELETE FROM original WHERE path LIKE '%short.txt'", "document"),
]
# The same where the journal and the originals can put back what there was.
DERIVED = [
    ("an item", "UPDATE item SET body = replace(body, 'the fire', 'the flood') WHERE kind = 'case'", "item case case"),
    ("an item that is no JSON", "UPDATE item SET body = '{' WHERE kind = 'case'", "item case case"),
    ("an item deleted", "DELETE FROM item WHERE kind = 'documents'", "item documents"),
    ("an item added", "INSERT INTO item VALUES ('sources', 'x', 1, '{\"id\":\"x\"}')", "item sources x"),
    ("an item moved", "UPDATE item SET position = 9 WHERE kind = 'documents' AND position = 2", "item documents"),
    ("a statement", "UPDATE derived SET body = replace(body, 'Nordkai', 'Brandt')", "document"),
    ("a title", "UPDATE derived SET entry = replace(entry, 'Cause', 'Blame')", "document"),
    ("a document that is no JSON", "UPDATE derived SET body = '{'", "document"),
    ("what was read deleted", "DELETE FROM derived", "document"),
]


def hearsay(*words):
    return subprocess.run([tap.HEARSAY, *words], capture_output=True, text=True, timeout=300)


def names(text, what):
    """Whether the sentence says it, or names one of the rows."""
    if isinstance(what, str):
        return what in text
    words = text.replace(":", " ").replace(",", " ").replace(".", " ").split()
    return any(str(r) in words for r in what)


def tamper(case, folder, name, sql, what, rebuilt):
    copy = os.path.join(folder, "copy.hearsay")
    shutil.copy(case, copy)
    db = sqlite3.connect(copy)
    last = db.execute("SELECT max(seq) FROM journal").fetchone()[0]
    db.executescript(sql)
    db.close()
    out = hearsay("log", copy, "--verify")
    said = out.stdout + out.stderr
    tap.ok(out.returncode == 6, name + ": exit code 6", "%d\n%s" % (out.returncode, said))
    tap.ok(names(said.replace(copy, ""), what or range(last - 2, last + 2)), name + ": it is named", said)
    if rebuilt:
        again = hearsay("rebuild", copy)
        held = hearsay("log", copy, "--verify")
        tap.ok(again.returncode == held.returncode == 0, name + ": is put back", (again, held))
        tap.same(hearsay("export", copy).stdout, rebuilt, name + ": as it was")
    os.remove(copy)


def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in PAGES.items():
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "w", encoding="utf-8") as f:
                f.write(text)
        case = os.path.join(folder, "a.hearsay")
        made = [hearsay("new", case, "--question", "Who laid the fire?"), hearsay("add", case, *paths)]
        tap.ok(all(m.returncode == 0 for m in made), "a case is made", made)
        sqlite3.connect(case).execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        held = hearsay("log", case, "--verify")
        tap.ok(held.returncode == 0, "untouched, the journal holds", held)
        whole = hearsay("export", case).stdout
        for name, sql, what in CHANGES:
            tamper(case, folder, name, sql, what, None)
        for name, sql, what in DERIVED:
            tamper(case, folder, name, sql, what, whole)
    tap.done()


main()
