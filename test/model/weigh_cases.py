"""Random cases for the tests of weighing, the reference that they are held against, and the program's answers."""
import importlib.util
import json
import os
import random
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor

import tap

WORDS = ["almost no chance", "remote", "very unlikely", "unlikely", "improbable", "roughly even chance", "likely",
         "probable", "very likely", "almost certain", "nearly certain"]
KINDS = ["outlet", "anonymous", "intercept", "party", "official", "witness", "document", "imagery", "technical"]
ANALYSTS = ["ana", "ben", "cyd"]


def oracle():
    """The slow plain reference of the development data as a module; None where it is absent."""
    path = tap.data("score", "weigh_oracle.py")
    if not path:
        return None
    spec = importlib.util.spec_from_file_location("weigh_oracle", path)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def engine(case, folder, *args, env=None):
    """What `hearsay weigh --json` says of a case: (exit code, the answer or the sentence)."""
    path = os.path.join(folder, "case.json")
    with open(path, "w", encoding="utf-8") as f:
        json.dump(case, f)
    r = subprocess.run([tap.HEARSAY, "weigh", path, "--json", *args], capture_output=True, text=True,
                       env=dict(os.environ, **(env or {})))
    return r.returncode, json.loads(r.stdout) if r.returncode == 0 else r.stderr


