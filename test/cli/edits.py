#!/usr/bin/env python3
"""Edits as a program makes them through the library, drawn at random: after each, the file has what memory has; a
refused one leaves no trace; a trial tells what the edit would, and leaves none; all steps undone give back the first
case byte for byte, and redone the last; of two users nobody writes over what they have not seen; and a program that is
killed loses nothing that it was told is done. HEARSAY_EDITS is the number of them for each case."""
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import library
import tap

EDITS = int(os.environ.get("HEARSAY_EDITS") or 150)
KILLS = 12
EVERY_KEY = os.path.join(tap.ROOT, "test", "golden", "case", "every_key.yaml")
RIVER = [os.path.join(tap.ROOT, "example", "river", name)
         for name in sorted(os.listdir(os.path.join(tap.ROOT, "example", "river")))]
LISTS = ("analysts", "assumptions", "questions", "facts", "sources", "reports", "judgements", "statements", "foreign")
VALUES = ("likely", "very unlikely", 0.3, 0.85, [0.1, 0.4], {"exact": 0.5}, {"by": {"ana": 0.2, "ben": "likely"}}, None,
          "quite likely", 1.5)
TEXTS = {"facts": "say", "questions": "ask", "sources": "name", "judgements": "say", "assumptions": "say",
         "analysts": "name", "reports": "why", "statements": "words"}
os.environ.update(SOURCE_DATE_EPOCH="1700000000", LC_ALL="C")
os.environ.pop("HEARSAY_USER", None)


def hearsay(*words):
    p = subprocess.run([tap.HEARSAY, *words], capture_output=True, timeout=300, check=False)
    return p.stdout if p.returncode == 0 else b"failed: " + p.stderr


def begin(path, of):
    if os.path.exists(path):
        os.remove(path)
    if of is RIVER:
        hearsay("assess", *RIVER, "--case", path, "-o", "/dev/null")
    else:
        hearsay("new", path)
        hearsay("import", path, of)


# --- edits ---

def places(case):
    for q in case["questions"]:
        for h in q["hypotheses"]:
            rows = len(h["prior"]) if isinstance(h["prior"], list) and isinstance(h["prior"][0], dict) else 0
            for row in ["[%d]" % i for i in range(rows)] or [""]:
                yield "questions.%s.prior.%s%s" % (q["id"], h["id"], row)
    states = {q["id"]: [h["id"] for h in q["hypotheses"]] + ["none-of-these"] for q in case["questions"]}
    for f in case["facts"]:
        if isinstance(f["if"], list):
            yield from ("facts.%s.if[%d]" % (f["id"], i) for i in range(len(f["if"]) + 1))
        else:
            yield from ("facts.%s.if.%s" % (f["id"], s) for s in states.get(f["about"][0], ["yes", "no"]))
    yield from ("sources.%s.reliability" % s["id"] for s in case["sources"])
    for r in case.get("reports", []):
        yield from ("reports.%s.%s" % (r["id"], field) for field in ("holds", "echo"))


def draw_set(draw, case):
    place = draw.choice(list(places(case)))
    if place.startswith("sources."):
        return {"set": place, "to": draw.choice(["A", "C", "F", "G", None, "Q"])}
    edit = {"set": place, "to": draw.choice(VALUES)}
    if draw.random() < 0.3:
        edit["as"] = draw.choice(["ana", "ben", "carl"])
    return edit


def draw_item(draw, case):
    kind = draw.choice([k for k in LISTS if case.get(k)])
    item = draw.choice(case[kind])
    if "id" not in item:
        return draw_set(draw, case)
    way = draw.random()
    if way < 0.3:
        return {"drop": kind, "id": item["id"]}
    if kind == "foreign":
        return {"merge": kind, "id": item["id"], "item": {"object": {"value": draw.random()}}}
    text = {TEXTS[kind]: "Words %d, café" % draw.randrange(1000)}
    if way < 0.6:
        if kind == "statements":
            text = {"speaker": {"name": "Somebody %d" % draw.randrange(9)}, "words": None}
        return {"merge": kind, "id": item["id"], "item": text}
    new = dict(item, **text)
    if way < 0.85:
        new["id"] = "new-%d" % draw.randrange(10 ** 6)
    return {"put": kind, "item": new}


