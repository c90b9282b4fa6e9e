#!/usr/bin/env python3
"""Counts test cases in Meson's test logs and prints, as the last line, `N passed, N failed, N skipped`.

    count.py BUILD/meson-logs/testlog.json...

A case is a line of TAP. A test that ended badly, stopped before its plan, or said nothing at all is one failure more:
silence is never success. Names and output of what failed come first.
Exit code 1 where anything failed or nothing ran."""
import json
import re
import sys

CASE = re.compile(r"^(not )?ok\b\s*(?:\d+)?\s*-?\s*(.*?)(?:#\s*(SKIP)\b\s*(.*))?$", re.I)
PLAN = re.compile(r"^1\.\.(\d+)")


def count(test):
    """Passed, failed and skipped cases of one test, and what to say about it."""
    passed, bad, skipped, plan = 0, [], [], None
    for line in test.get("stdout", "").splitlines():
        case, planned = CASE.match(line), PLAN.match(line)
        if planned:
            plan = int(planned.group(1))
        elif case and case.group(1):
            bad.append(case.group(2))
        elif case and case.group(3):
            skipped.append("%s: %s" % (case.group(2).strip(), case.group(4)))
        elif case:
            passed += 1
    seen = passed + len(bad) + len(skipped)
    if plan is None:
        bad.append("stopped before its plan, after %d cases" % seen)
    elif plan != seen:
        bad.append("printed %d cases of %d" % (seen, plan))
    elif not bad and test["returncode"]:
        bad.append("ended with code %d" % test["returncode"])
    return passed, bad, skipped


def main(paths):
    passed = failed = skipped = 0
    for path in paths:
        with open(path, encoding="utf-8", errors="replace") as f:
            tests = [json.loads(line) for line in f]
        for test in tests:
            good, bad, left = count(test)
            passed, failed, skipped = passed + good, failed + len(bad), skipped + len(left)
            for what in left:
                print("skipped: %s: %s" % (test["name"], what))
            for what in bad:
                print("FAILED: %s: %s" % (test["name"], what))
            if bad:
                tail = (test.get("stdout", "") + test.get("stderr", "")).splitlines()
                shown = [t for t in tail if not t.startswith("ok ")][-60:]
                print("".join("    %s\n" % t for t in shown), end="")
    print("%d passed, %d failed, %d skipped" % (passed, failed, skipped))
    return failed > 0 or passed == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
