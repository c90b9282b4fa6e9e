#!/usr/bin/env python3
"""What stands beside the posteriors (doc/method.md, sections 3 and 4) of eighty random cases, worked out from the
reference's network: priors, words, decibans, contributions, conflict, the next facts, the analysts, and what confidence
is made of."""
import math
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor

import tap
import weigh_cases

CASES, NEAR = 80, 1e-8
ROUNDING = 1e-12 # a none-of-these of 0.05 stands on the edge of its word, whatever its last bit says
REFERENCE = weigh_cases.oracle()
GRADES = {"A": 5, "B": 4, "C": 3, "D": 2, "E": 1, "F": 2}
BANDS = [(0.95, "almost certain"), (0.8, "very likely"), (0.55, "likely"), (0.45, "roughly even chance"),
         (0.2, "unlikely"), (0.05, "very unlikely"), (0, "almost no chance")]


def word(p):
    return next(w for lo, w in BANDS if p >= lo - ROUNDING)


def said(p):
    return ("almost no chance, less than 1 %" if p < 0.01 - ROUNDING else
            "almost certain, more than 99 %" if p > 0.99 + ROUNDING else word(p))


def decibans(p, lead):
    return 10 * math.log10(p[lead] / sum(x for h, x in p.items() if h != lead))


def entropy(p):
    return -sum(x * math.log2(x) for x in p.values() if x > 0)


class Weighed:
    """The network of a case, whose reports can be heard one by one."""

    def __init__(self, case):
        self.case, self.counted = case, [r for r, _, _ in REFERENCE.counted_reports(case, (), case.get("as_of"))]
        self.net = REFERENCE.build(case)
        split = len(self.net.factors) - len(self.counted)
        self.common, self.reports = self.net.factors[:split], self.net.factors[split:]

    def posterior(self, target, heard, more=()):
        """With the reports whose numbers are heard, and with more factors."""
        self.net.factors = self.common + [self.reports[i] for i in heard] + list(more)
        return self.net.marginal(target)

    def chance(self, i, heard):
        """The probability of report i once others were heard: that of a variable that it would be a state of."""
        scope, table = self.reports[i]
        self.net.states["heard"] = ["yes", "no"]
        both = {combo + (s,): p if s == "yes" else 1 - p for combo, p in table.items() for s in ("yes", "no")}
        p = self.posterior("heard", heard, [(scope + ["heard"], both)])["yes"]
        del self.net.states["heard"]
        return p

    def conflict(self):
        n = range(len(self.reports))
        return sum(math.log2(self.chance(i, [])) - math.log2(self.chance(i, range(i))) for i in n)

    def origins(self):
        """Each with the numbers of its counted reports, as they first speak."""
        out = {}
        for i, r in enumerate(self.counted):
            out.setdefault(REFERENCE.origin_of(r), []).append(i)
        return out

    def bits(self, fact, question):
        every = range(len(self.reports))
        left = 0
        for state, p in self.posterior(fact, every).items():
            known = ([fact], {(s,): float(s == state) for s in ("yes", "no")})
            left += p * entropy(self.posterior(question, every, [known])) if p > 0 else 0
        return entropy(self.posterior(question, every)) - left


def as_seen_by(analyst, x):
    """A part of a case with the analyst's own opinions in the place of the pooled ones."""
    if isinstance(x, list):
        return [as_seen_by(analyst, y) for y in x]
    if isinstance(x, dict) and set(x) == {"by"}:
        return x["by"].get(analyst, x)
    return {k: as_seen_by(analyst, y) for k, y in x.items()} if isinstance(x, dict) else x


def inspectable(case, name):
    source = next(s for s in case["sources"] if s["id"] == name)
    return source.get("inspectable", "no" if source["kind"] in ("anonymous", "intercept") else "yes") == "yes"


