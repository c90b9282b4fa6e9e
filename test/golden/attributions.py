#!/usr/bin/env python3
"""Attributions of texts of our own, word for word: the examples, pages of test/golden/read, and the challenges of each
kind as one text. HEARSAY_GOLDEN=1 puts what is found in the place of test/golden/attributions.tsv."""
import json
import os
import pathlib
import re
import subprocess

import tap

ROOT = pathlib.Path(tap.ROOT)
GOLDEN = ROOT / "test/golden/attributions.tsv"


def texts():
    """{name: text}"""
    out = {}
    for path in sorted(ROOT.glob("example/*/*.txt")) + sorted(ROOT.glob("test/golden/read/*.txt")):
        out[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8", errors="replace")
    for path in sorted(ROOT.glob("test/challenge/*.txt")):
        lines = [x.split(" || ")[0] for x in path.read_text(encoding="utf-8").splitlines() if x and x[0] != "#"]
        out[str(path.relative_to(ROOT))] = "\n\n".join(re.sub(r"\{[sqc]\d+:([^{}]*)\}", r"\1", x) for x in lines)
    return out


def rows_of(text, attributions, level):
    """Confidence, source, cue and content of each; those inside of a content behind it, with a mark for each level."""
    rows = []
    for x in attributions:
        cells = [" / ".join(" ".join(text[b:e].split()) for b, e in x[r]) for r in ("source", "cue", "content")]
        rows.append([level + "%.2f" % x["confidence"], *cells])
        rows += rows_of(text, x.get("inner", []), level + "> ")
    return rows


def found(documents):
    page = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in documents.items())
    run = subprocess.run([tap.HEARSAY, "read", "--verbatim", "--only", "attributions", "-"], input=page,
                         capture_output=True, text=True, check=False)
    out = {}
    for line in run.stdout.splitlines():
        d = json.loads(line)
        out[d["id"]] = ["\t".join([d["id"], *row]) for row in rows_of(d["text"], d["attributions"], "")]
    return out


def main():
    documents = texts()
    got = found(documents)
    if os.environ.get("HEARSAY_GOLDEN"):
        GOLDEN.write_text("".join(row + "\n" for name in documents for row in got.get(name, [])), encoding="utf-8")
    want = {name: [] for name in documents}
    for row in GOLDEN.read_text(encoding="utf-8").splitlines():
        want.setdefault(row.split("\t")[0], []).append(row)
    tap.ok(len(documents) >= 20, f"there are {len(documents)} texts")
    for name in want:
        tap.same(got.get(name), want[name], f"{name}: who said what")
    tap.done()


main()
