#!/usr/bin/env python3
"""Three hundred random cases and sixty with exact 0 and 1: posteriors, removals, tally, timeline are the reference's.

The reference is a plain enumeration that was written apart from the engine; it stands with the development data."""
import contextlib
import io
import tempfile

import tap
import weigh_cases

CASES, CERTAIN = 300, 60
REFERENCE = weigh_cases.oracle()


def reference(say):
    """What the reference prints and returns, or the sentence with which it refuses."""
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            return say(), said.getvalue()
    except SystemExit as e:
        return e, str(e)


def check(job):
    """None where the two agree, else what differs."""
    seed, certain = job
    case = weigh_cases.random_case(seed, certain)
    if REFERENCE.validate(case):
        return "not a case: %s" % REFERENCE.validate(case)
    with tempfile.TemporaryDirectory() as folder:
        code, answer = weigh_cases.engine(case, folder, "--draws", "50", "--threads", "1")
    refused = isinstance(reference(lambda: REFERENCE.weigh(case))[0], SystemExit)
    if code or refused:
        return None if code == 4 and refused else "exit code %d: %s" % (code, answer)
    bad, said = reference(lambda: REFERENCE.compare(case, answer))
    if isinstance(bad, SystemExit): # what is left somewhere contradicts itself: there the reference has no answer
        bad, said = reference(lambda: REFERENCE.compare(case, answer, quick=True))
    return said if bad else None


def main():
    if not REFERENCE:
        tap.skip("no development data", "random cases agree with the reference")
        return tap.done()
    jobs = [(n, False) for n in range(CASES)] + [(100000 + n, True) for n in range(CERTAIN)]
    weigh_cases.run(check, jobs)


if __name__ == "__main__":
    main()
