#!/usr/bin/env python3
"""The shape of files: length, width, tabs, the last line."""
import os

import source
import tap

MOST_LINES, MOST_COLUMNS = 600, 120
CODE = (".c", ".h", ".py", ".sh", ".build", ".mjs", ".js", ".css")
MADE_BY_OTHERS = ("LICENSE", "src/desk/web/vendor/")


def is_code(path):
    return path.endswith(CODE) or path.startswith(("tools/", ".ci/")) or path == "Makefile"


def is_text(path):
    with open(os.path.join(tap.ROOT, path), "rb") as f:
        head = f.read(8192)
    return b"\0" not in head


def width(line):
    return len(line.expandtabs(8))


def places(paths, bad):
    return ["%s:%d" % (p, at) for p in paths for at, line in enumerate(source.text(p).split("\n"), 1) if bad(line)]


def main():
    texts = [p for p in source.tracked() if not p.startswith(MADE_BY_OTHERS) and is_text(p)]
    code = [p for p in texts if is_code(p)]
    c = [p for p in code if p.endswith((".c", ".h"))]
    long = [(p, source.text(p).count("\n")) for p in code]
    source.report(["%s: %d lines" % f for f in long if f[1] > MOST_LINES], "a file has at most %d lines" % MOST_LINES)
    source.report(places(code, lambda line: width(line) > MOST_COLUMNS), "a line has at most %d columns" % MOST_COLUMNS)
    source.report(places(c, lambda line: line.startswith("  ")), "C is indented with tabs")
    source.report(places(code, lambda line: line != line.rstrip()), "no white space at the end of a line")
    source.report([p for p in code if source.text(p) and not source.text(p).endswith("\n")], "the last line ends")
    source.report([p for p in code if "\n\n\n\n" in source.text(p) or source.text(p).endswith("\n\n")],
                  "no heaps of empty lines")
    tap.done()


main()