class Maker:
    """One random case. `certain`: exact 0 and 1 may occur, and with them evidence that cannot be true."""

    def __init__(self, seed, certain=False):
        self.r = random.Random(seed)
        self.certain = certain
        self.several = self.r.random() < 0.3 # analysts
        self.states, self.questions, self.facts, self.sources = {}, [], [], []

    def value(self, most=1.0, by=True):
        r, kind = self.r, self.r.randrange(6)
        if by and self.several and r.random() < 0.3:
            who = r.sample(ANALYSTS, r.randint(1, 3))
            return {"by": {a: self.value(most, by=False) for a in who}}
        if self.certain and r.random() < 0.35:
            return {"exact": r.choice([0, 1]) if most == 1.0 else 0}
        if kind == 0 and most == 1.0:
            return r.choice(WORDS)
        if kind == 1:
            lo = round(r.uniform(0.01, 0.6) * most, 3)
            return [lo, round(lo + r.uniform(0.01, 0.35) * most, 3)]
        if kind == 2:
            return {"exact": round(r.uniform(0.01, 0.95) * most, 3)}
        return round(r.uniform(0.01, 0.95) * most, 3)

    def rows(self, parents, most=1.0, last=False):
        """A list of {when, is}; the last row always holds where it must."""
        out = []
        for _ in range(self.r.randint(1, 4)):
            when = {p: self.r.choice(self.states[p]) for p in self.r.sample(parents, self.r.randint(1, len(parents)))}
            out.append({"when": when, "is": self.value(most)})
        if last or self.r.random() < 0.5:
            out.append({"is": self.value(most)})
        return out

    def question(self, i):
        r, q = self.r, {"id": "q%d" % i, "ask": "What is it?"}
        given = r.sample([x["id"] for x in self.questions], min(len(self.questions), r.choice([0, 1, 1, 2])))
        n, rest = r.randint(2, 5), None
        hyps = [{"id": h} for h in (["yes", "no"] if r.random() < 0.3 else ["h%d" % k for k in range(n)])]
        if r.random() < 0.2:
            hyps.append({"id": "none-of-these"})
        if r.random() < 0.5:
            rest = r.randrange(len(hyps))
        most = 0.95 / len(hyps) if rest is not None else 1.0
        for k, h in enumerate(hyps):
            h["prior"] = ("rest" if k == rest else self.rows(given, most, last=True) if given and r.random() < 0.6
                          else self.value(most))
        if r.random() < 0.4:
            q["open"] = r.random() < 0.5
        if given:
            q["given"] = given
        q["hypotheses"] = hyps
        added = q.get("open", True) and hyps[-1]["id"] != "none-of-these"
        self.states[q["id"]] = [h["id"] for h in hyps] + (["none-of-these"] if added else [])
        self.questions.append(q)

    def fact(self, i):
        r, f = self.r, {"id": "f%d" % i, "say": "Something"}
        f["about"] = r.sample(list(self.states), min(len(self.states), r.choice([1, 1, 1, 2, 2, 3])))
        if len(f["about"]) == 1 and r.random() < 0.7:
            states = self.states[f["about"][0]]
            f["if"] = {s: self.value() for s in r.sample(states, r.randint(1, len(states)))} # some may be missing
        else:
            f["if"] = self.rows(f["about"])
        self.states[f["id"]] = ["yes", "no"]
        self.facts.append(f)

    def source(self, i):
        r, s = self.r, {"id": "s%d" % i, "name": "Source %d" % i, "kind": self.r.choice(KINDS)}
        if r.random() < 0.85:
            s["reliability"] = r.choice("ABCDEF")
        if r.random() < 0.35:
            some = r.sample(self.facts, r.randint(1, len(self.facts)))
            s["interests"] = {f["id"]: r.choice(["yes", "no"]) for f in some}
        if r.random() < 0.2:
            s["inspectable"] = r.choice(["yes", "no"])
        self.sources.append(s)

    def date(self):
        day = "2023-%02d-%02d" % (self.r.randint(3, 6), self.r.choice([1, 3, 30]))
        return day[:self.r.choice([10, 10, 10, 7, 4])]

    def report(self, i):
        r, names = self.r, [s["id"] for s in self.sources]
        few = self.facts[:max(1, len(self.facts) // 2)] if r.random() < 0.5 else self.facts # so that origins meet
        x = {"id": "r%d" % i, "fact": r.choice(few)["id"]}
        x["holds"] = r.choice(["yes", "yes", "yes", "no", "no", self.value()])
        if self.certain and r.random() < 0.7:
            x["holds"] = {"exact": r.choice([0, 1])}
        if r.random() < (0.9 if self.certain else 0.65):
            x["from"] = r.choice(names[:3] if r.random() < 0.6 else names)
        if r.random() < 0.6:
            x["via"] = [r.choice(names) for _ in range(r.randint(1, 3))] # somebody may stand in it twice
        if r.random() < 0.85:
            x["published"] = self.date()
        if r.random() < 0.25:
            x["echo"] = self.value()
        return x

    def case(self):
        r = self.r
        for i in range(r.choice([1, 1, 2, 2, 3])):
            self.question(i)
        for i in range(r.randint(1, 6)):
            self.fact(i)
        for i in range(r.randint(1, 6)):
            self.source(i)
        c = {"hearsay": 1, "title": "a random case"}
        if r.random() < 0.25:
            c["as_of"] = self.date()
        if r.random() < 0.2:
            c["numbers"] = "exact"
        elif r.random() < 0.2:
            c["imprecision"] = 0.6
        if r.random() < 0.2:
            c["grades"] = {"B": [0.6, 0.9], "D": [0.2, 0.5]}
        if self.certain:
            c["grades"] = {g: {"exact": 1} for g in "ABCDE"}
        if r.random() < 0.4:
            ids = [f["id"] for f in self.facts]
            c["assumptions"] = [{"id": "a0", "say": "It holds", "supports": r.sample(ids, r.randint(1, len(ids)))}]
        c.update(questions=self.questions, facts=self.facts, sources=self.sources,
                 reports=[self.report(i) for i in range(r.randint(1, 10))])
        return c


def random_case(seed, certain=False):
    return Maker(seed, certain).case()


def run(check, jobs):
    """A case a job (seed, certain) on all processors: check gives None, or what is wrong."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for (seed, certain), wrong in zip(jobs, pool.map(check, jobs)):
            tap.ok(wrong is None, "random case %d%s" % (seed, ", certainties" if certain else ""), wrong or "")
    tap.done()
