#!/usr/bin/env python3
"""The tokenizer of HTML against the public tests of HTML parsers (html5lib-tests): the same tokens. Not compared are
parse errors and the identifiers of a doctype, which nobody here reads, and what html_tokens.tsv names."""
import glob
import json
import os
import re
import subprocess
import tempfile

import tap

DRIVER = os.path.join(tap.BUILD, "test", "driver-html_tokens")
LEFT_OUT = os.path.join(tap.ROOT, "test", "model", "html_tokens.tsv")


def left_out():
    """{(file, description): reason}"""
    with open(LEFT_OUT, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]
    return {(name, description): reason for name, description, reason in rows}


def unescape(value):
    if isinstance(value, str):
        return re.sub(r"\\u([0-9A-Fa-f]{4})", lambda m: chr(int(m[1], 16)), value)
    if isinstance(value, list):
        return [unescape(v) for v in value]
    if isinstance(value, dict):
        return {unescape(k): unescape(v) for k, v in value.items()}
    return value


def joined(tokens):
    """Characters that follow each other are one token; of a doctype, its name."""
    out = []
    for kind, *rest in tokens:
        if kind == "DOCTYPE":
            out.append([kind, rest[0] or ""])
        elif kind == "Character" and out and out[-1][0] == kind:
            out[-1][1] += rest[0]
        else:
            out.append([kind, *rest])
    return out


def cases(path):
    """Yields (description, request, expected tokens) of a file."""
    with open(path, encoding="utf-8") as f:
        groups = json.load(f)
    for test in [t for key in ("tests", "xmlViolationTests") for t in groups.get(key, [])]:
        if test.get("doubleEscaped"):
            test["input"], test["output"] = unescape(test["input"]), unescape(test["output"])
        for state in test.get("initialStates", ["Data state"]):
            # What is decoded has no NUL any more: bytes.c makes it U+FFFD. No test ends a plaintext.
            request = {"input": test["input"].replace("\0", "\ufffd"), "state": state,
                       "last": test.get("lastStartTag", "plaintext")}
            yield test["description"], request, joined(test["output"])


def run_file(path, exceptions):
    name = os.path.basename(path)[:-len(".test")]
    every = list(cases(path))
    todo = [c for c in every if (name, c[0]) not in exceptions]
    lines = "".join(json.dumps(request) + "\n" for _, request, _ in todo)
    run = subprocess.run([DRIVER], input=lines, capture_output=True, text=True, encoding="utf-8", check=False)
    got = [joined(json.loads(line)) for line in run.stdout.splitlines()]
    tap.ok(len(got) == len(todo), "%s: every input is read" % name, run.stderr)
    wrong = ["%s (%s)\n  input %r\n  got   %r\n  want  %r" % (d, r["state"], r["input"], g, w)
             for (d, r, w), g in zip(todo, got) if g != w]
    tap.ok(not wrong, "%s: %d tests give the same tokens, %d are left out" % (name, len(todo), len(every) - len(todo)),
           "\n".join(wrong))
    return {(name, d) for d, _, _ in every}


def main():
    archive = tap.data("data", "articles", "html5lib-tests.tar.zst")
    if not archive:
        tap.skip("no development data", "the tokenizer gives the tokens of html5lib-tests")
        tap.done()
    exceptions, used = left_out(), set()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "--zstd", "-xf", archive, "-C", folder], check=True)
        files = sorted(glob.glob(os.path.join(folder, "tokenizer", "*.test")))
        tap.ok(len(files) > 10, "the tests are there")
        for path in files:
            used |= run_file(path, exceptions)
    tap.same(sorted(set(exceptions) - used), [], "what is left out is in the tests")
    tap.done()


main()
