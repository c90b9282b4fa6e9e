#!/usr/bin/env python3
"""Same input, same bytes out: every command twice, and with one, two and five threads."""
import glob
import hashlib
import os
import shutil
import subprocess
import tempfile

import tap

CASE = """
title: Two questions
questions:
  - {id: who, ask: Who, hypotheses: [{id: a, prior: 0.3}, {id: b, prior: likely}, {id: d, prior: 0.2}]}
  - {id: why, ask: Why, given: [who], open: false,
     hypotheses: [{id: x, prior: [{when: {who: a}, is: 0.2}, {is: 0.5}]}, {id: y, prior: rest}]}
facts:
  - {id: f, about: [who], if: {a: very likely, b: unlikely, d: 0.4}}
  - {id: g, about: [why, f], if: [{when: {why: x, f: "yes"}, is: 0.9}, {is: [0.1, 0.3]}]}
sources: [{id: s, kind: outlet, reliability: B}, {id: t, kind: party, interests: {g: "yes"}}]
reports:
  - {id: r1, fact: f, from: s, published: 2024-01-01}
  - {id: r2, fact: g, from: t, via: [s], published: 2024-01-02}
  - {id: r3, fact: f, holds: likely, via: [t], published: 2024-01-03}
"""


def run(folder, arguments, threads):
    env = dict(os.environ, HEARSAY_THREADS=threads, HEARSAY_USER="ana", SOURCE_DATE_EPOCH="1700000000", LC_ALL="C")
    p = subprocess.run([tap.HEARSAY] + arguments, cwd=folder, env=env, capture_output=True, check=False)
    return p.returncode, p.stdout, p.stderr


def once(inputs, commands, threads):
    """What each command of a row gives, in a fresh folder."""
    with tempfile.TemporaryDirectory(prefix="hearsay-same-") as folder:
        for path in inputs:
            shutil.copy(path, folder)
        with open(os.path.join(folder, "case.yaml"), "w", encoding="utf-8") as f:
            f.write(CASE)
        return [run(folder, c, threads) for c in commands]


def commands(names):
    rows = [["assess", *names, "--case", "a.hearsay"]]
    for form in ("md", "html", "json"):
        rows.append(["report", "a.hearsay", "-f", form])
    rows += [["read", *names], ["trace", *names, "--json"], ["trace", *names, "-f", "svg"]]
    rows += [["weigh", "a.hearsay", "--json"], ["check", "a.hearsay"]]
    rows += [["export", "a.hearsay", "-f", f] for f in ("yaml", "json", "argdown", "bif", "xdsl")]
    rows += [["ach", "a.hearsay", "--json"], ["log", "a.hearsay", "--json"]]
    rows += [["draft", names[0], "-f", "casedraft"]]
    rows += [["weigh", "case.yaml", "--json"], ["weigh", "case.yaml", "--json", "--seed", "7"], ["report", "case.yaml"]]
    return rows


def check(title, paths):
    names = [os.path.basename(p) for p in paths]
    rows = commands(names)
    first = once(paths, rows, "2")
    for threads in ("2", "1", "5"):
        again = once(paths, rows, threads)
        for row, a, b in zip(rows, first, again):
            tap.ok(a == b and a[1], "%s, %s threads: hearsay %s" % (title, threads, " ".join(row)),
                   "codes %d and %d\n%s\n%s" % (a[0], b[0], hashlib.sha256(a[1]).hexdigest() + a[2].decode(),
                                                hashlib.sha256(b[1]).hexdigest() + b[2].decode()))


def main():
    for folder in sorted(glob.glob(os.path.join(tap.ROOT, "example", "*", ""))):
        check(os.path.basename(folder[:-1]), sorted(glob.glob(os.path.join(folder, "*.txt"))))
    page = tap.data("data", "example", "kremlin-drones.txt")
    if page:
        check("the development data's page", [page])
    else:
        tap.skip("no development data", "the development data's page")
    seeds = once([], [["weigh", "case.yaml", "--json", "--seed", s] for s in "78"], "2")
    tap.ok(seeds[0][1] != seeds[1][1], "another seed gives other intervals")
    tap.done()


main()
