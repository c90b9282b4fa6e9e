#!/usr/bin/env python3
"""check -f sarif keeps to what SARIF 2.1.0 asks of a log: its own schema is not at hand, so what it requires of the
parts that we write is looked at here. And --fail-on, which scripts use beside it."""
import json
import os
import re
import subprocess
import tempfile

import tap

CASE = os.path.join(tap.ROOT, "test", "golden", "report", "bridge.yaml")
LEVELS = {"none", "note", "warning", "error"}
URI = re.compile(r"^[A-Za-z0-9/._~:-]*(?:%[0-9A-F]{2}[A-Za-z0-9/._~:-]*)*$")


def run(*words):
    done = subprocess.run([tap.HEARSAY, "check", "--draws", "200", *words], capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def files(result):
    """The physical locations of a result: (uri, region)."""
    for location in result["locations"] + result.get("relatedLocations", []):
        if "physicalLocation" in location:
            physical = location["physicalLocation"]
            yield physical["artifactLocation"]["uri"], physical.get("region", {})


def check_rules(rules):
    tap.ok(len({r["id"] for r in rules}) == len(rules), "each rule stands once")
    tap.ok(all(re.fullmatch("[a-z]+(-[a-z]+)*", r["id"]) for r in rules), "by an id")
    tap.ok(all(re.fullmatch("[A-Z][A-Za-z]+", r["name"]) for r in rules), "and a name in Pascal case")
    bad = [r["id"] for r in rules if r["defaultConfiguration"]["level"] not in LEVELS or not r["help"]["text"]
           or not r["shortDescription"]["text"].endswith(".") or "ICD 203" not in r["properties"]["standard"]]
    tap.ok(not bad, "with a level, help, a sentence and a standard", str(bad))


def check_results(results, rules):
    bad = [r for r in results if rules[r["ruleIndex"]]["id"] != r["ruleId"] or r["level"] not in LEVELS]
    tap.ok(results and not bad, "every result has its rule", str(bad))
    bad = [r for r in results if not r["message"]["text"] or len(r["locations"]) != 1 or
           not r["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]]
    tap.ok(not bad, "a message and a place", str(bad))
    bad = [f for r in results for f in files(r) if not URI.match(f[0]) or f[1].get("startLine", 1) < 1 or
           ("charOffset" in f[1]) != ("charLength" in f[1])]
    tap.ok(not bad, "and where it stands in files", str(bad))


def check_lines(results):
    with open(CASE, encoding="utf-8") as f:
        lines = f.read().split("\n")
    wrong = []
    for r in results:
        place = r["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
        region = r["locations"][0]["physicalLocation"].get("region")
        if region and not re.search("id: \"?(%s)\\b" % "|".join(place.split(".")[1:]), lines[region["startLine"] - 1]):
            wrong.append((place, region))
    tap.ok(not wrong, "the line of a result is that of its item", str(wrong))


def check_fail_on():
    tap.ok(run(CASE)[0] == 1, "a note is enough for code 1")
    tap.ok(run("--fail-on", "warning", CASE)[0] == 1, "so is a warning where warnings count")
    code, out, _ = run("--fail-on", "error", CASE)
    tap.ok(code == 0 and "warning: " in out and "error: " not in out, "and is none where errors do", out)
    code, _, err = run("--fail-on", "fatal", CASE)
    tap.ok(code == 2 and "fatal" in err, "another word is refused", err)
    code, _, err = run("-f", "xml", CASE)
    tap.ok(code == 2 and "sarif" in err, "and another format", err)


def main():
    code, out, err = run("-f", "sarif", CASE)
    tap.ok(code == 1, "a case is checked", err)
    log = json.loads(out)
    tap.ok(log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json"), "it says what it is")
    tap.ok(len(log["runs"]) == 1 and log["runs"][0]["columnKind"] == "unicodeCodePoints", "one run, in code points")
    driver, results = log["runs"][0]["tool"]["driver"], log["runs"][0]["results"]
    tap.ok(driver["name"] == "hearsay" and re.fullmatch(r"\d+\.\d+\.\d+", driver["semanticVersion"]), "by this program")
    check_rules(driver["rules"])
    check_results(results, driver["rules"])
    check_lines(results)
    spans = [f for r in results for f in files(r) if "charOffset" in f[1]]
    tap.ok(spans and all(s[0].startswith("pages/") for s in spans), "words of documents are pointed at", str(spans))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a b.sarif")
        code = run("-f", "sarif", "-o", path, CASE)[0]
        tap.ok(code == 1 and os.path.getsize(path) == len(out.encode()), "into a file")
    check_fail_on()
    tap.done()


main()
