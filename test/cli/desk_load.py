#!/usr/bin/env python3
"""A desk under a steady load, four clients and 200 requests a second, answers every one, and holds no more memory at
the end than in the middle. HEARSAY_LOAD is for how many seconds; how fast it is, bench/desk_load.py says."""
import importlib.util
import os
import sys

import desk
import tap

SECONDS = float(os.environ.get("HEARSAY_LOAD") or 5)
GROWS = 2 << 20  # bytes that may come: what the allocator and the threads keep


def bench():
    spec = importlib.util.spec_from_file_location("load", os.path.join(tap.ROOT, "bench", "desk_load.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    desk.need("the desk")
    rate = 20 if tap.sanitized() else 200
    took, memory = bench().load(tap.HEARSAY, os.path.join(tap.ROOT, "example/river.yaml"), SECONDS, rate, 4)
    failed = [kind for kind, good, _ in took if not good]
    tap.ok(len(took) >= SECONDS * rate * 0.95, "every request was sent", len(took))
    tap.same(failed, [], "and answered")
    if tap.sanitized():
        tap.skip("a sanitizer keeps what is freed", "memory is flat")
    else:
        tap.ok(memory[2] <= memory[1] + GROWS, "memory is flat", memory)
    return tap.done()


sys.exit(main())
