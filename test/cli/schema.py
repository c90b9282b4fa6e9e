#!/usr/bin/env python3
"""The schemas in doc/json-schema are a promise: what read, trace, weigh and report print keeps to them, and a change
that breaks the promise is seen. The files read here are invented."""
import glob
import json
import os
import subprocess
import tempfile

import tap

FOLDER = os.path.join(tap.ROOT, "doc", "json-schema")
EVERY_KEY = os.path.join(tap.ROOT, "test", "golden", "case", "every_key.yaml")
EXAMPLES = os.path.join(tap.ROOT, "example", "kremlin", "*.txt")
STORY = """Mill fire at Overmere was set, fire chief says

OVERMERE, March 3, 2031 - The fire that destroyed the mill was probably set by the owner's rivals, the fire chief told
The Overmere Courier. The rivals denied it. "We were asleep," said their foreman, Ossian Brandt.

Officials have not ruled out an accident.
"""
PAGE = "<!DOCTYPE html><html><head><title>Mill fire</title><body><article><h1>Mill fire</h1>%s</article>" % (
    "".join("<p>%s</p>" % p.replace('"', "&quot;") for p in STORY.split("\n\n")))

with open(os.path.join(FOLDER, "case.json"), encoding="utf-8") as schema_of_a_case:
    CASE = json.load(schema_of_a_case)


