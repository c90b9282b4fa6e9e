#!/usr/bin/env python3
"""marked.py [--articles TRAIN.ndjson MARKS.tsv] [--gold GOLD.json TEXT.txt]... [--lessons FOLDER] [NN.gold...]:
texts with what people marked in them, a line of JSON each, for train/gate.

    {"id": ..., "text": ..., "whole": true, "weight": 1, "marks": [{"class": 3, "spans": [[120, 188]], "names": [...]}]}

Spans are bytes of the text. class: 0 neither, 1 a fact, from 2 on a statement of that stance. `whole`: what has no mark
is neither; else nothing is known of it. A lesson is a line: a text in which {braces} hold what a statement says and
{{two}} a fact, then ` || ` and for each statement STANCE SPEAKER > ROLE ACTOR POLARITY, ..., with ` ;; ` between them.
Marks of articles are lines of: article, first and last character, class, stance.
"""
import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test", "drafts"))
import gold as notation

FACT, STANCE = 1, 2
# What these count beside a text: articles are of other matters, lessons have no text around them.
ARTICLE, LESSON = .2, .5


def line(name, text, whole, marks, weight=1.0):
    out = {"id": name, "text": text, "whole": whole, "weight": weight, "marks": marks}
    print(json.dumps(out, ensure_ascii=False))


def of_gold(name, text, draft):
    marks = [{"class": FACT, "spans": [f["span"]], "optional": bool(f.get("optional"))} for f in draft["facts"]]
    actors = {h["id"]: h for h in draft["hypotheses"]}
    for s in draft["statements"]:
        targets = [actors[t["h"]] for t in s.get("targets") or [] if actors[t["h"]]["role"] != "unknown"]
        marks.append({
            "class": STANCE + notation.STANCES.index(s["stance"]), "spans": [s["content"]] + (s.get("also") or []),
            "names": [s["speaker"]["name"]] + (s["speaker"].get("aka") or []), "optional": bool(s.get("optional")),
            "targets": [{"role": notation.ROLES.index(h["role"]),
                         "names": [h.get("actor") or ""] + (h.get("aka") or [])} for h in targets]})
    line(name, text, True, marks)


def of_articles(articles, marks):
    by = {}
    for row in open(marks, encoding="utf-8"):
        if row.startswith("#"):
            continue
        article, start, end, kind, stance = row.rstrip("\n").split("\t")
        by.setdefault(article, []).append((int(start), int(end), kind, stance))
    for row in open(articles, encoding="utf-8"):
        article = json.loads(row)
        if article["id"] not in by:
            continue
        text, out = article["text"], []
        for start, end, kind, stance in by[article["id"]]:
            number = STANCE + notation.STANCES.index(stance) if kind == "S" else FACT if kind == "F" else 0
            out.append({"class": number, "spans": [[len(text[:start].encode()), len(text[:end].encode())]]})
        line(article["id"], text, False, out, ARTICLE)


def of_lesson(name, row):
    """Text and marks of a lesson."""
    text, _, entries = row.partition(" ||")
    plain, marks, facts = "", [], []
    for part in re.split(r"(\{\{.*?\}\}|\{.*?\})", text):
        start = len(plain.encode())
        plain += part.strip("{}") if part.startswith("{") else part
        if part.startswith("{"):
            (facts if part.startswith("{{") else marks).append({"spans": [[start, len(plain.encode())]]})
    entries = [e for e in entries.strip().split(" ;; ") if e and e != "nothing"]
    assert len(entries) == len(marks), row
    for mark, entry in zip(marks, entries):
        head, _, targets = entry.split(";")[0].strip().partition(" > ")
        stance, _, speaker = head.partition(" ")
        mark.update({"class": STANCE + notation.STANCES.index(stance), "names": [speaker], "targets": []})
        for target in filter(None, targets.split(", ")):
            role, _, rest = target.partition(" ")
            actor = rest.rpartition(" ")[0]
            if role != "unknown":
                mark["targets"].append({"role": notation.ROLES.index(role), "names": ["" if actor == "-" else actor]})
    line(name, plain, True, [dict(f, **{"class": FACT}) for f in facts] + marks, LESSON)


def of_lessons(path):
    for n, row in enumerate(open(path, encoding="utf-8"), 1):
        if row.strip() and not row.startswith("#"):
            of_lesson("%s:%d" % (os.path.basename(path), n), row.rstrip("\n"))


def main():
    rest = sys.argv[1:]
    while rest:
        if rest[0] == "--articles":
            of_articles(rest[1], rest[2])
            rest = rest[3:]
        elif rest[0] == "--lessons":
            for name in sorted(os.listdir(rest[1])):
                of_lessons(os.path.join(rest[1], name))
            rest = rest[2:]
        elif rest[0] == "--gold":
            text = open(rest[2], encoding="utf-8", newline="").read()
            of_gold(rest[1], text, json.load(open(rest[1], encoding="utf-8")))
            rest = rest[3:]
        else:
            text = open(rest[0][:-5] + ".txt", encoding="utf-8", newline="").read()
            of_gold(rest[0], text, notation.gold(rest[0]))
            rest = rest[1:]


main()
