#!/usr/bin/env python3
"""A hundred random cases: thresholds, flips and contributions against weighing the case again and again.

The leader changes across a threshold and not on the near side of it; where there is none it nowhere changes. The
sets of origins that the leader hangs on are all of the smallest size, and no smaller one does. Contributions sum to the
way from prior to posterior. The value told brings analysts as close as is told."""
import itertools
import json
import math
import os
import tempfile

import library
import tap
import weigh_cases

CASES, CERTAIN = 100, 20
EPS = 1e-7
MOST_VALUES = 8 # of one case whose whole way is looked at


def lead(answer, question):
    return next(q["lead"] for q in answer["questions"] if q["id"] == question)


def near_tie(answer, question):
    q = next(q for q in answer["questions"] if q["id"] == question)
    p = sorted((h["p"] for h in q["hypotheses"]), reverse=True)
    return len(p) > 1 and p[0] - p[1] < 1e-6


class Weighed:
    """A case in a file, and what the library says of it under edits that are not made. None: that is impossible."""

    def __init__(self, case, path):
        self.case, self.handle = case, library.Handle(path)

    def ask(self, edits, form):
        """What the library says; None where these values cannot be: any other refusal is an error of the test."""
        status, answer = self.handle.attempt(*edits, form=form)
        if status not in ("OK", "BAD_INPUT", "IMPOSSIBLE"):
            raise RuntimeError("%s: %s: %s" % (edits, status, self.handle.error()))
        return answer if status == "OK" else None

    def under(self, edits):
        return self.ask(edits, b"json")

    def leader(self, edits, question):
        """Quicker: without what the answers hang on."""
        brief = self.ask(edits, b"brief")
        return lead(json.loads(brief), question) if brief else None

    def tie(self, edits, question):
        return near_tie(self.under(edits), question)


def without(case, origins):
    """The edits by which these origins have said nothing."""
    return [{"drop": "reports", "id": r["id"]} for r in case["reports"] if origin(r) in origins]


def origin(report):
    return report.get("from", "untraceable:" + report["id"])


def with_value(place, value):
    return [{"set": place, "to": {"exact": value}}]


def check_threshold(w, question, leads, t):
    """None, or what is wrong. Grades cannot be set to a number here: they are looked at by overriding grades."""
    name, at, turn = t["value"], t["at"], t["flips_at"]
    if name.endswith(".reliability"):
        return None
    if turn is None:
        points = [x for x in (0.001, 0.05, 0.2, 0.4, 0.499, 0.501, 0.6, 0.8, 0.95, 0.999)]
        for x in points:
            edits = with_value(name, x)
            if w.leader(edits, question) not in (leads, None) and not w.tie(edits, question):
                return "%s at %g changes the leader, and no threshold was told" % (name, x)
        return None
    side = 1 if turn > at else -1
    for x, changes in ((turn + side * EPS, True), (turn - side * EPS, False), ((at + turn) / 2, False)):
        if not 0 < x < 1 or (not changes and (x - at) * side < 0):
            continue
        edits = with_value(name, x)
        now = w.leader(edits, question)
        if now and (now != leads) != changes and not w.tie(edits, question):
            return "%s at %.9g (threshold %.9g, entered %.4g): the leader %s" % (
                name, x, turn, at, "stays" if changes else "changes")
    return None


def check_flips(w, answer):
    for q in answer["questions"]:
        origins = sorted({origin(r) for r in w.case["reports"]})
        told = {frozenset(f) for f in q["flips"]}
        if len(origins) > 6: # 41 sets at the most
            continue
        for size in (1, 2, 3):
            found = set()
            for s in itertools.combinations(origins, size):
                edits = without(w.case, s)
                if w.leader(edits, q["id"]) not in (q["lead"], None):
                    if w.tie(edits, q["id"]):
                        return None
                    found.add(frozenset(s))
            if found:
                return None if found == told else "flips of %s: %s, not %s" % (q["id"], sorted(map(sorted, told)),
                                                                              sorted(map(sorted, found)))
        if told:
            return "flips of %s: %s, though no set of three changes it" % (q["id"], sorted(map(sorted, told)))
    return None


def check_sums(answer):
    for q in answer["questions"]:
        lead_of = next(h for h in q["hypotheses"] if h["id"] == q["lead"])
        p, prior = lead_of["p"], lead_of["prior"]
        if not (0 < p < 1 and 0 < prior < 1) or any(c["decibans"] is None for c in q["contributions"]):
            continue
        way = 10 * (math.log10(p / (1 - p)) - math.log10(prior / (1 - prior)))
        total = math.fsum(c["decibans"] for c in q["contributions"])
        if abs(way - total) > 1e-9 * max(1, abs(way)) and min(p, 1 - p) > 1e-6:
            return "contributions of %s sum to %.12g, the way is %.12g" % (q["id"], total, way)
    return None


def logit_of_lead(p, lead_of):
    return 10 * math.log10(p[lead_of] / (1 - p[lead_of])) if 0 < p[lead_of] < 1 else math.inf


def check_agreement(w, answer):
    """The value told brings the analysts as close as is told, when all take it as it is pooled."""
    for q in answer["questions"]:
        agree = q.get("agree")
        if not agree or agree["gap"] is None:
            continue
        now = [logit_of_lead(a["p"], q["lead"]) for a in q["analysts"]]
        if abs(max(now) - min(now) - agree["gap"]) > 1e-6:
            return "gap of %s: %g, not %g" % (q["id"], agree["gap"], max(now) - min(now))
        if "value" not in agree:
            continue
        pooled = next(t["at"] for t in q["thresholds"] if t["value"] == agree["value"])
        other = w.under(with_value(agree["value"], pooled))
        after = other and next(x for x in other["questions"] if x["id"] == q["id"])
        if not after or len(after.get("analysts", [])) != len(q["analysts"]):
            continue # one of them had no other opinion
        then = [logit_of_lead(a["p"], q["lead"]) for a in after["analysts"]]
        if abs(max(then) - min(then) - agree["left"]) > 1e-6:
            return "agreeing on %s leaves %g, not %g" % (agree["value"], agree["left"], max(then) - min(then))
    return None


def check(job):
    seed, certain = job
    case = weigh_cases.random_case(seed, certain)
    case.pop("as_of", None) # what is left out by day is no origin to take away
    with tempfile.TemporaryDirectory() as folder:
        code, answer = weigh_cases.engine(case, folder, "--draws", "20", "--threads", "1")
        if code:
            return None
        w = Weighed(case, os.path.join(folder, "case.json"))
        if any(w.leader([], q["id"]) != q["lead"] for q in answer["questions"]):
            return "the library has another leader than the program"
        wrong = check_sums(answer) or check_agreement(w, answer) or check_flips(w, answer)
        for q in answer["questions"]:
            if wrong or near_tie(answer, q["id"]):
                continue
            values = [t for t in q["thresholds"] if t["flips_at"] is not None][:MOST_VALUES]
            values += [t for t in q["thresholds"] if t["flips_at"] is None][:2]
            for t in values:
                wrong = wrong or check_threshold(w, q["id"], q["lead"], t)
        w.handle.close()
        return wrong


def main():
    jobs = [(5000 + n, False) for n in range(CASES)] + [(200000 + n, True) for n in range(CERTAIN)]
    weigh_cases.run(check, jobs)


if __name__ == "__main__":
    main()