def run(*words):
    done = subprocess.run([tap.HEARSAY, *words], capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def checkers():
    import jsonschema
    schemas = {}
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.json"))):
        with open(path, encoding="utf-8") as f:
            schemas[os.path.basename(path)] = json.load(f)
    for name, s in schemas.items():
        jsonschema.Draft202012Validator.check_schema(s)
        yield name, checker(jsonschema, schemas, s)


def checker(jsonschema, schemas, s):
    """Finds the other schemas by their names, with the jsonschema of Debian 12 as well as with a later one."""
    try:
        import referencing
    except ImportError:
        return jsonschema.Draft202012Validator(s, resolver=jsonschema.RefResolver(s["$id"], s, store=schemas))
    registry = referencing.Registry().with_resources(
        [(name, referencing.Resource.from_contents(other)) for name, other in schemas.items()])
    return jsonschema.Draft202012Validator(s, registry=registry)


def keeps(checker, data, name):
    bad = ["%s: %s" % (e.json_path, e.message[:200]) for e in checker.iter_errors(data)]
    tap.ok(not bad, name, "\n".join(bad[:10]))


def refuses(checker, data, name):
    tap.ok(not checker.is_valid(data), name)


def exported(path):
    code, out, err = run("export", path, "-f", "json")
    tap.ok(code == 0, "%s is exported" % os.path.basename(path), err)
    return json.loads(out or "null")


# Changes that make a case one that the program refuses, too: WHERE in the case, and what stands there then.
BROKEN = [
    (("hearsay",), 2), (("scale",), "kent"), (("more",), 1), (("imprecision",), -1),
    (("questions", 0, "id"), "Who?"), (("questions", 0, "deception"), 4), (("facts", 0, "if"), {}),
    (("questions", 0, "hypotheses", 0, "prior"), 2), (("questions", 0, "hypotheses", 0, "prior"), "probably so"),
    (("sources", 0, "reliability"), ["A"]), (("sources", 0, "inspectable"), "perhaps"), (("facts", 0, "about"), None),
    (("facts", 0, "if"), [{"is": "rest"}]), (("facts", 0, "if"), [{"is": [0, 0.5]}]),
    (("facts", 0, "if"), [{"is": {"by": {"ana": {"by": {"ben": 0.5}}}}}]),
    (("pairs",), [{"documents": ["d1"], "is": "same"}]),
    (("pairs",), [{"documents": ["d1", "d2"], "is": "equal"}]), (("pairs",), [{"documents": ["d1", "d2"]}]),
    (("foreign",), [{"id": "a", "format": "word", "object": {}}]), (("foreign",), [{"id": "a", "format": "stix"}]),
    (("reports", 0, "published"), "May 2023"), (("reports", 0, "echo"), [0.1]),
]


def check_cases(checker):
    """What export prints keeps to case.json and reads back as the same case; what breaks it is refused by both."""
    paths = sorted(glob.glob(os.path.join(tap.ROOT, "example", "*.yaml")) +
                   glob.glob(os.path.join(tap.ROOT, "test", "golden", "report", "*.yaml")))
    paths.append(EVERY_KEY)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.json")
        for original in paths:
            case = exported(original)
            keeps(checker, case, "%s keeps to case.json" % os.path.basename(original))
            with open(path, "w", encoding="utf-8") as f:
                json.dump(case, f)
            tap.ok(exported(path) == case, "its JSON is the same case")
        for place, value in BROKEN:
            broken = exported_quietly(paths[0])
            at = broken
            for key in place[:-1]:
                at = at[key]
            at[place[-1]] = value
            with open(path, "w", encoding="utf-8") as f:
                json.dump(broken, f)
            name = "%s: %s" % (".".join(map(str, place)), json.dumps(value))
            refuses(checker, broken, name + " breaks the schema")
            code, _, err = run("weigh", path)
            tap.ok(code == 4 and err, name + " is refused", "%d %s" % (code, err))


def keys_of(place, schema, data, seen):
    """Adds to seen which keys the objects of the schema have in data, as (object, key)."""
    if isinstance(data, list):
        for item in data:
            keys_of(place, schema.get("items", schema), item, seen)
    elif "$ref" in schema:
        keys_of(schema["$ref"], CASE["$defs"].get(schema["$ref"].split("/")[-1], {}), data, seen)
    elif isinstance(data, dict):
        for key, below in schema.get("properties", {}).items():
            if key in data:
                seen.add((place, key))
                keys_of(place + "." + key, below, data[key], seen)


def check_every_key():
    """The case of every key has every key of the schema, and so has what export prints of it."""
    seen, named = set(), {("", key) for key in CASE["properties"]}
    keys_of("", CASE, exported_quietly(EVERY_KEY), seen)
    for name in ("assumption", "question", "hypothesis", "fact", "source", "report", "judgement", "document",
                 "pair", "foreign"):
        named |= {("#/$defs/" + name, key) for key in CASE["$defs"][name]["properties"]}
    missing = sorted(named - seen - {("", "statements")})
    tap.ok(not missing, "every key of case.json is taken and printed", str(missing))
    with open(os.path.join(tap.ROOT, "doc", "case-format.md"), encoding="utf-8") as f:
        page = f.read()
    untold = sorted(place + " " + key for place, key in named if "`%s`" % key not in page)
    tap.ok(not untold, "and explained in doc/case-format.md", str(untold))


def exported_quietly(path):
    return json.loads(run("export", path, "-f", "json")[1])


def check_imports(checker, case):
    """What import --json prints keeps to import.json, of a matrix and of a case."""
    with tempfile.TemporaryDirectory() as folder:
        kept, sheet = os.path.join(folder, "kept.hearsay"), os.path.join(folder, "sheet.csv")
        run("new", kept)
        with open(sheet, "w", encoding="utf-8") as f:
            f.write("Evidence,Source,Relevance,H1,H2\nIt was wet,Clerk,High,C,I\nIt was late,Clerk,Low,C,X1\n")
        for path, replaced in ((case, True), (sheet, False)):
            code, out, err = run("import", "--json", kept, path)
            tap.ok(code == 0, "%s is imported" % os.path.basename(path), err)
            told = json.loads(out or "null")
            keeps(checker, told, "import --json keeps to import.json")
            tap.ok(told and told["replaced"] == replaced, "and says whether the items were replaced")
        tap.ok(told["understood"] and told["assumed"] and told["left_out"], "of a matrix it says all three", out)
        refuses(checker, dict(told, facts=-1), "a count below 0 is seen")


def main():
    try:
        by_name = dict(checkers())
    except ImportError:
        tap.skip("python3-jsonschema is not installed", "what is printed keeps to its schema")
        return tap.done()
    case = os.path.join(tap.ROOT, "test", "golden", "report", "bridge.yaml")
    with tempfile.TemporaryDirectory() as folder:
        story = os.path.join(folder, "mill.txt")
        with open(story, "w", encoding="utf-8") as f:
            f.write(STORY)
        code, out, err = run("read", "--ndjson", story)
        documents = [json.loads(line) for line in out.splitlines()]
        tap.ok(code == 0 and len(documents) == 1, "a story is read", err)
        for d in documents:
            keeps(by_name["document.json"], d, "read --ndjson keeps to document.json")
            refuses(by_name["document.json"], dict(d, more=1), "a key that is not promised is seen")
        page = os.path.join(folder, "mill.html")
        with open(page, "w", encoding="utf-8") as f:
            f.write(PAGE)
        d = json.loads(run("read", "--ndjson", page)[1] or "null")
        keeps(by_name["document.json"], d, "so does a page")
        tap.ok(d and {len(m) for m in d["map"]} == {3, 5}, "with runs of both kinds in its map")
        refuses(by_name["document.json"], dict(d or {}, map=[[0, 1, 2, 3]]), "a run of four numbers is seen")
        code, out, err = run("trace", "--json", story, story)
        tap.ok(code == 0, "it is traced", err)
        keeps(by_name["trace.json"], json.loads(out or "null"), "trace --json keeps to trace.json")
        listed = os.path.join(folder, "list.ndjson")
        with open(listed, "w", encoding="utf-8") as f:
            json.dump({"id": "a", "text": STORY, "url": "http://courier.example/mill", "outlet": "The Courier"}, f)
        kept = os.path.join(folder, "kept.hearsay")
        code, out, err = run("assess", "--case", kept, "-f", "json", page, listed, *glob.glob(EXAMPLES))
        tap.ok(code == 0, "they are assessed, with the example", err)
        keeps(by_name["report.json"], json.loads(out or "null"), "assess -f json keeps to report.json")
        rows = json.loads(run("log", "--json", kept)[1] or "[]")
        keeps(by_name["journal.json"], rows, "log --json keeps to journal.json")
        tap.ok([r["row"] for r in rows] == list(range(1, len(rows) + 1)), "with every row")
        tap.ok(all(("item" in r) == (r["op"] == "put") for r in rows), "and what each put, as it was then")
        keeps(by_name["case.json"], exported(kept), "with its documents and statements it keeps to case.json")
    check_cases(by_name["case.json"])
    check_every_key()
    code, out, err = run("weigh", "--json", case)
    tap.ok(code == 0, "a case is weighed", err)
    weighed = json.loads(out or "null")
    keeps(by_name["assessment.json"], weighed, "weigh --json keeps to assessment.json")
    refuses(by_name["assessment.json"], dict(weighed or {}, seed="1"), "a seed that is no number is seen")
    check_imports(by_name["import.json"], case)
    network = os.path.join(tap.ROOT, "example", "well.bif")
    code, out, err = run("infer", "--json", network, "-e", network[:-4] + ".evid", "-t", "cause")
    tap.ok(code == 0, "a network is asked", err)
    inferred = json.loads(out or "null")
    keeps(by_name["inference.json"], inferred, "infer --json keeps to inference.json")
    tap.ok(inferred and set(inferred) == set(by_name["inference.json"].schema["properties"]), "with every key")
    keeps(by_name["inference.json"], json.loads(run("infer", "--json", network)[1] or "null"), "so without a target")
    code, out, err = run("ach", "--json", case)
    tap.ok(code == 0, "a case is shown as a matrix", err)
    keeps(by_name["ach.json"], json.loads(out or "null"), "ach --json keeps to ach.json")
    refuses(by_name["ach.json"], dict(json.loads(out or "{}"), scoring="guess"), "another scoring is seen")
    code, out, err = run("check", "--json", case)
    findings = json.loads(out or "null")
    tap.ok(code == 1 and findings, "a case is checked", err)
    keeps(by_name["findings.json"], findings, "check --json keeps to findings.json")
    refuses(by_name["findings.json"], [dict(findings[0], grave="no")], "a finding that is grave in words is seen")
    code, out, err = run("report", "-f", "json", case)
    tap.ok(code == 0, "a case is reported", err)
    keeps(by_name["report.json"], json.loads(out or "null"), "report -f json keeps to report.json")
    code, out, err = run("diff", "--json", os.path.join(tap.ROOT, "example", "river.yaml"), case)
    tap.ok(code == 0, "two cases are compared", err)
    keeps(by_name["comparison.json"], json.loads(out or "null"), "diff --json keeps to comparison.json")
    code, out, err = run("score", "--json", EVERY_KEY)
    tap.ok(code == 0, "a case is scored", err)
    keeps(by_name["scores.json"], json.loads(out or "null"), "score --json keeps to scores.json")
    return tap.done()


main()
