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
STORY = """Mill fire at Overmere was set, fire chief says

OVERMERE, March 3, 2031 - The fire that destroyed the mill was probably set by the owner's rivals, the fire chief told
The Overmere Courier. The rivals denied it. "We were asleep," said their foreman, Ossian Brandt.

Officials have not ruled out an accident.
"""


def run(*words):
    done = subprocess.run([tap.HEARSAY, *words], capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def checkers():
    import jsonschema
    import referencing
    schemas = {}
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.json"))):
        with open(path, encoding="utf-8") as f:
            schemas[os.path.basename(path)] = json.load(f)
    registry = referencing.Registry().with_resources(
        [(name, referencing.Resource.from_contents(s)) for name, s in schemas.items()])
    for name, s in schemas.items():
        jsonschema.Draft202012Validator.check_schema(s)
        yield name, jsonschema.Draft202012Validator(s, registry=registry)


def keeps(checker, data, name):
    bad = ["%s: %s" % (e.json_path, e.message[:200]) for e in checker.iter_errors(data)]
    tap.ok(not bad, name, "\n".join(bad[:10]))


def refuses(checker, data, name):
    tap.ok(not checker.is_valid(data), name)


def main():
    try:
        by_name = dict(checkers())
    except ImportError:
        tap.skip("python3-jsonschema or python3-referencing is not installed", "what is printed keeps to its schema")
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
        code, out, err = run("trace", "--json", story, story)
        tap.ok(code == 0, "it is traced", err)
        keeps(by_name["trace.json"], json.loads(out or "null"), "trace --json keeps to trace.json")
    code, out, err = run("weigh", "--json", case)
    tap.ok(code == 0, "a case is weighed", err)
    weighed = json.loads(out or "null")
    keeps(by_name["assessment.json"], weighed, "weigh --json keeps to assessment.json")
    refuses(by_name["assessment.json"], dict(weighed or {}, seed="1"), "a seed that is no number is seen")
    code, out, err = run("report", "-f", "json", case)
    tap.ok(code == 0, "a case is reported", err)
    keeps(by_name["report.json"], json.loads(out or "null"), "report -f json keeps to report.json")
    return tap.done()


main()
