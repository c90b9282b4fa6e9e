#!/usr/bin/env python3
"""A desk killed (SIGKILL) in the middle of edits has lost none that it acknowledged: each is in the case file when the
next desk opens it, with a journal that holds, and work goes on there. HEARSAY_KILLS is how often it is killed."""
import http.client
import os
import random
import signal
import sys
import tempfile
import threading

import desk
import tap

EDITS = 100  # of one desk
KILLS = int(os.environ.get("HEARSAY_KILLS") or 3)


def killed_within(folder, seed, done):
    """Edits one after another until the desk is killed, `done` of them being there; how many were acknowledged. The
    moment is after some edit, and a little later, wherever the desk is then."""
    rng, first = random.Random(seed), done
    with desk.Desk("a.hearsay", folder=folder) as d:
        timer = threading.Timer(rng.uniform(0, 0.02), lambda: d.process.send_signal(signal.SIGKILL))
        started = first + rng.randrange(EDITS // 2)
        try:
            while done < first + EDITS:
                if done == started:
                    timer.start()
                status, body, _ = d.post("/api/edit", {"edits": [{"put": "sources", "item": {
                    "id": "s%d" % done, "name": "Source %d" % done, "reliability": "C"}}], "why": "edit %d" % done})
                if status != 200:
                    tap.ok(False, "edit %d is taken" % done, body)
                    break
                done += 1
        except (OSError, http.client.HTTPException):
            pass
        timer.cancel()
    return done


def main():
    desk.need("the desk")
    with tempfile.TemporaryDirectory() as folder:
        desk.hearsay("new", "a.hearsay", "--question", "Who did it?", folder=folder)
        done = killed = 0
        for seed in range(KILLS):
            before, done = done, killed_within(folder, seed, done)
            killed += done < before + EDITS
            with desk.Desk("a.hearsay", folder=folder) as d:
                sources = [s["id"] for s in d.get("/api/case")[1]["case"].get("sources", [])]
            # One more may be there: kept, but not acknowledged any more.
            wanted = ["s%d" % i for i in range(done)]
            tap.ok(sources[:done] == wanted and len(sources) <= done + 1, "killed after %d to %d: all are there" %
                   (before, done), sources)
            holds = desk.hearsay("log", "--verify", "a.hearsay", folder=folder)
            tap.same(holds.returncode, 0, "and the journal holds")
        tap.ok(killed, "it was killed at work", killed)
    return tap.done()


sys.exit(main())
