"""What the tests of formats of other programs share: the program run as one user at one time, and JSON in one
spelling."""
import json
import os
import subprocess

import tap

ENV = dict(os.environ, HEARSAY_USER="ana", SOURCE_DATE_EPOCH="1700000000", LC_ALL="C")


def run(*words):
    p = subprocess.run([tap.HEARSAY, *words], env=ENV, capture_output=True, text=True, timeout=300, check=False)
    return p.returncode, p.stdout, p.stderr


def good(*words):
    code, out, err = run(*words)
    if code:
        tap.ok(False, " ".join(words[:2]) + " succeeds", err)
    return out


def canonical(value):
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
