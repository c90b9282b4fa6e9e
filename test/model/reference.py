#!/usr/bin/env python3
"""Networks with known answers, of the development data: posteriors, log P(e) and each finding left out, as another
program has them exactly; and the problems of the UAI 2014 competition with the answers that were published.

Some need tables beyond the limit: those must be refused at once. With a target the slopes of all its states may exceed
it where the posteriors alone do not: then those are compared."""
import glob
import os
import subprocess
import sys
import tempfile

import tap

DRIVER = os.path.join(tap.BUILD, "test", "driver-answer")
EXACT = 1e-12
PUBLISHED, LOG10 = 5e-7, 1e-5  # six digits
LIMIT = 7  # the status
OTHER = {"relational_3": "its published answers are of another problem: a second exact program says what ours says"}


def answer(*args):
    """(status, {"LOGPE": x, ("M", variable): [p ..], ("L", finding): [p ..]}, what it said)"""
    run = subprocess.run([DRIVER, *args], capture_output=True, text=True, check=False)
    return run.returncode, numbers(run.stdout), run.stderr


def numbers(text):
    out = {}
    for line in text.splitlines():
        kind, *rest = line.split()
        if kind == "LOGPE":
            out[kind] = [float(rest[0])]
        else:
            out[kind, int(rest[0])] = [float(x) for x in rest[1:]]
    return out


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def findings(path):
    return [int(x) for x in read(path).split()][1:]


def difference(got, want):
    """The largest; of log P(e) relative to its size, where that is above one."""
    worst, where = 0.0, None
    for key, p in want.items():
        q = got.get(key, [])
        scale = max(1.0, abs(p[0])) if key == "LOGPE" else 1.0
        by = max(abs(x - y) for x, y in zip(p, q)) / scale if len(p) == len(q) else float("inf")
        if not by <= worst:
            worst, where = by, key
    return worst, where


def exact(folder, name):
    network, evidence = os.path.join(folder, "uai", name + ".uai"), os.path.join(folder, "evid", name + ".s1.evid")
    want = numbers(read(os.path.join(folder, "reference", name + ".s1.txt")))
    seen = set(findings(evidence)[::2])
    want = {k: p for k, p in want.items() if k[0] != "M" or k[1] not in seen}
    status, got, said = answer(network, evidence, read(os.path.join(folder, "evid", name + ".s1.target")).strip())
    if status == LIMIT:
        print("# %s: with a target it exceeds a limit: the posteriors alone" % name)
        status, got, said = answer(network, evidence)
        want = {k: p for k, p in want.items() if k[0] != "L"}
    worst, where = difference(got, want)
    left_out = sum(k[0] == "L" for k in want)
    tap.ok(status == 0 and worst <= EXACT, "%s: %d posteriors, %d findings left out"
           % (name, len(want) - left_out - 1, left_out), "%s off by %g %s" % (where, worst, said))
    return worst


def marginals(path):
    """{("M", variable): [p ..]} of a .MAR file."""
    words, at, out = read(path).split()[1:], 1, {}
    for v in range(int(words[0])):
        n = int(words[at])
        out["M", v] = [float(x) for x in words[at + 1:at + 1 + n]]
        at += 1 + n
    return out


def published(folder, name):
    """The largest difference of a marginal; None where it is beyond the limit."""
    path = os.path.join(folder, "uai2014", name + ".uai")
    status, got, said = answer(path, path + ".evid")
    if status == LIMIT:
        tap.ok("TABLE" in said, "%s is refused" % name, said)
        return None
    seen = set(findings(path + ".evid")[::2])
    want = {k: p for k, p in marginals(path + ".MAR").items() if k[1] not in seen}
    worst, where = difference(got, want)
    log_p = float(read(path + ".PR").split()[1])
    ours = got.get("LOGPE", [float("nan")])[0] / 2.302585092994046
    good = status == 0 and want and worst <= PUBLISHED and abs(ours - log_p) <= LOG10 * max(1, abs(log_p))
    tap.ok(good, "%s: %d marginals and P(e)" % (name, len(want)),
           "%s off by %g; log10 P(e) %r instead of %r; %s" % (where, worst, ours, log_p, said))
    return worst


def main():
    archives = [tap.data("data", "networks", n + ".tar.xz") for n in ("uai", "evid_names", "reference", "uai2014")]
    if not all(archives):
        tap.skip("no development data", "networks with known answers")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        for archive in archives:
            subprocess.run(["tar", "-xf", archive, "-C", folder], check=True)
        names = sorted(os.path.basename(p)[:-len(".s1.txt")]
                       for p in glob.glob(os.path.join(folder, "reference", "*.s1.txt")))
        tap.ok(len(names) > 30, "there are networks with exact answers")
        print("# largest difference of an exact answer: %g" % max(exact(folder, n) for n in names))
        problems = sorted(os.path.basename(p)[:-4] for p in glob.glob(os.path.join(folder, "uai2014", "*.uai")))
        tap.ok(len(problems) >= 70, "there are problems of the competition")
        worst = {n: published(folder, n) for n in problems if n not in OTHER}
        for name in OTHER:
            tap.skip(OTHER[name], name)
        print("# largest difference of a published marginal: %g" % max(x for x in worst.values() if x is not None))
        print("# beyond the limit:", " ".join(n for n in worst if worst[n] is None))
    tap.done()


if __name__ == "__main__":
    sys.exit(main())
