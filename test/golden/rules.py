#!/usr/bin/env python3
"""Each rule of the linter: a case that breaks it, and one that nearly does. golden/check/rules.tsv has a line a pair:
the rule, its place, what of sound.yaml is changed, to what so that it finds it, and to what so that it does not."""
import json
import os
import subprocess
import tempfile

import tap

FOLDER = os.path.join(tap.ROOT, "test", "golden", "check")


def check(text, *words):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.yaml")
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
        done = subprocess.run([tap.HEARSAY, "check", "--draws", "500", *words, path], capture_output=True, text=True,
                              timeout=300)
    return done.returncode, done.stdout, done.stderr


def found(text, name):
    code, out, err = check(text, "--json")
    findings = json.loads(out or "[]")
    tap.ok(code == (1 if findings else 0), name, "%d %s" % (code, err))
    return findings


def main():
    with open(os.path.join(FOLDER, "sound.yaml"), encoding="utf-8") as f:
        sound = f.read()
    with open(os.path.join(FOLDER, "rules.tsv"), encoding="utf-8") as f:
        rows = [[x.replace("\\n", "\n") for x in line.rstrip("\n").split("\t")] for line in f]
    tap.ok(found(sound, "the sound case is checked") == [], "and has no finding")
    for rule, place, text, broken, mended in rows:
        name = "%s at %s" % (rule, place)
        tap.ok(sound.count(text) == 1, name + ": what is changed stands once", text)
        findings = found(sound.replace(text, broken), name + ": the case is checked")
        tap.ok([f for f in findings if f["rule"] == rule and f["place"] == place], name + " is found", str(findings))
        findings = found(sound.replace(text, mended), name + ": the near miss is checked")
        tap.ok(not [f for f in findings if f["rule"] == rule and f["place"] == place], name + " is not", str(findings))
    known = json.loads(check(sound, "-f", "sarif")[1])["runs"][0]["tool"]["driver"]["rules"]
    missing = sorted({r["id"] for r in known} - {row[0] for row in rows})
    tap.ok(len(known) > 30 and not missing, "every rule has its pair", str(missing))
    with open(os.path.join(tap.ROOT, "doc", "check.md"), encoding="utf-8") as f:
        page = f.read()
    untold = [r["id"] for r in known if "| `%s` | %s |" % (r["id"], r["defaultConfiguration"]["level"]) not in page]
    tap.ok(not untold, "and its row in doc/check.md", str(untold))
    tap.done()


main()
