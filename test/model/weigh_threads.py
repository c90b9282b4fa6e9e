#!/usr/bin/env python3
"""The same bytes for any number of threads, twice; other seeds give other draws, and nothing else."""
import json
import os
import subprocess
import tempfile

import tap
import weigh_cases


def said(path, threads, seed):
    options = ["--json", "--draws", "3000", "--threads", str(threads), "--seed", str(seed)]
    r = subprocess.run([tap.HEARSAY, "weigh", path, *options], capture_output=True)
    return r.returncode, r.stdout


def settled(bytes_):
    """What the seed must not change: the posteriors and the removals."""
    answer = json.loads(bytes_)
    return [([h["p"] for h in q["hypotheses"]], q["without"]) for q in answer["questions"]]


def main():
    with tempfile.TemporaryDirectory() as folder:
        for n in range(6):
            path = os.path.join(folder, "case.json")
            with open(path, "w", encoding="utf-8") as f:
                json.dump(weigh_cases.random_case(500 + n), f)
            code, one = said(path, 1, 1)
            tap.ok(code == 0, "case %d is weighed" % n)
            for threads in (1, 2, 3, 8):
                tap.ok(said(path, threads, 1) == (0, one), "case %d: the same bytes with %d threads" % (n, threads))
            other = said(path, 1, 2)[1]
            tap.ok(other != one and settled(other) == settled(one), "case %d: another seed, other intervals alone" % n)
    tap.done()


if __name__ == "__main__":
    main()
