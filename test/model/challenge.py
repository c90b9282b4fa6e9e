"""Hand-made sentences that are hard to read: who says what, by kind (test/challenge). An attribution counts as whole
where cue and source share a word and contents half of the larger one. A line is right when all its attributions are
found and no word that must not be is in a source; one without marks, when nothing is found. Those in
test/challenge/held were written by somebody who had not seen the others nor train/frames.txt."""
import json
import os
import pathlib
import re
import subprocess
import sys

import tap

MARK = re.compile(r"\{([sqc])(\d+):([^{}]*)\}")
WORD = re.compile(r"[^\W_]+|[^\w\s]")
FOLDER = pathlib.Path(os.environ["HEARSAY_ROOT"]) / "test" / "challenge"
# What each kind reached when it was last measured, in percent: less is a step back.
FLOOR = {
    "according": 100, "all": 91, "cue_after": 100, "cue_inside": 95, "denials": 96, "documents": 100,
    "held": 89, "held/according": 80, "held/cue_after": 95, "held/cue_inside": 90, "held/denials": 90,
    "held/documents": 95, "held/nested": 95, "held/nothing": 82, "held/passives": 92,
    "held/pronouns_titles": 92, "held/refusals": 92, "held/speculation": 77, "nested": 95, "nothing": 95,
    "own": 94, "passives": 93, "pronouns_titles": 95, "refusals": 91, "speculation": 80, "transcripts": 71}


def parse(line):
    """text, {number: {role: spans}}, words that are in no source"""
    line, _, never = line.partition(" || never: ")
    text, at, marks = "", 0, {}
    for m in MARK.finditer(line):
        text += line[at:m.start()]
        role = {"s": "source", "q": "cue", "c": "content"}[m.group(1)]
        start = len(text)
        text += m.group(3)
        marks.setdefault(m.group(2), {}).setdefault(role, []).append((start, len(text)))
        at = m.end()
    return text + line[at:], list(marks.values()), never.split()


def words(text, spans):
    return {m.start() for b, e in spans for m in WORD.finditer(text, b, e)}


def shares(a, b):
    return bool(a & b) if a or b else True


def met(text, want, got):
    role = {r: (words(text, want.get(r, [])), words(text, got[r])) for r in ("source", "cue", "content")}
    a, b = role["content"]
    return (shares(*role["cue"]) and shares(*role["source"])
            and 2 * len(a & b) >= max(len(a), len(b)))


def accuses(text, never, found):
    for x in found:
        for b, e in x["source"]:
            if set(never) & set(text[b:e].split()):
                return text[b:e]
    return None


def read_lines():
    """[(kind, text, attributions, words that are in no source)]"""
    lines = []
    for path in sorted(FOLDER.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                lines.append((str(path.relative_to(FOLDER).with_suffix("")), *parse(line)))
    return lines


def find(lines):
    """{number of the line: attributions}"""
    page = "".join(json.dumps({"id": str(i), "text": x[1]}) + "\n" for i, x in enumerate(lines))
    run = subprocess.run([os.environ["HEARSAY"], "read", "--verbatim", "--only", "attributions", "--ndjson", "-"],
                         input=page, capture_output=True, text=True, check=False)
    documents = map(json.loads, run.stdout.splitlines())
    return {int(d["id"]): d["attributions"] for d in documents}


def show(kind, text, got):
    print(f"# {kind}: {text}")
    for g in got:
        print("#    " + ", ".join(r + " " + " / ".join(text[b:e] for b, e in g[r])
                                  for r in ("source", "cue", "content")), f"({g['confidence']:.2f})")


def main():
    lines = read_lines()
    found = find(lines)
    tap.ok(len(found) == len(lines), f"{len(lines)} challenges are read")
    right, n, swapped = {}, {}, []
    for i, (kind, text, want, never) in enumerate(lines):
        got = found.get(i, [])
        wrong = accuses(text, never, got)
        good = not wrong and (all(any(met(text, w, g) for g in got) for w in want) if want else not got)
        group = "held" if kind.startswith("held/") else "own"
        for k in (kind, group, "all"):
            right[k] = right.get(k, 0) + good
            n[k] = n.get(k, 0) + 1
        if wrong and (group == "own" or kind in ("held/passives", "held/denials")):
            swapped.append(f"{text}: {wrong}")
        if not good and "--show" in sys.argv:
            show(kind, text, got)
    for kind, count in n.items():
        share = 100 * right[kind] / count
        tap.ok(share >= FLOOR.get(kind, 0), f"{kind}: {right[kind]} of {count} are right ({share:.1f} %)")
    for s in swapped:
        print("# in a source, and must not be: " + s)
    tap.ok(not swapped, f"{len(swapped)} of the accused become accusers")
    tap.done()


main()