def draw_hypothesis(draw, case):
    q = draw.choice(case["questions"])
    h = draw.choice(q["hypotheses"])
    way = draw.random()
    if way < 0.4:
        return {"merge": "hypotheses", "of": q["id"], "id": h["id"], "item": {"say": "It was %d" % draw.randrange(99)}}
    if way < 0.7:
        return {"drop": "hypotheses", "of": q["id"], "id": h["id"]}
    return {"put": "hypotheses", "of": q["id"], "item": {"id": "new-%d" % draw.randrange(10 ** 6), "prior": 0.05}}


def draw_edits(draw, case):
    edits = []
    for _ in range(draw.choice([1, 1, 1, 2, 3])):
        way = draw.random()
        edits.append(draw_set(draw, case) if way < 0.45 else draw_item(draw, case) if way < 0.8 else
                     draw_hypothesis(draw, case) if way < 0.93 else
                     {"put": "case", "item": {draw.choice(["title", "as_of"]): draw.choice(["2031", None])}})
    return edits


# --- one user ---

def no_findings(w):
    """Draws alone tell what some rules ask for; and JSON of a trial stands for itself."""
    return json.dumps(w, sort_keys=True)


def alone(path, name):
    draw, h = random.Random(7), library.Handle(path)
    h.who("ana")
    first, wrong, done, refused = h.export(), [], 0, {}
    for i in range(EDITS):
        before, entries, case = h.export(), h.at(), h.case()
        edits = draw_edits(draw, case)
        tried, trial = h.attempt(*edits)
        if h.export() != before or (i % 5 == 0 and hearsay("export", path, "-f", "json") != before):
            wrong.append("a trial leaves a trace: %r" % edits)
        status = h.edit(*edits, why="edit %d" % i)
        why, after = h.error(), h.export()
        done += status == "OK"
        refused[status] = refused.get(status, 0) + 1
        if status != "OK" and (after != before or h.at() != entries or not why):
            wrong.append("%s changes something: %r" % (status, edits))
        if status == "OK" and hearsay("export", path, "-f", "json") != after:
            wrong.append("the file has another case than memory: %r" % edits)
        if tried != status and tried != "IMPOSSIBLE":
            wrong.append("tried %s, done %s: %r: %s" % (tried, status, edits, why))
        if tried == status == "OK" and no_findings(trial) != no_findings(h.weigh()):
            wrong.append("a trial tells something else: %r" % edits)
    tap.ok(not wrong, "%s: memory and file agree, and what is refused leaves no trace" % name, "\n".join(wrong[:5]))
    tap.ok(EDITS / 4 < done < EDITS, "%s: %d of %d edits are made" % (name, done, EDITS), refused)
    tap.same(h.verify(), "OK", "%s: the journal holds" % name)
    back(h, name, first)
    h.close()


def back(h, name, first):
    """All steps undone, and done again."""
    last, count = h.export(), 0
    status = "OK"
    while status == "OK" and count < 2 * EDITS:
        status, said = h.undo()
        count += status == "OK" and said.startswith("undone: entry ")
    tap.ok(status == "NOT_FOUND" and h.error(), "%s: %d steps are undone, then there is none" % (name, count),
           "%s %s" % (status, h.error()))
    tap.ok(h.export() == first, "%s: then the case is the first one, byte for byte" % name)
    again = 0
    while h.undo(redo=True)[0] == "OK":
        again += 1
    tap.same(again, count, "%s: as many are done again" % name)
    tap.ok(h.export() == last, "%s: and the case is the last one" % name)
    tap.same(h.verify(), "OK", "%s: the journal holds after it" % name)
    title = {"put": "case", "item": {"title": "Anew"}}
    tap.same((h.undo()[0], h.edit(title), h.undo(redo=True)[0]), ("OK", "OK", "NOT_FOUND"),
             "%s: after an edit nothing is done again" % name)


# --- two users ---

