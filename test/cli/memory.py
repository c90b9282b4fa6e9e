#!/usr/bin/env python3
"""What a network of thousands of reports takes at most while it is answered, and that no library is there which that
does not need."""
import os
import random
import subprocess
import tarfile
import tempfile

import tap

MOST_KB = 12000
FACTS, REPORTS, SOURCES = 2000, 3000, 200
STRANGERS = ("gmime", "glib", "gpgme", "libzip", "crypto", "uchardet", "icu", "stdc++", "cairo", "pango")


def row(dice, states):
    parts = [dice.random() + 0.05 for _ in range(states)]
    return ["%.6f" % (x / sum(parts)) for x in parts]


def network(dice):
    """Facts that depend on one before, the first with four states; sources, each near facts of its own; reports of
    both. As UAI, and what each report says."""
    states = [4] + [2] * (FACTS - 1) + [dice.choice((2, 2, 3)) for _ in range(SOURCES)] + [2] * REPORTS
    scopes = [[0]] + [[max(0, i - dice.randint(1, 4)), i] for i in range(1, FACTS)]
    scopes += [[FACTS + s] for s in range(SOURCES)]
    for r in range(REPORTS):
        fact = dice.randrange(FACTS)
        scopes.append([fact, FACTS + fact * SOURCES // FACTS, FACTS + SOURCES + r])
    lines = ["BAYES", str(len(states)), " ".join(map(str, states)), str(len(scopes))]
    lines += [" ".join(map(str, [len(s)] + s)) for s in scopes]
    for scope in scopes:
        rows = 1
        for v in scope[:-1]:
            rows *= states[v]
        numbers = [x for _ in range(rows) for x in row(dice, states[scope[-1]])]
        lines += [str(len(numbers)), " ".join(numbers)]
    said = [str(REPORTS)] + ["%d %d" % (FACTS + SOURCES + r, dice.randrange(2)) for r in range(REPORTS)]
    return "\n".join(lines) + "\n", " ".join(said) + "\n"


def about(pid, name):
    """A file of /proc on a process, or nothing where it is gone."""
    try:
        with open("/proc/%d/%s" % (pid, name), encoding="utf-8") as f:
            return f.read()
    except OSError:
        return ""


def high_water(pid):
    return max((int(line.split()[1]) for line in about(pid, "status").splitlines() if line.startswith("VmHWM")),
               default=0)


def check(what, net, found, *target):
    """The output is longer than a pipe: the program waits, all its work done, until it is read."""
    p = subprocess.Popen([tap.HEARSAY, "infer", net, "--evidence", found, "--json", *target], stdout=subprocess.PIPE)
    most, maps = 0, ""
    while p.stdout.read(4096):
        most = max(most, high_water(p.pid))
        maps = maps or about(p.pid, "maps")
    p.stdout.close()
    tap.ok(p.wait() == 0 and 0 < most <= MOST_KB, "%s: at most %d kB" % (what, MOST_KB), "%d kB" % most)
    there = [name for name in STRANGERS if "/lib" + name in maps]
    tap.same(there, [], "%s: without libraries for something else" % what)


def main():
    if tap.sanitized():
        tap.skip("a sanitizer takes memory of its own", "memory")
        tap.done()
        return
    with tempfile.TemporaryDirectory(prefix="hearsay-memory-") as folder:
        net, found = folder + "/made.uai", folder + "/made.evid"
        for path, text in zip((net, found), network(random.Random(1))):
            with open(path, "w", encoding="ascii") as f:
                f.write(text)
        check("%d reports" % REPORTS, net, found)
        check("%d reports, with a target" % REPORTS, net, found, "--target", "X0")
        packed = [tap.data("data", "networks", name + ".tar.xz") for name in ("uai", "evid_names")]
        if not all(packed):
            tap.skip("no development data", "ev5000")
        for path in packed if all(packed) else []:
            with tarfile.open(path) as tar:
                tar.extractall(folder, [m for m in tar if "/ev5000." in m.name])
        if all(packed):
            paths = [os.path.join(at, name) for at, _, names in os.walk(folder) for name in names]
            files = [next(p for p in paths if os.path.basename(p) == name) for name in ("ev5000.uai", "ev5000.s1.evid")]
            check("ev5000", *files)
            check("ev5000, with a target", *files, "--target", "X0")
    tap.done()


main()
