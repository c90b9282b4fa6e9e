#!/usr/bin/env python3
"""Intervals and leads of ten cases against an independent drawing: every value of the file drawn, the reference run.

Two samples differ: a point of the engine's must lie at its place among the reference's draws, within four standard
errors."""
import copy
import math
import os
import random
import tempfile
from concurrent.futures import ProcessPoolExecutor

import tap
import weigh_cases

CASES, DRAWS = 10, 10000
REFERENCE = weigh_cases.oracle()


def spread(value, number):
    """The spread of a value in log-odds (design: a band's ends are its 5 % and 95 % points)."""
    if isinstance(value, (int, float)):
        return number if 0 < value < 1 else 0
    if isinstance(value, str):
        value = REFERENCE.ICD203[value]
    if isinstance(value, (list, tuple)):
        return (REFERENCE.logit(value[1]) - REFERENCE.logit(value[0])) / (2 * REFERENCE.Z95)
    if "exact" in value:
        return 0
    each = list(value["by"].values())
    centres = [REFERENCE.logit(REFERENCE.clipped(REFERENCE.centre(v))) for v in each]
    mean = sum(centres) / len(centres)
    return math.sqrt(sum(spread(v, number) ** 2 for v in each) / len(each) +
                     sum((c - mean) ** 2 for c in centres) / len(centres))


def drawn(case, rng):
    """The case with every value replaced by a draw of it."""
    c = copy.deepcopy(case)
    number = 0 if c.get("numbers") == "exact" else c.get("imprecision", 0.35)

    def draw(value):
        s, p = spread(value, number), REFERENCE.centre(value)
        return {"exact": REFERENCE.logistic(rng.gauss(REFERENCE.logit(p), s)) if s else p}

    for q in c["questions"]:
        for h in q["hypotheses"]:
            if isinstance(h["prior"], list) and isinstance(h["prior"][0], dict):
                for row in h["prior"]:
                    row["is"] = draw(row["is"])
            elif h["prior"] != "rest":
                h["prior"] = draw(h["prior"])
    for f in c["facts"]:
        for row in f["if"] if isinstance(f["if"], list) else []:
            row["is"] = draw(row["is"])
        if isinstance(f["if"], dict):
            f["if"] = {k: draw(v) for k, v in f["if"].items()}
    bands, grades = dict(REFERENCE.GRADES, **c.get("grades", {})), {}
    own = [{"id": "untraceable:" + r["id"], "reliability": "F"} for r in c["reports"] if not r.get("from")]
    for s in c["sources"] + own:
        grades[s["id"]] = draw(list(bands[s.get("reliability", "F")]))
        s["reliability"] = s["id"]
    for r in c["reports"]:
        if r["holds"] not in ("yes", "no"):
            r["holds"] = draw(r["holds"])
        if "echo" in r:
            r["echo"] = draw(r["echo"])
    return dict(c, sources=c["sources"] + own, grades=grades, drawn=True)


def some_draws(job):
    seed, case, n = job
    rng = random.Random(seed)
    return [REFERENCE.weigh(drawn(case, rng)) for _ in range(n)]


def near(share, of, n):
    return abs(share - of) <= 4 * math.sqrt(max(of * (1 - of), 0.0001) * (1 / n + 1 / DRAWS))


def check_point(values, point, of):
    """Whether `point` may be the quantile `of`: not too many draws below it, nor too many above."""
    n = len(values)
    below, upto = sum(v < point - 1e-9 for v in values) / n, sum(v <= point + 1e-9 for v in values) / n
    return below <= of <= upto or near(below, of, n) or near(upto, of, n)


def check(case, draws, answer):
    wrong = []
    for q in answer["questions"]:
        leads = [max(d[q["id"]], key=d[q["id"]].get) for d in draws]
        for h in q["hypotheses"]:
            values = [d[q["id"]][h["id"]] for d in draws]
            if not check_point(values, h["lo"], 0.05) or not check_point(values, h["hi"], 0.95):
                wrong.append("%s.%s: %.4f to %.4f" % (q["id"], h["id"], h["lo"], h["hi"]))
            if not near(leads.count(h["id"]) / len(leads), h["leads"], len(leads)):
                wrong.append("%s.%s: leads %.4f" % (q["id"], h["id"], h["leads"]))
    return "\n".join(wrong)


def small(seed):
    """A random case that the reference can weigh ten thousand times: with what a draw can change, few reports."""
    while True:
        case = weigh_cases.random_case(seed)
        kinds = [r["holds"] not in ("yes", "no") for r in case["reports"]]
        if len(case["questions"]) <= 2 and 2 <= len(case["reports"]) <= 4 and len(case["facts"]) <= 4 and any(kinds):
            case.pop("numbers", None)
            return case
        seed += 1000


def main():
    if not REFERENCE:
        tap.skip("no development data", "intervals agree with an independent drawing")
        return tap.done()
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool, tempfile.TemporaryDirectory() as folder:
        for n in range(CASES):
            case = small(n)
            share = [DRAWS // (4 * workers)] * (4 * workers)
            jobs = [("%d/%d" % (n, k), case, s) for k, s in enumerate(share)]
            draws = [d for part in pool.map(some_draws, jobs) for d in part]
            code, answer = weigh_cases.engine(case, folder, "--draws", str(DRAWS), "--seed", str(n + 1))
            wrong = "exit code %d: %s" % (code, answer) if code else check(case, draws, answer)
            tap.ok(not wrong, "intervals of case %d agree with %d draws of the reference" % (n, len(draws)), wrong)
    tap.done()


if __name__ == "__main__":
    main()