def together(path):
    draw, wrong, count = random.Random(8), [], {}
    handles = {who: library.Handle(path) for who in ("ana", "ben")}
    for who, h in handles.items():
        h.who(who)
    for _ in range(EDITS):
        h = handles[draw.choice(["ana", "ben"])]
        entries = h.at()
        base = max(entries - draw.choice([0, 0, 1, 5, 20]), 0)
        edits = draw_edits(draw, h.case())
        before = h.log()
        status = h.edit(*edits, base=base) if draw.random() < 0.8 else h.undo(draw.random() < 0.3)[0]
        why, rows = h.error(), h.log()
        count[status] = count.get(status, 0) + 1
        new = {(r["kind"], r["id"]) for r in rows[len(before):] if r["op"] != "order"}
        unseen = {(r["kind"], r["id"]) for r in before if r["row"] > base and r["op"] != "order"}
        if status == "OK" and rows[-1]["command"] == "edit" and new & unseen:
            wrong.append("written over: %r by %r" % (new & unseen, edits))
        if status == "CONFLICT" and (rows != before or " was " not in why or " by " not in why):
            wrong.append("a conflict: %s: %r" % (why, edits))
    exports = [h.export() for h in handles.values() if h.at()] + [hearsay("export", path, "-f", "json")]
    tap.ok(not wrong, "two users: nobody writes over what they have not seen", "\n".join(wrong[:5]))
    tap.ok(count.get("CONFLICT", 0) > 5 and count.get("OK", 0) > EDITS / 5, "some of it is a conflict",
           count)
    tap.ok(exports[0] == exports[1] == exports[2], "and all see one case in the end")
    tap.same(handles["ana"].verify(), "OK", "whose journal holds")
    steps = handles["ana"].log()
    tap.ok(all(r["step"] == r["row"] or r["step"] == steps[i - 1]["step"] for i, r in enumerate(steps)),
           "each entry begins a step or belongs to the one before it")
    tap.ok(all(("undoes" in r) == (r["command"] in ("undo", "redo")) for r in steps), "what undoes tells which")


# --- killed ---

def work(path):
    """What is killed: edits until the end, each told when it is done."""
    h = library.Handle(path)
    print("begun", flush=True)
    for i in range(10 ** 6):
        h.edit({"put": "case", "item": {"title": "Edit %d" % i}},
               {"put": "facts", "item": {"id": "f%d" % i, "say": "x", "about": ["who"], "if": {"north": "likely"}}})
        print(i, flush=True)


def killed(path):
    draw, wrong, total = random.Random(9), [], 0
    for _ in range(KILLS):
        begin(path, EVERY_KEY)
        p = subprocess.Popen([sys.executable, __file__, "--work", path], stdout=subprocess.PIPE, text=True)
        p.stdout.readline()
        time.sleep(draw.random() * 0.2)
        p.send_signal(signal.SIGKILL)
        told = p.stdout.read().split()
        p.wait()
        done = len(told) - (bool(told) and told[-1] != str(len(told) - 1))
        h = library.Handle(path)
        case = h.case()
        facts = [f["id"] for f in case["facts"] if f["id"].startswith("f") and f["id"][1:].isdigit()]
        good = h.verify() == "OK" and len(facts) in (done, done + 1)
        good = good and (not facts or case["title"] == "Edit %d" % (len(facts) - 1))
        total += len(facts)
        if not good:
            wrong.append("told %d, there are %d, %s" % (done, len(facts), case["title"]))
        h.close()
    tap.ok(not wrong, "killed %d times: what was told is there, and no half of an edit" % KILLS, "\n".join(wrong))
    tap.ok(total, "in the middle of %d edits" % total)


def main():
    if tap.sanitized():
        tap.skip("a sanitized library is loaded by sanitized programs alone", "edits through the library")
        tap.done()
        return
    with tempfile.TemporaryDirectory(prefix="hearsay-edits-") as folder:
        path, two = os.path.join(folder, "a.hearsay"), os.path.join(folder, "b.hearsay")
        for name, of in (("every key", EVERY_KEY), ("a draft", RIVER)):
            begin(path, of)
            shutil.copy(path, two)
            alone(path, name)
        together(two)
        killed(path)
    tap.done()


if sys.argv[1:2] == ["--work"]:
    work(sys.argv[2])
else:
    main()
