#!/usr/bin/env python3
"""What others read leads back: a case's network, written as BIF and XDSL and asked as a network alone, has the
posteriors of the case to 1e-9; an argument map has a statement for everything and leads nowhere that is not."""
import glob
import json
import os
import random
import re
import subprocess
import tempfile

import tap

WORDS = ["almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
         "almost certain"]
NAMES = """
title: "Names // that [clash] {and} *more*"
questions:
  - {id: a-b, ask: "Which <one>?", hypotheses: [{id: x-y, prior: 0.2}, {id: x_y, prior: 0.5}, {id: 9x, prior: 0.1}]}
facts:
  - {id: a_b, say: "See http://there #here\\nand @there", about: a-b, if: {x-y: likely, x_y: unlikely, 9x: 0.9}}
  - {id: source_s, about: a-b, if: {x-y: likely}}
  - {id: 1st, about: a-b, if: {x-y: likely}}
sources: [{id: s, reliability: B, interests: {1st: "yes"}}]
reports: [{id: r-1, fact: a_b, from: s}, {id: r_1, fact: source_s, via: s}, {id: r, fact: 1st, from: s, holds: no}]
"""


def run(*words):
    done = subprocess.run([tap.HEARSAY, *words], capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def random_case(seed):
    """A case with two linked questions, facts about facts, shared and interested sources, echoes, a change of story."""
    r = random.Random(seed)
    hyps = ["h%d" % i for i in range(r.randint(2, 4))]
    case = {"hearsay": 1, "questions": [
        {"id": "who", "open": r.random() < 0.5,
         "hypotheses": [{"id": h, "prior": round(r.uniform(0.05, 0.9), 3)} for h in hyps]},
        {"id": "how", "given": ["who"], "open": False, "hypotheses": [
            {"id": "x", "prior": [{"when": {"who": hyps[0]}, "is": r.choice(WORDS)}, {"is": 0.3}]},
            {"id": "y", "prior": "rest"}]}], "facts": [], "sources": [], "reports": []}
    for i in range(r.randint(2, 6)):
        rated = {h: r.choice(WORDS) for h in hyps if r.random() < 0.8} or {hyps[0]: "likely"}
        case["facts"].append({"id": "f%d" % i, "about": ["who"], "if": rated})
    case["facts"].append({"id": "both", "about": ["who", "how", "f0"], "if": [
        {"when": {"how": "x", "f0": "yes"}, "is": r.choice(WORDS)}, {"when": {"who": hyps[1]}, "is": 0.2}]})
    for i in range(4):
        case["sources"].append({"id": "s%d" % i, "reliability": r.choice("ABCDEF")})
    case["sources"][0]["interests"] = {"f0": "yes", "both": "no"}
    for i in range(r.randint(3, 9)):
        report = {"id": "r%d" % i, "fact": r.choice(case["facts"])["id"],
                  "holds": r.choice(["yes", "yes", "no", "likely"]),
                  "via": r.sample(["s0", "s1", "s2", "s3"], r.randint(0, 2)),
                  "published": "2024-01-%02d" % r.randint(1, 28)}
        if r.random() < 0.8:
            report["from"] = "s%d" % r.randint(0, 3)
        case["reports"].append(report)
    return case


def farthest(path, folder):
    """The farthest that a posterior of the exported network is from that of the case, by format."""
    code, out, err = run("weigh", "--json", "--draws", "10", path)
    if code:
        return {"weighing": err}
    weighed, far = json.loads(out), {}
    names = {k: os.path.join(folder, "net." + k) for k in ("bif", "xdsl", "findings")}
    for kind, name in names.items():
        code, _, err = run("export", path, "-f", kind, "-o", name)
        if code:
            return {kind: err}
    for kind in ("bif", "xdsl"):
        code, out, err = run("infer", names[kind], "-e", names["findings"], "--json")
        if code:
            return {kind: err}
        posteriors = list(json.loads(out)["posterior"].values())
        pairs = [(h["p"], p) for q, answer in zip(weighed["questions"], posteriors)
                 for h, p in zip(q["hypotheses"], answer)]
        far[kind] = max(abs(p - q) for p, q in pairs)
    return far


def check_network(path, name, folder):
    far = farthest(path, folder)
    good = all(isinstance(d, float) and d < 1e-9 for d in far.values())
    tap.ok(good, "%s: the network answers as the case" % name, far)


def check_map(path, name):
    code, out, err = run("export", path, "-f", "argdown")
    stated = re.findall(r"^(?:  \+ )?\[((?:[^\]\\]|\\.)+)\]: ", out, re.M)
    meant = re.findall(r"^  (?:\+>|->) \[([^\]]+)\]$", out, re.M) + re.findall(r"^\[([^\]]+)\]$", out, re.M)
    once = code == 0 and stated and len(stated) == len(set(stated))
    tap.ok(once, "%s: what is stated is stated once" % name, err + out)
    tap.ok(set(meant) <= set(stated), "%s: and what is meant is stated" % name, sorted(set(meant) - set(stated)))


def main():
    paths = sorted(glob.glob(os.path.join(tap.ROOT, "example", "*.yaml")) +
                   glob.glob(os.path.join(tap.ROOT, "test", "golden", "*", "*.yaml")))
    paths = [path for path in paths if "\nquestions:" in open(path, encoding="utf-8").read()]
    drones = tap.data("data", "cases", "two-drones.yaml")
    with tempfile.TemporaryDirectory() as folder:
        for path in paths + ([drones] if drones else []):
            check_network(path, os.path.basename(path), folder)
            check_map(path, os.path.basename(path))
        if not drones:
            tap.skip("no development data", "two-drones.yaml")
        case = os.path.join(folder, "case.yaml")
        with open(case, "w", encoding="utf-8") as f:
            f.write(NAMES)
        check_network(case, "names that clash", folder)
        check_map(case, "names that clash")
        with open(os.path.join(folder, "net.bif"), encoding="utf-8") as f:
            names = re.findall(r"^variable (\S+) \{$", f.read(), re.M)
        tap.ok(len(names) == len(set(names)) and all(re.fullmatch("[A-Za-z][A-Za-z0-9_]*", n) for n in names),
               "they are identifiers, each once", names)
        case = os.path.join(folder, "case.json")
        for seed in range(25):
            with open(case, "w", encoding="utf-8") as f:
                json.dump(random_case(seed), f)
            check_network(case, "random case %d" % seed, folder)
    code, _, err = run("export", paths[0], "-f", "dot")
    tap.ok(code == 2 and "argdown" in err, "a format that is none is refused, and those that are, are named", err)
    return tap.done()


main()
