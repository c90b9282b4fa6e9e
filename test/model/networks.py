#!/usr/bin/env python3
"""Networks of the development data: what both formats of one say is the same, and every problem with evidence is read.

The order of variables differs between the formats: NAME.names says which variable of UAI has which name and states."""
import glob
import os
import subprocess
import tempfile

import tap

DRIVER = os.path.join(tap.BUILD, "test", "driver-network")
NEAR = 1e-6


class Network:
    def __init__(self, *paths):
        run = subprocess.run([DRIVER, *paths], capture_output=True, text=True, encoding="utf-8", check=False)
        self.said, self.names, self.states, self.tables, self.findings = run.stderr, [], [], [], []
        for line in run.stdout.splitlines():
            kind, rest = line.split(" ", 1)
            if kind == "v":
                name, *states = rest.split(" ")
                self.names.append(name)
                self.states.append(states)
            elif kind == "t":
                scope, values = rest.split(":")
                self.tables.append(([int(v) for v in scope.split()], [float(x) for x in values.split()]))
            else:
                self.findings.append(tuple(int(x) for x in rest.split()))


def names_of(path):
    """[(name, states)] by the number of the variable."""
    with open(path, encoding="utf-8") as f:
        rows = [line.split() for line in f if line.strip()]
    assert [int(r[0]) for r in rows] == list(range(len(rows)))
    return [(r[1], r[2].split(",")) for r in rows]


def strides_of(net, scope):
    strides, step = {}, 1
    for v in reversed(scope):
        strides[v] = step
        step *= len(net.states[v])
    return strides


def differences(bif, uai, names):
    """What differs, in words; nothing where the two are the same network."""
    if sorted(bif.names) != sorted(n for n, _ in names):
        yield "other variables"
        return
    at = {name: v for v, name in enumerate(bif.names)}
    to_bif = [at[name] for name, _ in names]  # of each variable of UAI
    for v, (name, states) in enumerate(names):
        if bif.states[to_bif[v]] != states or len(uai.states[v]) != len(states):
            yield "states of %s" % name
    tables = {scope[-1]: (scope, values) for scope, values in bif.tables}
    for scope, values in uai.tables:
        other, wanted = tables[to_bif[scope[-1]]]
        here = [to_bif[v] for v in scope]
        if sorted(here) != sorted(other) or len(values) != len(wanted):
            yield "parents of %s" % names[scope[-1]][0]
        elif not near(bif, here, values, other, wanted):
            yield "table of %s" % names[scope[-1]][0]


def near(net, here, values, other, wanted):
    """Whether two tables are the same, whose variables stand in these orders."""
    if here == other:
        return all(abs(a - b) <= NEAR for a, b in zip(values, wanted))
    strides = strides_of(net, other)
    places = [0]
    for v in here:
        places = [p + s * strides[v] for p in places for s in range(len(net.states[v]))]
    return all(abs(a - wanted[p]) <= NEAR for a, p in zip(values, places))


def unpack(folder, *names):
    for name in names:
        subprocess.run(["tar", "-xJf", tap.data("data", "networks", name + ".tar.xz"), "-C", folder], check=True)


def same_networks(folder):
    paths = sorted(glob.glob(os.path.join(folder, "bif", "*.bif")))
    tap.ok(len(paths) > 20, "the networks are there")
    for path in paths:
        name = os.path.basename(path)[:-4]
        bif, uai = Network(path), Network(os.path.join(folder, "uai", name + ".uai"))
        wrong = [bif.said, uai.said] if bif.said or uai.said else list(
            differences(bif, uai, names_of(os.path.join(folder, "names", name + ".names"))))
        tap.ok(not wrong and bif.tables, "%s is the same in BIF and in UAI" % name, "\n".join(wrong))


def all_of(paths, evidence_of):
    """What was said of those that cannot be read, or whose evidence cannot."""
    for path in paths:
        evidence = evidence_of(path)
        net = Network(path, evidence)
        with open(evidence, encoding="utf-8") as f:
            words = f.read().split()
        wanted = len(words) // 2 - (len(words) % 2 == 0)
        if net.said or not net.names or len(net.findings) != wanted:
            yield "%s: %d of %d findings %s" % (path, len(net.findings), wanted, net.said)


def main():
    if not tap.data("data", "networks", "bif.tar.xz"):
        tap.skip("no development data", "both formats of a network say the same")
        tap.done()
    with tempfile.TemporaryDirectory() as folder:
        unpack(folder, "bif", "uai", "evid_names", "uai2014")
        same_networks(folder)
        every = glob.glob(os.path.join(folder, "uai", "*.uai"))
        wrong = list(all_of(every, lambda p: p.replace("/uai/", "/evid/")[:-4] + ".s1.evid"))
        tap.ok(every and not wrong, "%d networks of UAI are read with evidence" % len(every), "\n".join(wrong))
        every = glob.glob(os.path.join(folder, "uai2014", "*.uai"))
        wrong = list(all_of(every, lambda p: p + ".evid"))
        tap.ok(len(every) == 70 and not wrong, "70 problems of a competition are read with evidence", "\n".join(wrong))
    tap.done()


main()
