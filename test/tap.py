"""Test Anything Protocol for tests in Python: the twin of tap.h. Meson sets PYTHONPATH so that `import tap` finds it.

    tap.ok(code == 4, "a directory is refused", detail)
    tap.done()
"""
import json
import os
import sys

ROOT = os.environ.get("HEARSAY_ROOT") or os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.environ.get("HEARSAY_BUILD") or os.path.join(ROOT, "build")
HEARSAY = os.environ.get("HEARSAY") or os.path.join(BUILD, "src/cli/hearsay")

count = failed = 0


def ok(good, name, detail=""):
    """One case; `detail` is shown when it fails."""
    global count, failed
    count += 1
    failed += not good
    print("%s %d - %s" % ("ok" if good else "not ok", count, one_line(name)))
    if not good:
        for line in str(detail).splitlines():
            print("#  ", line)
    sys.stdout.flush()
    return good


def same(got, want, name):
    return ok(got == want, name, "got:  %r\nwant: %r" % (got, want))


def skip(why, name):
    global count
    count += 1
    print("ok %d - %s # SKIP %s" % (count, one_line(name), one_line(why)), flush=True)


def one_line(text):
    return " ".join(str(text).split()).replace("#", "No. ")


def data(*names):
    """A path in the development data, which is no part of the project; None where it is absent."""
    for base in (os.environ.get("HEARSAY_SHARED"), os.path.join(ROOT, "..", "shared")):
        if base and os.path.isdir(base):
            path = os.path.join(base, *names)
            return path if os.path.exists(path) else None
    return None


def sanitized():
    """Whether the built program is watched by a sanitizer, and slow."""
    with open(HEARSAY, "rb") as f:
        program = f.read()
    return b"__asan_init" in program or b"__tsan_init" in program


def done():
    print("1..%d" % count)
    sys.exit(failed > 0)
