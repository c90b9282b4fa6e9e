#!/usr/bin/env python3
"""The index of texts in a case file: what is added later is compared with it; damaged, it is made anew; the answer is
the same each time as of all documents in one go."""
import os
import sqlite3
import subprocess
import tempfile

import tap

STORIES = [
    ("Harbour Newswire", "A tanker ran aground off Kell Point on Monday night, the coastguard said, and oil is leaking "
                         "from one of its forward tanks. Two tugs from Stannow were on their way to the ship at dawn."),
    ("Orla Courier", "The tramway of Overmere will stand still on Thursday, because its drivers want a second break in "
                     "the night shift. The company offered them a cup of tea and an hour of talks."),
    ("Dunfast Gazette", "Three of nine mussel boats stayed in port after the price of diesel rose for the fifth week. "
                     "The harbour master of Dunfast fears that the morning auction will move to Stannow."),
]
REPRINTS = ["Morning Ledger", "Evening Post", "Stannow Journal", "Kell Tribune"]
ENV = dict(os.environ, HEARSAY_USER="ana", SOURCE_DATE_EPOCH="1700000000", LC_ALL="C")


def hearsay(folder, *words):
    return subprocess.run([tap.HEARSAY, *words], cwd=folder, env=ENV, capture_output=True, text=True, timeout=300,
                          check=False)


def page(outlet, day, title, text):
    return "%s\n%d March 2024\n\n%s\n\n%s\n" % (outlet, day, title, text)


def pages():
    """Each day one story, and reprints of those of the days before."""
    out = []
    for day, (outlet, text) in enumerate(STORIES, 1):
        out.append(page(outlet, day, "Story %d" % day, text))
        for k, reprint in enumerate(REPRINTS[:day + 1]):
            of = STORIES[k % day]
            out.append(page(reprint, day, "Reprint %d of day %d" % (k, day), of[1]))
    return out


def segments(path):
    with sqlite3.connect(path) as db:
        return [bytes(row[0]) for row in db.execute("SELECT bytes FROM segment ORDER BY number")]


def damage(path):
    with sqlite3.connect(path) as db:
        number, data = db.execute("SELECT number, bytes FROM segment ORDER BY number LIMIT 1").fetchone()
        data = bytearray(data)
        data[len(data) // 2] ^= 1
        db.execute("UPDATE segment SET bytes = ? WHERE number = ?", (bytes(data), number))


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-segments-") as folder:
        names = []
        for i, text in enumerate(pages()):
            names.append("%02d.txt" % i)
            with open(os.path.join(folder, names[-1]), "w", encoding="utf-8") as f:
                f.write(text)
        want = hearsay(folder, "trace", *names).stdout
        tap.ok(want.startswith("%d documents, 3 origins" % len(names)), "three stories and their reprints", want)
        case = os.path.join(folder, "a.hearsay")
        tap.ok(hearsay(folder, "assess", *names[:3], "--case", "a.hearsay", "-o", "/dev/null").returncode == 0,
               "a case of the first day")
        first = segments(case)
        tap.ok(len(first) == 1, "keeps an index", len(first))
        for name in names[3:]:
            hearsay(folder, "add", "a.hearsay", name)
            if hearsay(folder, "draft", "a.hearsay").returncode:
                tap.ok(False, "drafts with " + name)
        tap.same(hearsay(folder, "trace", "a.hearsay").stdout, want, "added one by one: the same as in one go")
        kept = segments(case)
        damage(case)
        tap.same(hearsay(folder, "trace", "a.hearsay").stdout, want, "a damaged index: the same answer")
        tap.ok(hearsay(folder, "draft", "a.hearsay").returncode == 0, "and the next draft")
        tap.ok(len(segments(case)) == 1 and len(kept) > 1, "makes it anew, in one piece", len(kept))
        tap.same(hearsay(folder, "trace", "a.hearsay").stdout, want, "which gives the same answer")
        tap.ok(hearsay(folder, "log", "a.hearsay", "--verify").returncode == 0, "the journal holds all the while")
        tap.ok(hearsay(folder, "rebuild", "a.hearsay").returncode == 0 and not segments(case),
               "a rebuilt case has none")
        hearsay(folder, "draft", "a.hearsay")
        tap.ok(segments(case), "until the next draft")
        tap.same(hearsay(folder, "trace", "a.hearsay").stdout, want, "and the answer is the same")
    tap.done()


main()
