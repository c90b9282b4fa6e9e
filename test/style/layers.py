#!/usr/bin/env python3
"""Who may include whom: src/layers, and a third-party header in exactly one .c file."""
import os
import re

import source
import tap

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)

# C, POSIX and Linux; every other <header> is somebody's library.
SYSTEM = set("""
    assert.h ctype.h dirent.h errno.h fcntl.h fenv.h float.h getopt.h immintrin.h inttypes.h langinfo.h limits.h
    locale.h math.h poll.h pthread.h setjmp.h signal.h stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h
    stdint.h stdio.h stdlib.h stdnoreturn.h string.h strings.h time.h unistd.h
""".split())
SYSTEM_FOLDERS = ("sys/", "linux/", "arpa/", "netinet/")


def rows():
    """{"read": {"base", "case"}, "hearsay.c": {...}} from src/layers."""
    allowed = {}
    for line in source.text("src/layers").splitlines():
        line = line.split("#")[0]
        if line.strip():
            who, whom = line.split(":")
            allowed[who.strip()] = set(whom.split())
    return allowed


def check(path, allowed, third_party):
    """What is wrong with the includes of one file of src/."""
    inside = path[len("src/"):]
    layer = inside.split("/")[0]
    if layer not in allowed:
        yield "%s: src/layers has no row for %s" % (path, layer)
        return
    for bracket, name in INCLUDE.findall(source.text(path)):
        if bracket == "<":
            if name not in SYSTEM and not name.startswith(SYSTEM_FOLDERS):
                third_party.setdefault(name, []).append(path)
            continue
        whom = name if name == "hearsay.h" else name.split("/")[0]
        here = os.path.join(os.path.join(tap.ROOT, "include") if name == "hearsay.h" else source.SRC, name)
        if not os.path.exists(here) and not os.path.exists(here.replace("_calls.h", ".calls")):  # tools/late.py
            yield "%s: \"%s\" is not a path from src/" % (path, name)
        elif whom != layer and whom not in allowed[layer]:
            yield "%s: %s may not include %s" % (path, layer, name)


def main():
    allowed, third_party, wrong = rows(), {}, []
    for path in source.c_files("src"):
        wrong += check(path, allowed, third_party)
    source.report(wrong, "every include is one that src/layers allows, spelled from src/")
    source.report(["<%s> stands in %s" % (name, ", ".join(paths)) for name, paths in sorted(third_party.items())
                   if len(paths) > 1 or paths[0].endswith(".h")],
                  "a third-party header stands in one .c file")
    threads = [p for p in source.c_files("src") if "<pthread.h>" in source.text(p)
               and p != "src/base/par.c" and not p.startswith("src/desk/")]
    source.report(threads, "threads are in base/par.c and desk/ alone")
    tap.done()


main()
