#!/usr/bin/env python3
"""What ach prints of random cases: it keeps to its schema, ranks as its scores do, names every pair on which score and
posterior disagree and no other, and what it says of equal priors is so where the case is weighed with them."""
import glob
import json
import os
import random
import subprocess
import tempfile

import tap

METHODS = ("heuer", "parc", "burton", "open-synthesis", "shattered")
LIKELY = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, "likely", "unlikely", "roughly even chance")
SCHEMA = os.path.join(tap.ROOT, "doc", "json-schema", "ach.json")


def run(*words):
    done = subprocess.run([tap.HEARSAY, *words], capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def random_case(seed):
    r = random.Random(seed)
    hyps = ["h%d" % i for i in range(r.randint(2, 5))]
    case = {"hearsay": 1, "facts": [], "sources": [], "reports": [], "questions": [
        {"id": "q", "ask": "Which?", "open": r.random() < 0.5,
         "hypotheses": [{"id": h, "prior": round(r.uniform(0.05, 0.5), 3)} for h in hyps]}]}
    for i in range(5):
        case["sources"].append({"id": "s%d" % i, "reliability": r.choice("ABCDE")})
    for i in range(r.randint(1, 7)):
        rated = {h: r.choice(LIKELY) for h in hyps if r.random() < 0.85} or {hyps[0]: 0.3}
        if r.random() < 0.3:
            rated[hyps[0]] = {"by": {"ana": r.choice(LIKELY), "ben": r.choice(LIKELY)}}
        case["facts"].append({"id": "f%d" % i, "say": "Fact %d" % i, "about": "q", "if": rated})
    for i in range(r.randint(1, 9)):
        case["reports"].append({"id": "r%d" % i, "fact": r.choice(case["facts"])["id"], "from": "s%d" % r.randint(0, 4),
                                "holds": r.choice(["yes", "yes", "yes", "no", 0.7])})
    return case


def keys(method, h):
    s = h["score"]
    if method == "open-synthesis":
        return s["value"], -s["consistency"]
    if method == "shattered":
        return s["value"], -s["mean"]
    return (-s["value"],) if method == "parc" else (s["value"],)


def less(x, y):
    """Whether x comes first, but for rounding; None where it cannot be told from these numbers alone."""
    for p, q in zip(x, y):
        if abs(p - q) > 1e-9:
            return p < q
    return None


def faults(method, out):
    """What is wrong with an answer, in words."""
    rated = [h for h in out["hypotheses"] if "rank" in h]
    diagnostic = [i["diagnosticity"] for i in out["items"]]
    if any(a < b - 1e-9 for a, b in zip(diagnostic, diagnostic[1:])):
        yield "the items are not in the order of their diagnosticity"
    pairs = set()
    for x in rated:
        for y in rated:
            if less(keys(method, x), keys(method, y)) and x["rank"] >= y["rank"]:
                yield "%s is not before %s" % (x["id"], y["id"])
            if x["rank"] < y["rank"] and y["p"] > x["p"] + 1e-9:
                pairs.add((x["id"], y["id"]))
    told = [(d["ahead"], d["behind"]) for d in out["differ"]]
    if set(told) != pairs or len(told) != len(pairs):
        yield "differ has %s, not %s" % (sorted(told), sorted(pairs))
    if any(x and x["rank"] == 1 and not x["rated"] for x in rated):
        yield "what nobody rated leads"


def equal_priors(case, out, folder):
    """Checks each claim about equal priors against the case weighed with them; how many, and what is wrong."""
    claims = [d for d in out["differ"] if d["equal_priors"] and d["taken_away"] == "none"]
    if not claims:
        return 0, []
    path = os.path.join(folder, "even.json")
    even = json.loads(json.dumps(case))
    for h in even["questions"][0]["hypotheses"]:
        h["prior"] = {"exact": 1 / len(even["questions"][0]["hypotheses"])}
    with open(path, "w", encoding="utf-8") as f:
        json.dump(even, f)
    weighed = json.loads(run("weigh", "--json", "--draws", "10", path)[1])
    p = {h["id"]: h["p"] for h in weighed["questions"][0]["hypotheses"]}
    shares = [(d, p[d["ahead"]] / (p[d["ahead"]] + p[d["behind"]])) for d in claims]
    return len(claims), ["%s: %.12f" % (d["say"], s) for d, s in shares if abs(s - d["share"]) > 1e-9]


def checker():
    try:
        import jsonschema
    except ImportError:
        return None
    with open(SCHEMA, encoding="utf-8") as f:
        schema = json.load(f)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def check_random(schema, folder):
    path, claims, differing = os.path.join(folder, "case.json"), 0, 0
    for seed in range(40):
        case = random_case(seed)
        with open(path, "w", encoding="utf-8") as f:
            json.dump(case, f)
        wrong = []
        for method in METHODS:
            code, text, err = run("ach", path, "--json", "--scoring", method)
            if code:
                wrong.append(err)
                continue
            out = json.loads(text)
            wrong += ["%s: %s" % (method, w) for w in faults(method, out)]
            wrong += ["%s: %s" % (method, e.message) for e in (schema.iter_errors(out) if schema else ())]
            n, bad = equal_priors(case, out, folder)
            claims += n
            wrong += bad
            differing += len(out["differ"])
        tap.ok(not wrong, "random case %d: every scoring" % seed, "\n".join(wrong))
    tap.ok(claims > 20 and differing > claims, "many pairs differ, some by their priors",
           "%d of %d" % (claims, differing))


def main():
    schema = checker()
    if not schema:
        tap.skip("python3-jsonschema is not installed", "ach keeps to its schema")
    drones = tap.data("data", "cases", "two-drones.yaml")
    paths = sorted(glob.glob(os.path.join(tap.ROOT, "example", "*.yaml")) +
                   glob.glob(os.path.join(tap.ROOT, "test", "golden", "*", "*.yaml")))
    paths = [path for path in paths if "\nquestions:" in open(path, encoding="utf-8").read()]
    if not drones:
        tap.skip("no development data", "two-drones.yaml")
    for path in paths + ([drones] if drones else []):
        for method in METHODS:
            code, text, err = run("ach", path, "--json", "--scoring", method)
            wrong = [err] if code else list(faults(method, json.loads(text)))
            wrong += [e.message for e in (schema.iter_errors(json.loads(text)) if schema and not code else ())]
            tap.ok(not wrong, "%s by %s" % (os.path.basename(path), method), "\n".join(wrong))
        lines = run("ach", path)[1].splitlines()
        tap.ok(lines and all(len(line) <= 100 for line in lines[1:]), "in a hundred columns", "\n".join(lines))
    if drones:
        ranks = {h["id"]: h.get("rank") for h in json.loads(run("ach", drones, "--json")[1])["hypotheses"]}
        tap.same(ranks, {"ua-unit": 1, "ua-others": 1, "ru-others": 3, "staged": 4, "none-of-these": None},
                 "two-drones: a tie at the top is shown as one")
    with tempfile.TemporaryDirectory() as folder:
        check_random(schema, folder)
    return tap.done()


main()
