#!/usr/bin/env python3
"""What C code here does without. (Variable-length arrays and missing prototypes are errors of the build itself.)"""
import re

import source
import tap

NOWHERE = "strcpy strcat sprintf vsprintf gets strtok atoi atol atof system popen alloca rand srand setlocale".split()
ARENA_ONLY = "malloc calloc realloc reallocarray aligned_alloc posix_memalign strdup strndup asprintf vasprintf".split()
ARENA = "src/base/arena.c"
MARKS = re.compile(r"\b(TODO|FIXME|HACK|XXX)\b")


def calls(path, names):
    pattern = re.compile(r"(?<![\w.>])(%s)\s*\(" % "|".join(names))
    for at, line in enumerate(source.bare(source.text(path)).split("\n"), 1):
        for name in pattern.findall(line):
            yield "%s:%d: %s" % (path, at, name)


def marks():
    """Where text says that something is left to do; a NUL is what text has none of."""
    for path in source.tracked():
        whole = source.text(path)
        if path.endswith("banned.py") or "\0" in whole:
            continue
        for at, line in enumerate(whole.split("\n"), 1):
            if MARKS.search(line):
                yield "%s:%d: %s" % (path, at, line.strip())


def main():
    ours = source.c_files("src", "include", "test")
    source.report([c for p in ours for c in calls(p, NOWHERE)], "no " + " ".join(NOWHERE))
    source.report([c for p in source.c_files("src") if p != ARENA for c in calls(p, ARENA_ONLY)],
                  "memory is taken in base/arena.c alone")
    source.report(list(marks()), "nothing is left to be done in a comment")
    tap.done()


main()
