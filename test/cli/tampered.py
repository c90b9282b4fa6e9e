#!/usr/bin/env python3
"""A journal that somebody changed by hand: `log --verify` says so, with exit code 6 and the row."""
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
# What is done, the SQL, and the rows of which the sentence may name one.
CHANGES = [
    ("a byte of a reason", "UPDATE journal SET why = why || 'x' WHERE seq = 3", {3}),
    ("who did it", "UPDATE journal SET who = 'nobody' WHERE seq = 2", {2}),
    ("a row deleted", "DELETE FROM journal WHERE seq = 3", {3, 4}),
    ("the last two rows cut off", "DELETE FROM journal WHERE seq > (SELECT max(seq) - 2 FROM journal)", None),
    ("two rows swapped", "UPDATE journal SET seq = -1 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3;"
                         "UPDATE journal SET seq = 3 WHERE seq = -1", {2, 3}),
]


def hearsay(*words):
    return subprocess.run([tap.HEARSAY, *words], capture_output=True, text=True, timeout=60)


def names_a_row(text, rows):
    words = text.replace(":", " ").replace(",", " ").replace(".", " ").split()
    return any(str(r) in words for r in rows)


def tamper(case, folder, name, sql, rows):
    copy = os.path.join(folder, "copy.hearsay")
    shutil.copy(case, copy)
    db = sqlite3.connect(copy)
    last = db.execute("SELECT max(seq) FROM journal").fetchone()[0]
    db.executescript(sql)
    db.close()
    out = hearsay("log", copy, "--verify")
    said = out.stdout + out.stderr
    tap.ok(out.returncode == 6, name + ": exit code 6", "%d\n%s" % (out.returncode, said))
    tap.ok(names_a_row(said.replace(copy, ""), rows or range(last - 2, last + 1)), name + ": the row is named", said)
    os.remove(copy)


def main():
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in PAGES.items():
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "w", encoding="utf-8") as f:
                f.write(text)
        case = os.path.join(folder, "a.hearsay")
        made = [hearsay("new", case), hearsay("add", case, *paths)]
        tap.ok(all(m.returncode == 0 for m in made), "a case is made", made)
        sqlite3.connect(case).execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
        held = hearsay("log", case, "--verify")
        tap.ok(held.returncode == 0, "untouched, the journal holds", held)
        for name, sql, rows in CHANGES:
            tamper(case, folder, name, sql, rows)
    tap.done()


main()