def basis(w, answer):
    """n_eff, g1, g2, types and withheld of one question's answer."""
    case, n_eff, grades, kinds, all_of, withheld = w.case, 0, [0, 0], set(), 0, 0
    sources = {s["id"]: s for s in case["sources"]}
    for c, (origin, heard) in zip(answer["contributions"], w.origins().items()):
        if c["decibans"] <= 1e-9:
            continue
        source = sources.get(origin, {})
        grade = GRADES[source.get("reliability", "F")]
        chains = [w.counted[i].get("via", []) + [w.counted[i].get("from")] for i in heard]
        is_open = any(None not in chain and all(inspectable(case, s) for s in chain) for chain in chains)
        n_eff += 0 if grade == 1 else 1 if grade >= 3 and is_open else 0.5
        grades.append(grade)
        kinds |= {source["kind"]} if grade >= 3 else set()
        all_of += c["decibans"]
        withheld += 0 if is_open else c["decibans"]
    g1, g2 = sorted(grades)[:-3:-1]
    return {"n_eff": n_eff, "g1": g1, "g2": g2, "types": len(kinds), "withheld": withheld / all_of if all_of else 0}


def differences(case, answer):
    """Yields what is not as it should be: (place, got, wanted)."""
    w = Weighed(case)
    yield "conflict", answer["conflict"], w.conflict()
    for a in answer["questions"]:
        q, p, lead = a["id"], {h["id"]: h["p"] for h in a["hypotheses"]}, a["lead"]
        before = w.posterior(q, [])
        for h in a["hypotheses"]:
            yield q + " prior " + h["id"], h["prior"], before[h["id"]]
            yield q + " word " + h["id"], h["word"], said(h["p"])
            yield q + " ruled out " + h["id"], h["ruled_out"], h["hi"] < 0.01
        yield q + " leads", sum(h["leads"] for h in a["hypotheses"]), 1
        for x in sum(a["without"].values(), []):
            yield q + " without " + x["id"], x["decibans"], decibans(x["p"], lead) - decibans(p, lead)
            yield q + " word without " + x["id"], x["changes_word"], word(x["p"][lead]) != word(p[lead])
            yield q + " lead without " + x["id"], x["changes_lead"], max(x["p"].values()) > x["p"][lead] + 1e-12
        heard, last = [], decibans(before, lead)
        yield q + " origins", [c["origin"] for c in a["contributions"]], list(w.origins())
        for c, new in zip(a["contributions"], w.origins().values()):
            heard += new
            now = decibans(w.posterior(q, heard), lead)
            yield q + " contribution of " + c["origin"], c["decibans"], now - last
            last = now
        reported = {r["fact"] for r, _ in REFERENCE.live_reports(case, (), case.get("as_of"))}
        yield q + " next", sorted(x["fact"] for x in a["next"]), sorted(
            f["id"] for f in case["facts"] if f["id"] not in reported)
        for x in a["next"]:
            yield q + " bits of " + x["fact"], x["bits"], w.bits(x["fact"], q)
        for x in a.get("analysts", []):
            for h, theirs in REFERENCE.weigh(as_seen_by(x["id"], case))[q].items():
                yield q + " of " + x["id"], x["p"][h], theirs
        for key, value in basis(w, a).items():
            yield q + " " + key, a["confidence"]["inputs"][key], value


def agree(got, wanted):
    if isinstance(wanted, float):
        return abs(got - wanted) <= NEAR * max(1, abs(wanted))
    return got == wanted or (not isinstance(wanted, (str, list)) and abs(got - wanted) <= NEAR)


def check(seed):
    case = weigh_cases.random_case(seed)
    with tempfile.TemporaryDirectory() as folder:
        code, answer = weigh_cases.engine(case, folder, "--draws", "50", "--threads", "1")
    if code:
        return "exit code %d: %s" % (code, answer)
    return "\n".join("%s: %r, want %r" % d for d in differences(case, answer) if not agree(*d[1:]))


def main():
    if not REFERENCE:
        tap.skip("no development data", "the reasons of random cases follow from the reference")
        return tap.done()
    seeds = range(5000, 5000 + CASES)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for seed, wrong in zip(seeds, pool.map(check, seeds)):
            tap.ok(not wrong, "reasons of random case %d" % seed, wrong)
    tap.done()


main()
