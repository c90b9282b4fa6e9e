#!/usr/bin/env python3
"""Sheets of evidence in many languages, orders and scales, and what an import makes of them: its words and the case.

In matrix/, every NAME.want is what comes of the file NAME: a CSV or TSV, the XML of an .achz, or a workbook as JSON
(workbook.py). The files are in UTF-8 here; where a name says another encoding (NAME.utf-16le.csv), the file is
converted. With --write, what came out is written down (read the difference before you commit it)."""
import codecs
import gzip
import json
import os
import subprocess
import sys
import tempfile

import tap
from workbook import workbook

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "matrix")
MARKS = {"utf-16le": codecs.BOM_UTF16_LE, "utf-16be": codecs.BOM_UTF16_BE}


def made(name):
    """The bytes of the file that is imported, and how its name ends."""
    stem, end = os.path.splitext(name)
    encoding = os.path.splitext(stem)[1][1:] or "utf-8"
    with open(os.path.join(FOLDER, name), encoding="utf-8", newline="") as f:
        text = f.read()
    if end == ".json":
        return workbook(json.loads(text)["sheets"]), ".xlsx"
    data = MARKS.get(encoding, b"") + text.encode(encoding)
    return (gzip.compress(data, mtime=0), ".achz") if end == ".xml" else (data, end)


def run(folder, *words):
    done = subprocess.run([tap.HEARSAY, *words], cwd=folder, capture_output=True, timeout=300)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def imported(name):
    """What the import says and what the case is afterwards, as one text."""
    data, end = made(name)
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "sheet" + end), "wb") as f:
            f.write(data)
        run(folder, "new", "a.hearsay")
        code, said, error = run(folder, "import", "a.hearsay", "sheet" + end)
        if code:
            return error
        return said + "---\n" + run(folder, "export", "a.hearsay")[1]


def main():
    names = sorted(n for n in os.listdir(FOLDER) if not n.endswith(".want"))
    for name in names:
        got, path = imported(name), os.path.join(FOLDER, name + ".want")
        if "--write" in sys.argv:
            with open(path, "w", encoding="utf-8") as f:
                f.write(got)
        want = ""
        if os.path.exists(path):
            with open(path, encoding="utf-8") as f:
                want = f.read()
        tap.ok(got == want, "%s is read as it should be" % name, "--- got\n%s--- want\n%s" % (got, want))
    tap.ok(len(names) >= 25, "there are sheets of many kinds", len(names))
    tap.done()


main()
